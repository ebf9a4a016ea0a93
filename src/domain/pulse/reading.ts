import { type Side, sides } from '../person.ts';

/** What a side's answers come to; from so few that one could be guessed nothing is told. */
export const fewestAnswers = 5;

/** 1 is badly, 5 is very well. */
export const pulseScores = [1, 2, 3, 4, 5] as const;
export type PulseScore = (typeof pulseScores)[number];

export interface PulseTally {
  quarter: string;
  side: Side;
  answers: number;
  /** Of all scores. */
  sum: number;
}

/** One quarter's pulse: the mean of each side, to a tenth, and how far apart they are. Null where too few answered. */
export interface PulseReading {
  quarter: string;
  sides: Record<Side, { mean: number; answers: number } | null>;
  gap: number | null;
}

/** Of the quarters that are over, the newest first: while answers change, a change of the mean would tell whose. */
export function pulseReadings(tallies: readonly PulseTally[], open: string): PulseReading[] {
  const over = [...new Set(tallies.map(({ quarter }) => quarter))].filter((quarter) => quarter < open);
  return over
    .sort()
    .reverse()
    .map((quarter) => {
      const [marketing = null, it = null] = sides.map((side) => {
        const tally = tallies.find((each) => each.quarter === quarter && each.side === side);
        if (!tally || tally.answers < fewestAnswers) return null;
        return { mean: toTenths(tally.sum / tally.answers), answers: tally.answers };
      });
      const gap = marketing && it ? toTenths(Math.abs(marketing.mean - it.mean)) : null;
      return { quarter, sides: { marketing, it }, gap };
    });
}

function toTenths(value: number): number {
  return Math.round(value * 10) / 10;
}
