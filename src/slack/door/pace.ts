import type { Instant } from '../../domain/time.ts';

const windowMs = 60_000;
/** Nobody types this often: it is a script, or a key that is stuck. */
const mostInWindow = 120;
const peopleKept = 5000;

/** How often each person has asked for something lately, so that one cannot keep the desk from all others. */
export class Pace {
  readonly #now: () => Instant;
  readonly #asked = new Map<string, Instant[]>();

  /** @param now real time */
  constructor(now: () => Instant) {
    this.#now = now;
  }

  /** Counts this time, too, unless it is too much. */
  isTooFast(person: string): boolean {
    const now = this.#now();
    const lately = (this.#asked.get(person) ?? []).filter((at) => now - at < windowMs);
    const tooFast = lately.length >= mostInWindow;
    this.#asked.delete(person);
    this.#asked.set(person, tooFast ? lately : [...lately, now]);
    const [quietest] = this.#asked.keys();
    if (this.#asked.size > peopleKept && quietest !== undefined) this.#asked.delete(quietest);
    return tooFast;
  }
}
