/** Takes a timer back; calling it again, or after the timer ran, does nothing. */
export type Cancel = () => void;

/** The one source of time. Instants are epoch milliseconds. */
export interface Clock {
  now(): number;
  /**
   * Runs once when `now()` reaches the instant; at the next turn of the event loop if it already has. Should the clock
   * be set back meanwhile, it runs when as much time has passed as there was to wait: nobody waits the hours again.
   */
  at(instant: number, run: () => void): Cancel;
}

export interface MovableClock extends Clock {
  /** Jumps (a negative number steps back) and runs every timer that has become due, oldest first. */
  moveBy(milliseconds: number): void;
}

// setTimeout cannot wait longer than a signed 32-bit number of milliseconds.
const longestWait = 2 ** 31 - 1;

interface Timer {
  instant: number;
  /** In time that has passed. */
  deadline: number;
  run: () => void;
}

/**
 * A clock that runs at the pace of `wall` and can be moved. `startAt` sets what it shows at first;
 * without it, the clock shows the wall's own time.
 */
export function createClock(wall: () => number, startAt: number = wall()): MovableClock {
  let offset = startAt - wall();
  let skipped = 0;
  const waiting = new Map<symbol, { timer: Timer; handle: NodeJS.Timeout }>();

  const now = () => wall() + offset;
  /** Time that has passed, however the clock is set. */
  const passed = () => performance.now() + skipped;
  const remaining = ({ instant, deadline }: Timer) =>
    Math.max(Math.min(instant - now(), deadline - passed()), 0);

  function arm(id: symbol, timer: Timer): void {
    const handle = setTimeout(
      () => {
        if (remaining(timer) > 0) return arm(id, timer);
        waiting.delete(id);
        timer.run();
      },
      Math.min(Math.ceil(remaining(timer)), longestWait),
    );
    waiting.set(id, { timer, handle });
  }

  return {
    now,
    at(instant, run) {
      const id = Symbol('timer');
      arm(id, { instant, deadline: passed() + Math.max(instant - now(), 0), run });
      return () => {
        clearTimeout(waiting.get(id)?.handle);
        waiting.delete(id);
      };
    },
    moveBy(milliseconds) {
      offset += milliseconds;
      // Set back, time has not passed; but neither has it run backwards.
      skipped += Math.max(milliseconds, 0);
      const byInstant = [...waiting].sort(([, one], [, other]) => one.timer.instant - other.timer.instant);
      for (const [id, { timer, handle }] of byInstant) {
        clearTimeout(handle);
        if (waiting.has(id)) arm(id, timer);
      }
    },
  };
}
