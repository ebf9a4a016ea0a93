import { startOfDay } from '../day.ts';
import type { Request } from '../request/request.ts';
import type { Calendar } from '../sla/calendar.ts';
import { nextOpen } from '../sla/due.ts';
import type { Instant, LocalDate } from '../time.ts';
import { dayMs } from '../time.ts';

/** When nobody said when to look. */
const daysUntilLook = 60;

/**
 * When the requester is asked whether the outcome came true: on the day they named, else 60 days after it was done, and
 * within marketing's working hours. Null if it is not done, or was asked before.
 */
export function outcomeAskedAt(
  { state, outcome }: Pick<Request, 'state' | 'outcome'>,
  lookOn: LocalDate | null,
  marketing: Calendar,
): Instant | null {
  if (state.status !== 'done' || outcome) return null;
  const wanted =
    lookOn === null ? state.closedAt + daysUntilLook * dayMs : startOfDay(lookOn, marketing.zone);
  // A day that came before it was done is no day to look at it.
  return nextOpen(Math.max(wanted, state.closedAt + dayMs), marketing) ?? null;
}
