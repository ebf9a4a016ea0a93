import type { Cancel, Clock } from '../clock.ts';
import type { Instant } from '../domain/time.ts';

export interface Rounds {
  start(): void;
  /** There may be something to do: now, or once more after the round that is under way. */
  wake(): void;
  isStopped(): boolean;
  /** Begins no further round and waits for the one under way. */
  stop(): Promise<void>;
}

/** Work in rounds, one at a time. A round never rejects and says when the next one is due at the latest. */
export function createRounds(clock: Clock, round: () => Promise<Instant>): Rounds {
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
    const next = await round();
    cancelTimer();
    if (!stopped) cancelTimer = clock.at(next, wake);
  }

  return {
    start() {
      stopped = false;
      wake();
    },
    wake,
    isStopped: () => stopped,
    async stop() {
      stopped = true;
      cancelTimer();
      await running;
    },
  };
}
