import type { Cancel, Clock } from '../clock.ts';
import type { Log } from '../usecases/desk.ts';

/** Long enough not to be a nuisance to Slack, short enough for somebody who has just invited the app. */
export const secondTryMs = 5 * 60_000;

export interface SecondTries {
  start(): void;
  stop(): void;
}

/** Tries at the start and every few minutes to say what could not be said: no event tells that a channel is mended. */
export function createSecondTries(options: {
  clock: Clock;
  log: Log;
  retry: () => Promise<number>;
}): SecondTries {
  const { clock, log, retry } = options;
  let cancel: Cancel = () => {};

  function run(): void {
    cancel = clock.at(clock.now() + secondTryMs, run);
    retry().then(
      (count) => {
        if (count > 0) log.info({ count }, 'what could not be said is tried again');
      },
      (error) => log.warn({ error: String(error) }, 'what could not be said was not tried again'),
    );
  }

  return { start: run, stop: () => cancel() };
}
