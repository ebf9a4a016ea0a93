import type { Clock } from '../clock.ts';
import type { Slot } from '../domain/digest/schedule.ts';
import type { Instant } from '../domain/time.ts';
import type { Log } from '../usecases/desk.ts';
import { createRounds, type Rounds } from './rounds.ts';

/** When nothing says when to look again: the day, the hour or the zone may be set anew. */
const idleMs = 60_000;

export interface DigestsOptions {
  clock: Clock;
  log: Log;
  /** The weeks to be told now, the oldest first. */
  due: () => Promise<Slot[]>;
  nextDue: () => Promise<Instant>;
  make: (slot: Slot) => Promise<void>;
}

/** Makes each week's digest when it is due, and what fell due in a downtime when it is up again. */
export function createDigests({ clock, log, due, nextDue, make }: DigestsOptions): Rounds {
  const rounds = createRounds(clock, run);

  async function run(): Promise<Instant> {
    const again = clock.now() + idleMs;
    try {
      for (const slot of await due()) {
        if (rounds.isStopped()) return again;
        await make(slot);
      }
      return Math.min(again, await nextDue());
    } catch (error) {
      log.error({ error }, 'the weekly digest could not be made; it is tried again');
      return again;
    }
  }

  return rounds;
}
