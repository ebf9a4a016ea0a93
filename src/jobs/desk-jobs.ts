import type { Clock } from '../clock.ts';
import type { Desk } from '../usecases/desk.ts';
import { digestsDue, makeDigest, nextDigestDue } from '../usecases/digest/make-digest.ts';
import { refreshHomes } from '../usecases/home/refresh-homes.ts';
import { isKeptSubmission, submitKept } from '../usecases/intake/take-submission.ts';
import type { DailyBackups } from '../usecases/keeping/backups.ts';
import { beginRestored } from '../usecases/keeping/restoration.ts';
import { refreshMornings, sayMornings } from '../usecases/notices/mornings.ts';
import type { InboxEvent } from '../usecases/records.ts';
import { keepPlace } from '../usecases/saying/card-places.ts';
import type { Speaker } from '../usecases/saying/speaker.ts';
import { reportUnsaid, retryUnsaid } from '../usecases/saying/unsaid.ts';
import type { ReadFile } from '../usecases/stack/stack-imports.ts';
import { hearReactionsOn } from '../usecases/threads/hear-reaction.ts';
import { createChores } from './chores.ts';
import { alertChores, alertPace, brokerChores, requestChores, stackChores } from './chores-of-desk.ts';
import { dailyChores } from './daily-chores.ts';
import { createDigests } from './digest.ts';
import { givingWay } from './giving-way.ts';
import { createHomeRefresh } from './home-refresh.ts';
import { createInbox } from './inbox.ts';
import { createMornings } from './mornings.ts';
import { createOutboxDelivery } from './outbox-delivery.ts';
import { createSecondTries } from './second-tries.ts';

export interface JobParts {
  desk: Desk;
  /** Whoever waits in Slack waits in real time. */
  realClock: Clock;
  speaker: Speaker;
  handleEvent: (event: InboxEvent) => Promise<void>;
  readFile: ReadFile;
  /** Null where the database has backups of its own, or none are wanted. */
  backups: DailyBackups | null;
  /** Names this process among those that share the database. */
  instance: string;
  /** Claims of other processes are dead after this: 0 where there can be no other. */
  claimsOutliveMs: number;
}

export interface DeskJobs {
  start(): Promise<void>;
  /** Begins nothing new and waits for what is under way. */
  stop(): Promise<void>;
  /** Why Slack takes nothing from us; null while it does. */
  barred(): string | null;
}

/** All that happens without somebody waiting for it, and which commit wakes what. */
export function createJobs(parts: JobParts): DeskJobs {
  const { desk, realClock, instance, claimsOutliveMs } = parts;
  const { workspace, store, clock, log, isCrowded } = desk;

  const inbox = createInbox({
    store,
    clock,
    log,
    handle: (event) => (isKeptSubmission(event) ? submitKept(desk, event) : parts.handleEvent(event)),
    isInTheWay: (event) => isKeptSubmission(event) && isCrowded(),
    mustStay: isKeptSubmission,
  });
  const outbox = createOutboxDelivery({
    ...{ store, speaker: parts.speaker, clock, log, instance, claimsOutliveMs, isCrowded },
    givenUp: (transaction, entry, reason) => reportUnsaid(desk, transaction, entry, reason),
    placed: (transaction, location) => keepPlace(desk, transaction, location),
    recorded: (location) => hearReactionsOn(desk, location),
  });
  const secondTries = createSecondTries({
    clock,
    log,
    async retry() {
      if ((await store.deadOutbox(workspace, 1)).length === 0) return 0;
      return store.write((transaction) => retryUnsaid(desk, transaction));
    },
  });
  const digests = createDigests({
    clock,
    log,
    due: () => digestsDue(desk),
    nextDue: () => nextDigestDue(desk),
    make: (slot) => makeDigest(desk, slot),
  });
  const mornings = createMornings({ clock, log, say: () => sayMornings(desk) });
  const homes = createHomeRefresh({
    clock,
    log,
    async refresh() {
      await refreshMornings(desk);
      return refreshHomes(desk);
    },
  });
  const alerts = createChores(desk, alertChores(desk), alertPace);
  const requests = createChores(desk, requestChores(desk));
  const brokers = createChores(desk, brokerChores(desk));
  const stack = createChores(desk, stackChores(desk, parts.readFile));
  const daily = createChores(desk, dailyChores(desk, parts.backups));

  const wakesLater = (job: { wake(): void }) => givingWay(job.wake, realClock, isCrowded);
  const later = {
    inbox: wakesLater(inbox),
    alerts: wakesLater(alerts),
    requests: wakesLater(requests),
    brokers: wakesLater(brokers),
    stack: wakesLater(stack),
    homes: wakesLater(homes),
  };
  store.onCommit((news) => {
    if (news.outbox) outbox.wake();
    if (news.inbox) inbox.wake();
    if (news.inboxLater) later.inbox();
    // Whatever is planned for a request is announced as well.
    if (news.outbox) later.requests();
    if (news.brokered) later.brokers();
    if (news.clocks) later.alerts();
    if (news.stack) later.stack();
    if (news.outbox || news.clocks || news.stack) later.homes();
  });

  const inTheirOwnTime = [inbox, alerts, digests, mornings, homes, requests, brokers, stack, daily];
  return {
    barred: () => outbox.barred(),
    async start() {
      await outbox.start(await beginRestored(desk));
      secondTries.start();
      for (const job of inTheirOwnTime) job.start();
    },
    async stop() {
      secondTries.stop();
      await Promise.all([outbox, ...inTheirOwnTime].map((job) => job.stop()));
    },
  };
}
