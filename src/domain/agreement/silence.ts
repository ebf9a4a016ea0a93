import { firstPending } from '../checks/standing.ts';
import type { RequestEvent } from '../request/events.ts';
import { nudgesBeforeSilence } from '../request/patience.ts';
import type { Request } from '../request/request.ts';
import { budgetOf } from '../sla/business-time.ts';
import type { Calendar } from '../sla/calendar.ts';
import { dueAt } from '../sla/due.ts';
import type { Instant } from '../time.ts';

/** What the clock does about a delivery that nobody answers. */
export type SilenceStep = { type: 'nudge' } | { type: 'close-unconfirmed' } | { type: 'report-silence' };

/** Working days of marketing's calendar after the last sign of life: the first nudge, the second, the end. */
const nudgeAfter = [2, 4] as const;
const silentAfter = 5;
/** However long the app was down, there is a working day between two steps. */
const atLeastBetween = 1;

/**
 * The next step, and when it is due; null if there is none. Small requests end unconfirmed, larger ones never do: there
 * the leads are told, once.
 */
export function nextSilenceStep(
  { state, size, checks }: Pick<Request, 'state' | 'size' | 'checks'>,
  history: readonly RequestEvent[],
  marketing: Calendar,
): { step: SilenceStep; at: Instant } | null {
  if (state.status !== 'delivered') return null;
  const isSmall = size === 'S';
  if (!isSmall && state.reported) return null;
  const isHeldUp = firstPending(checks) !== null;
  const delivered = history.findLastIndex(({ type }) => type === 'RequestDelivered');
  const since = history.slice(delivered);
  const signOfLife = since.findLast(({ side, type }) => side === 'marketing' || type === 'RequestDelivered');
  const lastNudge = since.findLast(({ type }) => type === 'ConfirmationNudged');
  if (!signOfLife) return null;

  const isLast = state.nudges >= nudgesBeforeSilence;
  const days = isLast ? silentAfter : (nudgeAfter[state.nudges] ?? silentAfter);
  const at = latest(
    afterDays(signOfLife.at, days, marketing),
    lastNudge ? afterDays(lastNudge.at, atLeastBetween, marketing) : 0,
  );
  // What a check is in the way of does not end by itself.
  if (at === null || (isLast && isSmall && isHeldUp)) return null;
  if (!isLast) return { step: { type: 'nudge' }, at };
  return { step: { type: isSmall ? 'close-unconfirmed' : 'report-silence' }, at };
}

/** Null if the calendar never has that many working days. */
function afterDays(from: Instant, days: number, calendar: Calendar): Instant | null {
  const due = dueAt(from, budgetOf({ amount: days, unit: 'days' }, calendar), calendar);
  return due.kind === 'due' ? due.at : null;
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? null : Math.max(a, b);
}
