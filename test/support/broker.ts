import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { clientsFor, createApp } from '../../src/app.ts';
import { type Clock, createClock, type MovableClock } from '../../src/clock.ts';
import { readEnvironment } from '../../src/config/environment.ts';
import { createIds } from '../../src/ids.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { identify } from '../../src/slack/web-api/identify.ts';
import { setUpForCast } from '../../src/try-out.ts';
import type { Store } from '../../src/usecases/ports.ts';
import { freshStore } from './fresh-store.ts';

/** A Monday morning on which everybody of the cast can be at work. */
export const mondayMorning = Date.UTC(2026, 2, 2, 9);

export const transports = ['socket', 'http'] as const;
export type Transport = (typeof transports)[number];

export interface Broker {
  sandbox: Sandbox;
  store: Store;
  clock: MovableClock;
  /** Where Slack's payloads go on HTTP; null on Socket Mode. */
  address: string | null;
  /** Stops the app and starts it again on the same database, as a deploy does; `meanwhile` it is down. */
  restart(meanwhile?: () => void | Promise<void>): Promise<void>;
  /** The same, with the database closed meanwhile: `store` is another one afterwards. */
  reopen(meanwhile: () => void | Promise<void>): Promise<void>;
}

const manifest = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');
export interface BrokerOptions {
  transport?: Transport;
  /** A database for this test alone; SQLite without it. */
  databaseUrl?: string;
  /** How many processes' worth of the app share the database and, on Socket Mode, Slack's deliveries. */
  instances?: number;
  /** What whoever waits in Slack waits by; real time without it. */
  realClock?: Clock;
  /** Sets the desk up for the cast; on unless switched off. */
  setUp?: boolean;
}

/** The whole app against the sandbox, in this process, over real sockets. Closed when the test ends. */
export async function openBroker(options: BrokerOptions = {}): Promise<Broker> {
  const { transport = 'socket', setUp = true, databaseUrl, instances = 1 } = options;
  const { realClock = createClock(Date.now) } = options;
  const clock = createClock(Date.now, mondayMorning);
  const sandbox = await startSandbox({ clock, manifest, delivery: { mode: transport }, rateLimits: false });
  const stores = [await freshStore(databaseUrl, clock.now)];
  while (stores.length < instances) stores.push(await freshStore(databaseUrl, clock.now));
  const [store] = stores;
  if (!store) throw new Error('an app has a store');
  const { config, connection } = readEnvironment({
    SLACK_BOT_TOKEN: sandbox.botToken,
    ...(transport === 'socket'
      ? { SLACK_APP_TOKEN: sandbox.appToken }
      : { SLACK_SIGNING_SECRET: sandbox.signingSecret }),
    SLACK_API_URL: sandbox.apiUrl,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    PORT: '0',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  });
  if (connection.mode === 'sandbox') throw new Error('the sandbox has tokens');
  const log = pino({ level: config.logLevel, serializers: { error: pino.stdSerializers.err } });

  async function start(store: Store) {
    if (connection.mode === 'sandbox') throw new Error('the sandbox has tokens');
    const clients = clientsFor(connection, config, log);
    const workspace = await identify({ client: clients.background, store, clock, log });
    if (setUp) await setUpForCast(store, sandbox);
    const newId = createIds(clock.now, randomBytes);
    const parts = { config, connection, workspace, store, clients, clock, realClock, newId, log };
    const app = createApp({ ...parts, backups: null });
    const { port } = await app.start();
    const address = port === null ? null : `http://127.0.0.1:${port}/slack/events`;
    if (address) sandbox.deliverTo(address);
    return { app, address };
  }

  let running = await start(store);
  const others = await Promise.all(stores.slice(1).map(start));
  const broker: Broker = {
    sandbox,
    store,
    clock,
    address: running.address,
    async restart(meanwhile = () => {}) {
      await running.app.stop();
      await meanwhile();
      running = await start(broker.store);
      broker.address = running.address;
    },
    async reopen(meanwhile) {
      await running.app.stop();
      await broker.store.close();
      await meanwhile();
      broker.store = await freshStore(databaseUrl, clock.now);
      running = await start(broker.store);
      broker.address = running.address;
    },
  };
  onTestFinished(async () => {
    await Promise.all([running, ...others].map(({ app }) => app.stop()));
    await sandbox.close();
    expect(sandbox.violations).toEqual([]);
  });
  return broker;
}
