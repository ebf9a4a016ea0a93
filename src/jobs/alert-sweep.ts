import type { Clock } from '../clock.ts';
import type { Log } from '../usecases/desk.ts';
import type { Store } from '../usecases/ports.ts';
import { createRounds } from './rounds.ts';

/** When nothing says when to look again: other processes import settings and give commands, too. */
const idleMs = 60_000;
const retryMs = 2000;
/** So many requests share a commit, and no more hold up the people who come in between. */
const together = 20;

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
  const rounds = createRounds(clock, run);

  async function run(): Promise<number> {
    let wakeAt = clock.now() + idleMs;
    try {
      await sweepAll();
      const next = await store.nextAlertAt();
      // What is still due has failed just now, or came due meanwhile: neither may make a circle.
      if (next !== null) wakeAt = Math.min(wakeAt, next > clock.now() ? next : clock.now() + retryMs);
    } catch (error) {
      log.error({ error }, 'the clocks could not be read');
    }
    return wakeAt;
  }

  async function sweepAll(): Promise<void> {
    const seen = new Set<string>();
    for (;;) {
      // What failed is still due: it is tried again at the next waking, not in a circle.
      const requests = (await due()).filter((request) => !seen.has(request));
      if (requests.length === 0) return;
      for (let at = 0; at < requests.length; at += together) {
        if (rounds.isStopped()) return;
        await Promise.all(requests.slice(at, at + together).map(look));
      }
      for (const request of requests) seen.add(request);
    }
  }

  async function look(request: string): Promise<void> {
    try {
      await sweep(request);
    } catch (error) {
      log.error({ error, request }, 'the clocks of a request could not be looked at');
    }
  }

  return rounds;
}
