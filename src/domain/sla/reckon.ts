import type { Instant } from '../time.ts';
import { type AlertShares, alertsToTell } from './alerts.ts';
import { type Reading, readClock } from './clocks.ts';
import type { Commitment, ToldAlert } from './commitment.ts';
import { type Course, promiseClock } from './course.ts';
import type { Policies } from './policy.ts';
import { zoneDataVersion } from './zone.ts';

export interface Reckoning {
  now: Instant;
  /** What was told before; it is not told again. */
  told: readonly ToldAlert[];
  shares: AlertShares;
  /** Kept with the figures, see `basisOf`. */
  basis: string;
}

/** What figures come from, besides the history: they are reckoned anew when it is another one. */
export function basisOf(policies: Policies): string {
  return basisOfVersion((policies.at(-1) ?? policies[0]).version);
}

export function basisOfVersion(settings: number): string {
  return `${settings}/${zoneDataVersion}`;
}

/** What a clock shows, as it is kept and promised. */
export function reckon(course: Course, { now, told, shares, basis }: Reckoning): Commitment {
  const { clock, round, debtor, startedAt, end } = course;
  const promise = promiseClock(course);
  const reading = readClock(promise, now);
  const alreadyTold = told.filter((each) => each.clock === clock && each.round === round);
  const [alert] =
    reading.phase === 'running'
      ? alertsToTell(
          promise,
          alreadyTold.map(({ kind }) => kind),
          now,
          shares,
        )
      : [];
  return {
    ...{ clock, round, debtor, startedAt },
    budget: reading.verdict === 'none' ? null : reading.budget,
    dueAt: reading.due.kind === 'due' ? reading.due.at : null,
    endedAt: end?.at ?? null,
    settledAt: end?.settledAt ?? null,
    verdict: verdictOf(reading, end),
    byChange: reading.verdict === 'missed' && reading.breach?.byChange === true,
    nextAlertAt: alert?.at ?? null,
    reckonedWith: basis,
  };
}

/** What has ended keeps the verdict that was written down then, whatever the rules or the zone data say today. */
export function keepingVerdicts(kept: readonly Commitment[], reckoned: readonly Commitment[]): Commitment[] {
  const ended = new Map(
    kept.filter(({ endedAt }) => endedAt !== null).map((each) => [`${each.clock} ${each.round}`, each]),
  );
  return reckoned.map((each) => ended.get(`${each.clock} ${each.round}`) ?? each);
}

function verdictOf(reading: Reading, end: Course['end']): Commitment['verdict'] {
  if (reading.verdict === 'missed') return 'missed';
  if (end) return end.met ? 'met' : 'cancelled';
  return reading.phase === 'paused' ? 'paused' : 'running';
}
