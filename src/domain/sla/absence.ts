import type { Instant, LocalDate } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { nextOpen } from './due.ts';
import { dayOfDate } from './working-hours.ts';
import { instantOfLocal, offsetAt } from './zone.ts';

const day = 24 * 60 * 60_000;

/** Days on which somebody is away, both ends included. They stop what would disturb that person, never a clock. */
export interface Absence {
  firstDay: LocalDate;
  lastDay: LocalDate;
}

export function localDay(instant: Instant, zone: string): LocalDate {
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 10);
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
    at = nextOpen(instantOfLocal(hours.zone, (dayOfDate(lastDay) + 1) * day).instant, hours);
  }
  return at;
}
