import type { Cancel, Clock } from '../clock.ts';
import type { Log } from '../usecases/desk.ts';
import type { Store } from '../usecases/ports.ts';

/** When nothing says when to look again: other processes import settings and give commands, too. */
const idleMs = 60_000;

export interface AlertSweepOptions {
  store: Pick<Store, 'nextAlertAt'>;
  clock: Clock;
  log: Log;
  /** Some of the requests to look at, the most pressing first; none when all is done. */
  due: () => Promise<string[]>;
  sweep: (request: string) => Promise<void>;
}

export interface AlertSweep {
  start(): void;
  /** Clocks were started or changed. */
  wake(): void;
  stop(): Promise<void>;
}

/** Looks at requests when somebody is to be told of one, and sleeps until the next. */
export function createAlertSweep({ store, clock, log, due, sweep }: AlertSweepOptions): AlertSweep {
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
    again = false;
    cancelTimer();
    let wakeAt = clock.now() + idleMs;
    try {
      await sweepAll();
      wakeAt = Math.min(wakeAt, (await store.nextAlertAt()) ?? wakeAt);
    } catch (error) {
      log.error({ error }, 'the clocks could not be read');
    }
    if (!stopped) cancelTimer = clock.at(wakeAt, wake);
  }

  async function sweepAll(): Promise<void> {
    const seen = new Set<string>();
    for (;;) {
      // What failed is still due: it is tried again at the next waking, not in a circle.
      const requests = (await due()).filter((request) => !seen.has(request));
      if (requests.length === 0) return;
      for (const request of requests) {
        if (stopped) return;
        seen.add(request);
        try {
          await sweep(request);
        } catch (error) {
          log.error({ error, request }, 'the clocks of a request could not be looked at');
        }
      }
    }
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
