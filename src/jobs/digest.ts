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

export interface Digests extends Pick<Rounds, 'start' | 'stop'> {
  /** Looks again if the clock shows an earlier time than when it looked last: its alarm is set too late then. */
  noticeClock(): void;
}

/** Makes each week's digest when it is due, and what fell due in a downtime when it is up again. */
export function createDigests({ clock, log, due, nextDue, make }: DigestsOptions): Digests {
  const rounds = createRounds(clock, run);
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function run(): Promise<Instant> {
    lookedAt = clock.now();
    const again = lookedAt + idleMs;
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

  return {
    start: rounds.start,
    stop: rounds.stop,
    noticeClock() {
      if (clock.now() < lookedAt) rounds.wake();
    },
  };
}
