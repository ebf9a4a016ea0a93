import type { Instant } from '../domain/time.ts';
import type { Desk } from '../usecases/desk.ts';
import { untilCalm } from '../usecases/until-calm.ts';
import { createRounds, type Rounds } from './rounds.ts';

const retryMs = 60_000;
/** Days begin, and other processes change things, without a word. */
const idleMs = 30 * 60_000;

/** Something that the clock does, one by one. */
export interface Chore {
  name: string;
  /** Ids of some of what is to be looked at; none when all is done. */
  due: () => Promise<string[]>;
  take: (id: string) => Promise<void>;
  /** When something is due next, however long ago that was; null if nothing is planned. */
  next: () => Promise<Instant | null>;
}

/** Does what is due while nobody has to wait for it, and sleeps until the next. What failed is tried again later. */
export function createChores(
  desk: Pick<Desk, 'clock' | 'log' | 'isCrowded'>,
  chores: readonly Chore[],
): Rounds {
  const { clock, log } = desk;
  const rounds = createRounds(clock, run);

  async function run(): Promise<Instant> {
    const wakeUps = [clock.now() + idleMs];
    for (const chore of chores) {
      try {
        const allDone = await doAll(chore);
        const next = await chore.next();
        const now = clock.now();
        if (!allDone) wakeUps.push(now + retryMs);
        // What is left over is due all the same, and must not make a circle.
        if (next !== null && (allDone || next > now)) wakeUps.push(next);
      } catch (error) {
        log.error({ error, chore: chore.name }, 'what is due could not be read');
        wakeUps.push(clock.now() + retryMs);
      }
    }
    return Math.min(...wakeUps);
  }

  /** Takes each thing once; false if any of it failed or is due again by now. */
  async function doAll({ name, due, take }: Chore): Promise<boolean> {
    const seen = new Set<string>();
    let allDone = true;
    for (;;) {
      const ids = await due();
      const fresh = ids.filter((id) => !seen.has(id));
      if (fresh.length === 0) return allDone && ids.length === 0;
      for (const id of fresh) {
        if (rounds.isStopped()) return allDone;
        seen.add(id);
        await untilCalm(desk);
        try {
          await take(id);
        } catch (error) {
          allDone = false;
          log.error({ error, id, chore: name }, 'a chore could not be done');
        }
      }
    }
  }

  return rounds;
}
