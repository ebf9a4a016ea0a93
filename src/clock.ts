/** Takes a timer back; calling it again, or after the timer ran, does nothing. */
export type Cancel = () => void;

/** The one source of time. Instants are epoch milliseconds. */
export interface Clock {
  now(): number;
  /** Runs once when `now()` reaches the instant; at the next turn of the event loop if it already has. */
  at(instant: number, run: () => void): Cancel;
}

export interface MovableClock extends Clock {
  /** Jumps (a negative number steps back) and runs every timer that has become due, oldest first. */
  moveBy(milliseconds: number): void;
}

// setTimeout cannot wait longer than a signed 32-bit number of milliseconds.
const longestWait = 2 ** 31 - 1;

/**
 * A clock that runs at the pace of `wall` and can be moved. `startAt` sets what it shows at first;
 * without it, the clock shows the wall's own time.
 */
export function createClock(wall: () => number, startAt: number = wall()): MovableClock {
  let offset = startAt - wall();
  const waiting = new Map<symbol, { instant: number; run: () => void; handle: NodeJS.Timeout }>();

  const now = () => wall() + offset;

  function arm(id: symbol, instant: number, run: () => void): void {
    const wait = Math.min(Math.max(instant - now(), 0), longestWait);
    const handle = setTimeout(() => {
      if (now() < instant) return arm(id, instant, run);
      waiting.delete(id);
      run();
    }, wait);
    waiting.set(id, { instant, run, handle });
  }

  return {
    now,
    at(instant, run) {
      const id = Symbol('timer');
      arm(id, instant, run);
      return () => {
        clearTimeout(waiting.get(id)?.handle);
        waiting.delete(id);
      };
    },
    moveBy(milliseconds) {
      offset += milliseconds;
      const byInstant = [...waiting].sort(([, a], [, b]) => a.instant - b.instant);
      for (const [id, { instant, run, handle }] of byInstant) {
        clearTimeout(handle);
        if (waiting.has(id)) arm(id, instant, run);
      }
    },
  };
}
