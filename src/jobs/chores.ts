import type { Instant } from '../domain/time.ts';
import type { Desk } from '../usecases/desk.ts';
import { untilCalm } from '../usecases/until-calm.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** How long what failed waits, and when to look again at the latest. */
export interface Pace {
  retryMs: number;
  /** Days begin, and other processes change things, without a word. */
  idleMs: number;
}

const leisurely: Pace = { retryMs: 60_000, idleMs: 30 * 60_000 };

/** Something that the clock does. */
export interface Chore {
  name: string;
  /** So many are taken at once and share a commit; one if it does not say. */
  together?: number;
  /** Ids of some of what is to be looked at, the most pressing first; none when all is done. */
  due: () => Promise<string[]>;
  take: (id: string) => Promise<void>;
  /** When something is due next, however long ago that was; null if nothing is planned. */
  next: () => Promise<Instant | null>;
}

/** Does what is due while nobody has to wait for it, and sleeps until the next. What failed is tried again later. */
export function createChores(
  desk: Pick<Desk, 'clock' | 'log' | 'isCrowded'>,
  chores: readonly Chore[],
  { retryMs, idleMs }: Pace = leisurely,
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
        // What is left over, or came due meanwhile, is due all the same, and must not make a circle.
        if (next !== null) wakeUps.push(next > now ? next : now + retryMs);
      } catch (error) {
        log.error({ error, chore: chore.name }, 'what is due could not be read');
        wakeUps.push(clock.now() + retryMs);
      }
    }
    return Math.min(...wakeUps);
  }

  /** Takes each thing once; false if any of it failed or is due again by now. */
  async function doAll({ name, due, take, together = 1 }: Chore): Promise<boolean> {
    const seen = new Set<string>();
    let allDone = true;
    for (;;) {
      const ids = await due();
      const fresh = ids.filter((id) => !seen.has(id));
      if (fresh.length === 0) return allDone && ids.length === 0;
      for (let at = 0; at < fresh.length; at += together) {
        if (rounds.isStopped()) return allDone;
        await untilCalm(desk);
        const done = await Promise.all(fresh.slice(at, at + together).map(doOne));
        allDone &&= done.every(Boolean);
      }
      for (const id of fresh) seen.add(id);
    }

    async function doOne(id: string): Promise<boolean> {
      try {
        await take(id);
        return true;
      } catch (error) {
        log.error({ error, id, chore: name }, 'a chore could not be done');
        return false;
      }
    }
  }

  return rounds;
}
