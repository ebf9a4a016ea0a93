import { daysAfter, localDay, startOfDay } from '../day.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { nextOpen } from './due.ts';

/** Days on which somebody is away, both ends included. They stop what would disturb that person, never a clock. */
export interface Absence {
  firstDay: LocalDate;
  lastDay: LocalDate;
}

/**
 * The first instant from `instant` on at which somebody with these hours is at work and may be disturbed; none if
 * the calendar never opens.
 */
export function nextAtWork(
  instant: Instant,
  hours: Calendar,
  absences: readonly Absence[],
): Instant | undefined {
  let at = nextOpen(instant, hours);
  for (const { firstDay, lastDay } of absences.toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))) {
    if (at === undefined) return undefined;
    const today = localDay(at, hours.zone);
    if (today < firstDay || today > lastDay) continue;
    at = nextOpen(startOfDay(daysAfter(lastDay, 1), hours.zone), hours);
  }
  return at;
}
