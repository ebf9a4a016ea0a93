import { sides } from '../person.ts';
import type { RequestEvent } from '../request/events.ts';
import type { Request } from '../request/request.ts';
import { type ClockKind, type Commitment, clockKinds } from '../sla/commitment.ts';
import type { Instant } from '../time.ts';
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
    add({ request, history, commitments }) {
      for (const commitment of commitments) {
        const side = sides.find((each) => each === commitment.debtor);
        // Without a budget nothing was promised.
        if (!side || commitment.budget === null) continue;
        const tally = tallies[side];
        const row = { request: request.number, clock: commitment.clock };
        const at = settledAt(commitment, request, history);
        if (at === null) {
          if (commitment.verdict === 'missed') tally.overdue.add(row);
        } else if (within(week, at)) {
          if (commitment.verdict === 'met') tally.kept.add(row);
          else if (commitment.byChange) tally.lateByChange.add(row);
          else if (commitment.verdict === 'missed') {
            tally.late.add(row);
            tally.lateOf(commitment.clock).now += 1;
          }
        } else if (within(before, at) && !commitment.byChange) {
          if (commitment.verdict === 'met') tally.before.kept += 1;
          else if (commitment.verdict === 'missed') {
            tally.before.late += 1;
            tally.lateOf(commitment.clock).before += 1;
          }
        }
      }
    },
    figure: () => ({ it: figureOf(tallies.it), marketing: figureOf(tallies.marketing) }),
  };
}

/** When a promise's verdict became final; a delivery's only when it was confirmed. Null while it is owed. */
function settledAt(
  { clock, endedAt }: Commitment,
  { state }: Request,
  history: readonly RequestEvent[],
): Instant | null {
  if (endedAt === null || clock !== 'delivery') return endedAt;
  const ending = history.find(
    ({ type, at }) => at >= endedAt && (type === 'DeliveryConfirmed' || type === 'ClosedUnconfirmed'),
  );
  // Of what was over before the week the history is left unread.
  return ending?.at ?? (state.status === 'done' ? state.closedAt : endedAt);
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
