import type { Cancel, Clock } from '../clock.ts';
import type { Log } from '../usecases/desk.ts';
import type { InboxEvent, Store } from '../usecases/ports.ts';

const eventsRead = 100;
const attempts = 5;
const retryMs = 2000;

export interface InboxOptions {
  store: Store;
  clock: Clock;
  log: Log;
  handle: (event: InboxEvent) => Promise<void>;
}

export interface Inbox {
  /** Handles what an earlier run left, and goes on with what comes. */
  start(): void;
  wake(): void;
  stop(): Promise<void>;
}

/** Handles the events that were committed before they were acked, in order, each until it is done. */
export function createInbox({ store, clock, log, handle }: InboxOptions): Inbox {
  const failures = new Map<string, number>();
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = true;
  let cancelTimer: Cancel = () => {};

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= run().finally(() => {
      running = null;
      if (again) wake();
    });
  }

  async function run(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        const events = await store.unfinishedEvents(eventsRead);
        for (const event of events) {
          if (stopped) return;
          await take(event);
        }
        if (events.length === eventsRead) again = true;
      } catch (error) {
        log.error({ error }, 'the inbox could not be read');
        retryLater();
      }
    }
  }

  async function take(event: InboxEvent): Promise<void> {
    try {
      await handle(event);
      await finish(event);
    } catch (error) {
      const failed = (failures.get(event.id) ?? 0) + 1;
      failures.set(event.id, failed);
      log.error({ error, event: event.id, failed }, 'an event could not be handled');
      // One event that always fails must not hold up all others.
      if (failed >= attempts) await finish(event);
      else retryLater();
    }
  }

  async function finish(event: InboxEvent): Promise<void> {
    await store.write((transaction) => transaction.finishEvent(event.id, clock.now()));
    failures.delete(event.id);
  }

  function retryLater(): void {
    cancelTimer();
    cancelTimer = clock.at(clock.now() + retryMs, wake);
  }

  return {
    start() {
      stopped = false;
      wake();
    },
    wake,
    async stop() {
      stopped = true;
      cancelTimer();
      await running;
    },
  };
}
