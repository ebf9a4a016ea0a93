import type { Clock } from '../clock.ts';
import type { Instant } from '../domain/time.ts';
import type { Log } from '../usecases/desk.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** Everybody's is looked at in a round, so there is a rest between two, the longer the more there is to look at. */
const leastRestMs = 1000;
const longestRestMs = 30_000;
const restPerWork = 20;
/** When nothing says when to look again: midnight changes what is shown, and so do other processes. */
const idleMs = 5 * 60_000;

export interface HomeRefreshOptions {
  clock: Clock;
  log: Log;
  /** Answers when to look again at the latest; null if nothing says so. */
  refresh: () => Promise<Instant | null>;
}

/** Keeps App Home like the present, for those who may still be looking at it. */
export function createHomeRefresh({ clock, log, refresh }: HomeRefreshOptions): Rounds {
  let rest = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY };

  return createRounds(clock, async () => {
    const now = clock.now();
    // Before its beginning, the clock was set back since.
    if (rest.from <= now && now < rest.until) return rest.until;
    try {
      return (await refresh()) ?? now + idleMs;
    } catch (error) {
      log.error({ error }, 'App Home could not be looked at');
      return now + idleMs;
    } finally {
      const end = clock.now();
      const forWork = (end - now) * restPerWork;
      rest = { from: end, until: end + Math.min(Math.max(leastRestMs, forWork), longestRestMs) };
    }
  });
}
