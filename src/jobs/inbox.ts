import type { Clock } from '../clock.ts';
import type { Log } from '../usecases/desk.ts';
import type { Store } from '../usecases/ports.ts';
import type { InboxEvent } from '../usecases/records.ts';
import { createRounds, type Rounds } from './rounds.ts';

const eventsRead = 100;
const attempts = 5;
const retryMs = 2000;
/** How often what waits is looked at, and how long it waits at most. */
const waitMs = 100;
const longestWaitMs = 2000;
const idleMs = 15 * 60_000;

export interface InboxOptions {
  store: Store;
  clock: Clock;
  log: Log;
  handle: (event: InboxEvent) => Promise<void>;
  /** Whether it would hold up people who wait for an answer just now. */
  isInTheWay: (event: InboxEvent) => boolean;
  /** Whether it stays, however often it fails: then it is tried again at the next start. */
  mustStay: (event: InboxEvent) => boolean;
}

/** Handles what was committed before it was acked, in order, each until it is done; what an earlier run left, too. */
export function createInbox(options: InboxOptions): Rounds {
  const { store, clock, log, handle } = options;
  const failures = new Map<string, number>();
  const rounds = createRounds(clock, run);

  async function run(): Promise<number> {
    let next = clock.now() + idleMs;
    try {
      for (let handled = eventsRead; handled > 0; ) {
        handled = 0;
        for (const event of await store.unfinishedEvents(eventsRead)) {
          if (rounds.isStopped()) return next;
          if (waits(event)) next = Math.min(next, clock.now() + waitMs);
          else if (isGivenUp(event)) continue;
          else if (await take(event)) handled++;
          else next = Math.min(next, clock.now() + retryMs);
        }
      }
    } catch (error) {
      log.error({ error }, 'the inbox could not be read');
      next = clock.now() + retryMs;
    }
    return next;
  }

  function waits(event: InboxEvent): boolean {
    const age = clock.now() - event.receivedAt;
    return age >= 0 && age < longestWaitMs && options.isInTheWay(event);
  }

  function isGivenUp({ id }: InboxEvent): boolean {
    return (failures.get(id) ?? 0) >= attempts;
  }

  async function take(event: InboxEvent): Promise<boolean> {
    try {
      await handle(event);
      await finish(event);
      return true;
    } catch (error) {
      const failed = (failures.get(event.id) ?? 0) + 1;
      failures.set(event.id, failed);
      log.error({ error, event: event.id, failed }, 'an event could not be handled');
      // One event that always fails must not hold up all others.
      if (failed >= attempts && !options.mustStay(event)) await finish(event);
      return false;
    }
  }

  async function finish(event: InboxEvent): Promise<void> {
    await store.write((transaction) => transaction.finishEvent(event.id, clock.now()));
    failures.delete(event.id);
  }

  return rounds;
}
