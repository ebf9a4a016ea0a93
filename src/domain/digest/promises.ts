import { sides } from '../person.ts';
import { type ClockKind, type Commitment, clockKinds } from '../sla/commitment.ts';
import type { Figures, SidePromises } from './figures.ts';
import { type Span, within } from './schedule.ts';
import { Listing, type Tally } from './tally.ts';

/**
 * Promises that were settled in the week, and in the week before. A promise counts once, when its verdict is final, so
 * that a figure that was told never changes afterwards; what is late and still owed stands beside it.
 */
export function promisesTally(week: Span, before: Span): Tally<Figures['promises']> {
  const tallies = { it: sideTally(), marketing: sideTally() };
  return {
    add({ request, commitments }) {
      for (const commitment of commitments) {
        const side = sides.find((each) => each === commitment.debtor);
        // Without a budget nothing was promised.
        if (!side || commitment.budget === null) continue;
        const tally = tallies[side];
        const row = { request: request.number, clock: commitment.clock };
        const { settledAt: at } = commitment;
        const counts = countsAs(commitment);
        if (at === null) {
          if (commitment.verdict === 'missed') tally.overdue.add(row);
        } else if (within(week, at)) {
          if (counts) tally[counts].add(row);
          if (counts === 'late') tally.lateOf(commitment.clock).now += 1;
        } else if (within(before, at)) {
          if (counts === 'kept' || counts === 'late') tally.before[counts] += 1;
          if (counts === 'late') tally.lateOf(commitment.clock).before += 1;
        }
      }
    },
    figure: () => ({ it: figureOf(tallies.it), marketing: figureOf(tallies.marketing) }),
  };
}

/**
 * What a settled promise counts as: late only because a target, a priority or a calendar was changed, it counts for
 * neither; null where it became pointless before it was due.
 */
export function countsAs({
  verdict,
  byChange,
}: Pick<Commitment, 'verdict' | 'byChange'>): 'kept' | 'late' | 'lateByChange' | null {
  if (verdict === 'met') return 'kept';
  if (verdict !== 'missed') return null;
  return byChange ? 'lateByChange' : 'late';
}

interface SideTally {
  kept: Listing;
  late: Listing;
  lateByChange: Listing;
  overdue: Listing;
  before: { kept: number; late: number };
  lateOf(clock: ClockKind): { now: number; before: number };
  clocks: Map<ClockKind, { now: number; before: number }>;
}

function sideTally(): SideTally {
  const clocks = new Map<ClockKind, { now: number; before: number }>();
  return {
    ...{ kept: new Listing(), late: new Listing(), lateByChange: new Listing(), overdue: new Listing() },
    before: { kept: 0, late: 0 },
    clocks,
    lateOf(clock) {
      const counts = clocks.get(clock) ?? { now: 0, before: 0 };
      clocks.set(clock, counts);
      return counts;
    },
  };
}

function figureOf({ kept, late, lateByChange, overdue, before, clocks }: SideTally): SidePromises {
  return {
    kept: kept.figure(),
    late: late.figure(),
    lateByChange: lateByChange.figure(),
    overdue: overdue.figure(),
    before,
    lateByClock: clockKinds.flatMap((clock) => {
      const counts = clocks.get(clock);
      return counts ? [{ clock, ...counts }] : [];
    }),
  };
}
