import { localDay } from '../day.ts';
import type { Absence } from '../sla/absence.ts';
import type { Calendar } from '../sla/calendar.ts';
import { dayOfDate, windowsByDay } from '../sla/working-hours.ts';
import { instantOfLocal } from '../sla/zone.ts';
import type { Instant, LocalDate } from '../time.ts';
import { dayMs } from '../time.ts';

const minute = 60_000;

/**
 * The day whose morning has come for somebody with these hours since `since`; null if none has, if they do not work
 * that day, or if their day is over by now. After a downtime it comes late, on the same day.
 */
export function morningSince(
  since: Instant,
  now: Instant,
  hours: Calendar,
  absences: readonly Absence[],
): LocalDate | null {
  const today = localDay(now, hours.zone);
  const date = dayOfDate(today);
  const windows = windowsByDay(hours)(date);
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return null;
  if (absences.some(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay)) return null;
  const at = (minutes: number) => instantOfLocal(hours.zone, date * dayMs + minutes * minute).instant;
  return since < at(first.from) && at(first.from) <= now && now < at(last.to) ? today : null;
}
