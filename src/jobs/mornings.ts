import type { Clock } from '../clock.ts';
import type { Log } from '../usecases/desk.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** Working days begin on such minutes. */
const everyMs = 5 * 60_000;

export interface MorningsOptions {
  clock: Clock;
  log: Log;
  say: () => Promise<void>;
}

/** Looks every five minutes whether somebody's working day has begun. */
export function createMornings({ clock, log, say }: MorningsOptions): Rounds {
  return createRounds(clock, async () => {
    const next = (Math.floor(clock.now() / everyMs) + 1) * everyMs;
    try {
      await say();
    } catch (error) {
      log.error({ error }, 'the morning messages could not be said');
    }
    return next;
  });
}
