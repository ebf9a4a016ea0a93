import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type AppParts, type BrokerApp, clientsFor, createApp } from './app.ts';
import { UsageError } from './cli/usage-error.ts';
import { createClock } from './clock.ts';
import {
  type Config,
  type Connection,
  EnvironmentFaults,
  readEnvironment,
  secretsOf,
} from './config/environment.ts';
import { createIds } from './ids.ts';
import { createLog } from './log.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { SocketRefused } from './slack/door/socket-door.ts';
import { identify, WrongWorkspace } from './slack/web-api/identify.ts';
import { copyBeforeUpdate } from './store/backup/before-update.ts';
import { dailyBackupsOf } from './store/backup/daily.ts';
import { refuseDamaged } from './store/backup/damage.ts';
import { sqliteFile } from './store/engine/open-database.ts';
import { UnusableDatabase } from './store/engine/unusable-database.ts';
import { openStore } from './store/open-store.ts';
import { type Demo, forgetSandbox, type Opening, openSandbox, setUpForCast, startDemo } from './try-out.ts';

/** Faults that whoever starts the app can mend: their message is shown, their stack is not. */
const mendable = [EnvironmentFaults, SocketRefused, UnusableDatabase, UsageError, WrongWorkspace];

const realClock = createClock(Date.now);
const clock = createClock(Date.now);
const newId = createIds(Date.now, randomBytes);

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      fresh: { type: 'boolean', default: false },
      empty: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      format: { type: 'string' },
    },
  });
  const { config, connection } = readEnvironment(process.env);
  const [command, ...words] = positionals;
  if (command !== undefined) {
    // A start of the app need not read what only a command line does.
    const { runCommand } = await import('./commands.ts');
    const { yes, format } = values;
    return runCommand(command, { config, connection, words, yes, format, clock, newId });
  }
  await serve(config, connection, values.empty ? 'empty' : values.fresh ? 'fresh' : 'as it was');
}

/** Starts store, sandbox if there is no Slack, app and jobs; stops them in reverse. */
async function serve(config: Config, connection: Connection, opening: Opening): Promise<void> {
  const log = createLog({
    // In the sandbox the terminal belongs to the address and to what is wrong.
    level: config.logLevel === 'info' && connection.mode === 'sandbox' ? 'warn' : config.logLevel,
    secrets: secretsOf(connection),
    write: (line) => process.stdout.write(line),
  });
  if (connection.mode === 'sandbox' && opening !== 'as it was') await forgetSandbox(config.databaseUrl);
  const file = sqliteFile(config.databaseUrl);
  if (file !== null) refuseDamaged(file);
  const store = await openStore(config.databaseUrl, {
    now: clock.now,
    beforeUpdate: copyBeforeUpdate(config, clock.now),
    // Whoever starts it again is told which backup to restore.
    onDamage: fail,
  });
  const { sandbox, isNew } =
    connection.mode === 'sandbox'
      ? await openSandbox({ clock, port: config.port, opening, say })
      : { sandbox: null, isNew: false };
  const slack = sandbox ? socketTo(sandbox) : connection;
  if (slack.mode === 'sandbox') throw new Error('without tokens there is a sandbox');
  const address = sandbox ? { ...config, slackApiUrl: sandbox.apiUrl } : config;
  const backups = file !== null && config.backupsKept > 0 ? dailyBackupsOf(file, config.backupsKept) : null;
  const app = await assemble({ config: address, connection: slack, store, backups, log });
  if (sandbox && isNew) await setUpForCast(store, sandbox);

  let demo: Demo | null = null;
  stopOnSignal(async () => {
    await demo?.stop();
    await app.stop();
    await sandbox?.close();
    await store.close();
  });
  const { port } = await app.start();
  if (sandbox && isNew) demo = await startDemo({ sandbox, store, clock, realClock, newId, log });
  if (sandbox) say(`MarTech Broker is ready to try: ${sandbox.url}`);
  else log.info({ mode: slack.mode, port }, 'MarTech Broker is ready');
}

async function assemble(
  parts: Pick<AppParts, 'config' | 'connection' | 'store' | 'backups' | 'log'>,
): Promise<BrokerApp> {
  const { config, connection, store, log } = parts;
  const clients = clientsFor(connection, config, log);
  const workspace = await identify({ client: clients.background, store, clock, log });
  return createApp({ ...parts, clients, workspace, clock, realClock, newId });
}

function socketTo({ botToken, appToken }: Sandbox): AppParts['connection'] {
  return { mode: 'socket', botToken, appToken };
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        (error) => fail(error),
      );
    });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function fail(error: unknown): void {
  const known = mendable.some((kind) => error instanceof kind);
  const words = error instanceof Error ? (known ? error.message : error.stack) : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

main().catch(fail);
