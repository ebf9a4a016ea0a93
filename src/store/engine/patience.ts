import { setTimeout as pause } from 'node:timers/promises';
import { StoreBusy } from '../../usecases/ports.ts';

/** Milliseconds: short enough to tell the person within the three seconds that Slack allows. */
export const patience = 2_000;
const betweenAttempts = 10;

/**
 * Tries again while somebody else is in the way, without holding up the event loop, and throws StoreBusy after two
 * seconds of real time.
 */
export async function whileBusy<T>(
  attempt: () => T | Promise<T>,
  isBusy: (error: unknown) => boolean,
): Promise<T> {
  let giveUp: AbortSignal | undefined;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (giveUp?.aborted) throw new StoreBusy('the database stayed busy for two seconds', { cause: error });
    }
    giveUp ??= AbortSignal.timeout(patience);
    await pause(betweenAttempts);
  }
}
