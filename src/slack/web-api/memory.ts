import type { Clock } from '../../clock.ts';
import type { Log } from '../../usecases/desk.ts';

const minute = 60_000;
/** After this a profile or a member list is read again while the old one still serves… */
const freshFor = 2 * minute;
/** …and after this it no longer serves: who cannot be looked up has no rights. */
const usableFor = 30 * minute;

interface Cached<Value> {
  value: Value;
  readAt: number;
}

interface MemoryParts<Key, Value> {
  clock: Clock;
  log: Log;
  /** As it reads before "could not be read". */
  what: string;
  read: (key: Key) => Promise<Value>;
}

/** Remembers what Slack said, reads it again when it gets old, and asks only once at a time. */
export class Memory<Key, Value> {
  readonly #kept = new Map<Key, Cached<Value>>();
  readonly #underWay = new Map<Key, Promise<Value>>();
  readonly #parts: MemoryParts<Key, Value>;

  constructor(parts: MemoryParts<Key, Value>) {
    this.#parts = parts;
  }

  /** What may still serve, without waiting; null if Slack has to be asked first. */
  peek(key: Key): Value | null {
    const cached = this.#kept.get(key);
    return cached && Math.abs(this.#parts.clock.now() - cached.readAt) <= usableFor ? cached.value : null;
  }

  /** What is to serve where Slack could not be asked. */
  keep(key: Key, value: Value): void {
    this.#kept.set(key, { value, readAt: this.#parts.clock.now() });
  }

  async get(key: Key): Promise<Value> {
    const cached = this.#kept.get(key);
    const age = cached ? Math.abs(this.#parts.clock.now() - cached.readAt) : Number.POSITIVE_INFINITY;
    if (cached && age <= freshFor) return cached.value;
    const reading = this.#readOnce(key);
    if (!cached || age > usableFor) return reading;
    reading.catch(() => {
      // The old value serves until it is too old, and the failure is in the log.
    });
    return cached.value;
  }

  #readOnce(key: Key): Promise<Value> {
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;
    const { log, what, read } = this.#parts;
    const reading = read(key)
      .then((value) => {
        this.keep(key, value);
        return value;
      })
      .catch((error) => {
        log.warn({ of: key, error: String(error) }, `${what} could not be read`);
        throw error;
      })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, reading);
    return reading;
  }
}
