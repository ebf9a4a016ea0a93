import { App, SocketModeReceiver } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import type { Clock } from './clock.ts';
import type { Config, Connection } from './config/environment.ts';
import { createAlertSweep } from './jobs/alert-sweep.ts';
import { createChores } from './jobs/chores.ts';
import { createDigests } from './jobs/digest.ts';
import { givingWay } from './jobs/giving-way.ts';
import { createHomeRefresh } from './jobs/home-refresh.ts';
import { createInbox } from './jobs/inbox.ts';
import { createMornings } from './jobs/mornings.ts';
import { createOutboxDelivery } from './jobs/outbox-delivery.ts';
import { createSecondTries } from './jobs/second-tries.ts';
import { createSteps } from './jobs/steps.ts';
import { boltLogger } from './slack/door/bolt-logger.ts';
import { commitEvents, InFlight } from './slack/door/commit-events.ts';
import { createFrontServer, FrontDoor } from './slack/door/front-door.ts';
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
import { digestsDue, makeDigest, nextDigestDue } from './usecases/digest/make-digest.ts';
import { refreshHomes } from './usecases/home/refresh-homes.ts';
import { isKeptSubmission, submitKept } from './usecases/intake/take-submission.ts';
import { refreshMornings, sayMornings } from './usecases/notices/mornings.ts';
import type { Store, Workspace } from './usecases/ports.ts';
import { requestsToSweep, sweepRequest } from './usecases/promises/sweep-alerts.ts';
import { followRequest, requestsToFollow } from './usecases/request/follow-request.ts';
import { takeStep } from './usecases/request/take-step.ts';
import { keepPlace, moveCards } from './usecases/saying/card-places.ts';
import { reportUnsaid, retryUnsaid } from './usecases/saying/unsaid.ts';
import { deskSettings } from './usecases/settings/configure-desk.ts';
import { lookAtRenewal, renewalsToLookAt } from './usecases/stack/ask-about-renewals.ts';
import { lookAtReview, reviewsToLookAt } from './usecases/stack/reviews.ts';
import { importsToDo, takeImport } from './usecases/stack/stack-imports.ts';
import { overlapsToLookAt, tellOfOverlaps } from './usecases/stack/tell-of-overlaps.ts';
import { hearReactionsOn } from './usecases/threads/hear-reaction.ts';
import { letAcross } from './usecases/threads/let-across.ts';

export interface AppParts {
  config: Config;
  connection: Exclude<Connection, { mode: 'sandbox' }>;
  workspace: Workspace;
  store: Store;
  clients: Clients;
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
const drainMs = 10_000;

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

  const door =
    connection.mode === 'http'
      ? new FrontDoor({ signingSecret: connection.signingSecret, realTime: realClock.now, log })
      : null;
  const bolt = new App({
    receiver: door ?? socketReceiver(parts),
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

  const inbox = createInbox({
    store,
    clock,
    log,
    handle: (event) => (isKeptSubmission(event) ? submitKept(desk, event) : handleEvent(desk, event)),
    isInTheWay: (event) => isKeptSubmission(event) && isCrowded(),
    mustStay: isKeptSubmission,
  });
  const outbox = createOutboxDelivery({
    store,
    speaker: createSpeaker({ desk, client: clients.background }),
    clock,
    log,
    instance: parts.newId(),
    // SQLite serves one process, so the claims of any other are those of the dead.
    claimsOutliveMs: config.databaseUrl.startsWith('file:') ? 0 : 60_000,
    isCrowded,
    givenUp: (transaction, entry, reason) => reportUnsaid(desk, transaction, entry, reason),
    placed: (transaction, location) => keepPlace(desk, transaction, location),
    recorded: (location) => hearReactionsOn(desk, location),
  });
  const secondTries = createSecondTries({
    clock,
    log,
    async retry() {
      if ((await store.deadOutbox(workspace.id, 1)).length === 0) return 0;
      return store.write((transaction) => retryUnsaid(desk, transaction));
    },
  });
  const alerts = createAlertSweep({
    store,
    clock,
    log,
    due: () => requestsToSweep(desk),
    sweep: (request) => sweepRequest(desk, request),
  });
  const steps = createSteps({
    store,
    workspace: workspace.id,
    clock,
    log,
    take: (request) => takeStep(desk, request),
  });
  const stack = createChores({
    clock,
    log,
    chores: [
      {
        name: 'renewals',
        due: () => renewalsToLookAt(desk),
        take: (tool) => lookAtRenewal(desk, tool),
        next: () => store.nextRenewalLook(workspace.id, clock.now()),
      },
      {
        name: 'imports',
        due: () => importsToDo(desk),
        take: (id) => takeImport(desk, id, importReader(clients.background)),
        next: async () => null,
      },
      {
        name: 'overlaps',
        due: () => overlapsToLookAt(desk),
        take: () => tellOfOverlaps(desk),
        next: () => store.nextComparison(workspace.id, clock.now()),
      },
      {
        name: 'reviews',
        due: () => reviewsToLookAt(desk),
        take: (request) => lookAtReview(desk, request),
        next: () => store.nextReviewLook(workspace.id, clock.now()),
      },
    ],
  });
  const following = createChores({
    clock,
    log,
    chores: [
      {
        name: 'requests',
        due: () => requestsToFollow(desk),
        take: (request) => followRequest(desk, request),
        next: async () => null,
      },
    ],
  });
  const brokered = createChores({
    clock,
    log,
    chores: [
      {
        name: 'words with a broker',
        due: () => store.brokeredDue(workspace.id, clock.now(), 100),
        take: async (id) => void (await letAcross(desk, { id, person: null, words: null })),
        next: () => store.nextBrokeredDue(workspace.id),
      },
    ],
  });
  const wakeBrokered = givingWay(brokered.wake, realClock, isCrowded);
  const wakeFollowing = givingWay(following.wake, realClock, isCrowded);
  const wakeStack = givingWay(stack.wake, realClock, isCrowded);
  const mornings = createMornings({ clock, log, say: () => sayMornings(desk) });
  const homes = createHomeRefresh({
    clock,
    log,
    async refresh() {
      await refreshMornings(desk);
      return refreshHomes(desk);
    },
  });
  const wakeHomes = givingWay(homes.wake, realClock, isCrowded);
  const digests = createDigests({
    clock,
    log,
    due: () => digestsDue(desk),
    nextDue: () => nextDigestDue(desk),
    make: (slot) => makeDigest(desk, slot),
  });
  const wakeSteps = givingWay(steps.wake, realClock, isCrowded);
  const wakeInbox = givingWay(inbox.wake, realClock, isCrowded);
  const wakeAlerts = givingWay(alerts.wake, realClock, isCrowded);
  store.onCommit((news) => {
    if (news.outbox) outbox.wake();
    digests.noticeClock();
    // Whatever is planned for a request is announced as well.
    if (news.outbox) wakeSteps();
    if (news.brokered) wakeBrokered();
    if (news.outbox) wakeFollowing();
    if (news.inbox) inbox.wake();
    if (news.inboxLater) wakeInbox();
    if (news.clocks) wakeAlerts();
    if (news.stack) wakeStack();
    if (news.outbox || news.clocks || news.stack) wakeHomes();
  });

  const server = createFrontServer(door, async () => {
    const unsaid = await store.deadOutbox(workspace.id, 100);
    const barred = outbox.barred();
    return { ok: barred === null, workspace: workspace.id, slack: barred ?? 'ok', unsaid: unsaid.length };
  });

  return {
    desk,
    async start() {
      await outbox.start();
      inbox.start();
      secondTries.start();
      alerts.start();
      steps.start();
      digests.start();
      stack.start();
      brokered.start();
      homes.start();
      following.start();
      mornings.start();
      const port = door ? await listenOn(server, config.port) : null;
      await bolt.start();
      store
        .write((transaction) => moveCards(desk, transaction))
        .catch((error) => log.warn({ error }, 'it could not be checked whether cards have to move'));
      checkSetUp(desk, workspace).catch((error) => log.warn({ error }, 'the set-up could not be checked'));
      reconcileReactions(desk, clients.background).catch((error) =>
        log.warn({ error: String(error) }, 'emoji of a downtime could not be read'),
      );
      return { port };
    },
    async stop() {
      secondTries.stop();
      server.close();
      server.closeIdleConnections();
      await bolt.stop();
      const tooLong = new Promise<void>((resolve) => {
        setTimeout(resolve, drainMs).unref();
      });
      await Promise.race([
        tooLong,
        inFlight
          .idle()
          .then(() =>
            Promise.all([
              inbox.stop(),
              alerts.stop(),
              steps.stop(),
              stack.stop(),
              brokered.stop(),
              homes.stop(),
              mornings.stop(),
              following.stop(),
              digests.stop(),
              outbox.stop(),
            ]),
          ),
      ]);
    },
  };
}

function socketReceiver({ connection, config, log }: AppParts): SocketModeReceiver {
  if (connection.mode !== 'socket') throw new Error('only Socket Mode has a socket');
  return new SocketModeReceiver({
    appToken: connection.appToken,
    logger: boltLogger(log),
    ...(config.slackApiUrl !== undefined && {
      installerOptions: { clientOptions: { slackApiUrl: config.slackApiUrl } },
    }),
  });
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
