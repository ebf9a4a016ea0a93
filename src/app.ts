import { App } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import type { Clock } from './clock.ts';
import type { Config, Connection } from './config/environment.ts';
import { createJobs } from './jobs/desk-jobs.ts';
import { boltLogger } from './slack/door/bolt-logger.ts';
import { commitEvents, InFlight } from './slack/door/commit-events.ts';
import { createFrontServer, FrontDoor } from './slack/door/front-door.ts';
import { SocketDoor } from './slack/door/socket-door.ts';
import { handleEvent } from './slack/events.ts';
import { listen } from './slack/listener.ts';
import { command, routes } from './slack/routes.ts';
import { createSpeaker } from './slack/saying/speaker.ts';
import { importReader } from './slack/stack/read-import.ts';
import { checkSetUp } from './slack/web-api/check-set-up.ts';
import { type Clients, createClients } from './slack/web-api/clients.ts';
import { createDirectory } from './slack/web-api/directory.ts';
import { reconcileReactions } from './slack/web-api/reconcile-reactions.ts';
import type { Desk } from './usecases/desk.ts';
import type { DailyBackups } from './usecases/keeping/backups.ts';
import type { Store } from './usecases/ports.ts';
import type { Workspace } from './usecases/records.ts';
import { moveCards } from './usecases/saying/card-places.ts';
import { deskSettings } from './usecases/settings/configure-desk.ts';

export interface AppParts {
  config: Config;
  connection: Exclude<Connection, { mode: 'sandbox' }>;
  workspace: Workspace;
  store: Store;
  clients: Clients;
  /** Null where no daily copies of the database are to be made. */
  backups: DailyBackups | null;
  /** The desk's time, which the sandbox can move. */
  clock: Clock;
  /** The machine's time, for signatures and for Slack's three seconds. */
  realClock: Clock;
  newId: () => string;
  log: Pino;
}

export interface BrokerApp {
  desk: Desk;
  /** Resolves when Slack can reach the app. On HTTP, `port` is where; 0 in the config takes any. */
  start(): Promise<{ port: number | null }>;
  /** Takes nothing new, finishes what is under way, for ten seconds at most; the store stays open. */
  stop(): Promise<void>;
}

/** How long a shutdown waits for handlers that are running. */
export const drainMs = 10_000;

/** Everything wired, nothing started. `main.ts` and the tests both come through here. */
export function createApp(parts: AppParts): BrokerApp {
  const { config, connection, workspace, store, clients, clock, realClock, log } = parts;
  const inFlight = new InFlight(realClock.now);
  const isCrowded = () => inFlight.isCrowded();
  const desk: Desk = {
    workspace: workspace.id,
    store,
    clock,
    log,
    newId: parts.newId,
    fixed: config.fixed,
    isCrowded,
    directory: createDirectory({
      workspace: workspace.id,
      client: clients.interactive,
      store,
      clock,
      log,
      itIs: async () => {
        const { settings } = await deskSettings(desk);
        return { usergroup: settings.itUsergroup, triageChannel: settings.triageChannel };
      },
    }),
  };

  const receiver =
    connection.mode === 'http'
      ? new FrontDoor({ signingSecret: connection.signingSecret, realTime: realClock.now, log })
      : new SocketDoor({
          ...{ appToken: connection.appToken, slackApiUrl: config.slackApiUrl },
          ...{ clock: realClock, log },
        });
  const frontDoor = receiver instanceof FrontDoor ? receiver : null;
  const bolt = new App({
    receiver,
    token: connection.botToken,
    botId: workspace.botUserId,
    botUserId: workspace.botUserId,
    tokenVerificationEnabled: false,
    convoStore: false,
    attachFunctionToken: false,
    logger: boltLogger(log),
    ...(config.slackApiUrl !== undefined && { clientOptions: { slackApiUrl: config.slackApiUrl } }),
  });
  listen(bolt, { desk, client: clients.interactive, command, routes, realClock });
  commitEvents(bolt, { store, clock, inFlight });

  const jobs = createJobs({
    desk,
    realClock,
    speaker: createSpeaker({ desk, client: clients.background }),
    handleEvent: (event) => handleEvent(desk, event),
    readFile: importReader(clients.background),
    backups: parts.backups,
    instance: parts.newId(),
    // SQLite serves one process, so the claims of any other are those of the dead.
    claimsOutliveMs: config.databaseUrl.startsWith('file:') ? 0 : 60_000,
  });

  const server = createFrontServer(frontDoor, async () => {
    const unsaid = await store.deadOutbox(workspace.id, 100);
    const barred = jobs.barred();
    return { ok: barred === null, workspace: workspace.id, slack: barred ?? 'ok', unsaid: unsaid.length };
  });

  return {
    desk,
    async start() {
      await jobs.start();
      const port = frontDoor ? await listenOn(server, config.port) : null;
      await bolt.start();
      store
        .write((transaction) => moveCards(desk, transaction))
        .catch((error) => log.warn({ error }, 'it could not be checked whether cards have to move'));
      checkSetUp(desk, workspace).catch((error) => log.warn({ error }, 'the set-up could not be checked'));
      reconcileReactions(desk, clients.patient).catch((error) =>
        log.warn({ error: String(error) }, 'emoji of a downtime could not be read'),
      );
      return { port };
    },
    async stop() {
      let cancel = () => {};
      const tooLong = new Promise<void>((resolve) => {
        cancel = realClock.at(realClock.now() + drainMs, resolve);
      });
      server.close();
      server.closeIdleConnections();
      await bolt.stop();
      await Promise.race([tooLong, inFlight.idle().then(() => jobs.stop())]);
      cancel();
    },
  };
}

function listenOn(server: ReturnType<typeof createFrontServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** The Web API clients that the parts need, with the log that everything shares. */
export function clientsFor(connection: AppParts['connection'], config: Config, log: Pino): Clients {
  return createClients({
    botToken: connection.botToken,
    slackApiUrl: config.slackApiUrl,
    logger: boltLogger(log),
  });
}
