import { daysAfter, isoWeek, localDay, mondayOf, startOfDay } from '../day.ts';
import type { Settings } from '../settings/settings.ts';
import { weekdays } from '../sla/calendar.ts';
import { dayOfDate } from '../sla/working-hours.ts';
import { instantOfLocal } from '../sla/zone.ts';
import type { Instant, LocalDate } from '../time.ts';
import { dayMs } from '../time.ts';

/** When the digest comes: a day of the week, a time of that day, and the zone of both. */
export type Schedule = Pick<Settings['digest'], 'weekday' | 'time' | 'zone'>;

/** A stretch of time: from its first millisecond up to, not including, its end. */
export interface Span {
  from: Instant;
  to: Instant;
}

export function within({ from, to }: Span, at: Instant): boolean {
  return from <= at && at < to;
}

/** One week's digest: it tells the seven days before the day on which it is due. */
export interface Slot extends Span {
  /** The ISO week of the day on which it is due, such as `2026-W10`: there is one digest for each. */
  week: string;
  dueAt: Instant;
  /** The seven days before, to compare with. */
  before: Span;
}

const minute = 60_000;
/** A longer outage begins anew: nobody reads five digests in one go. */
const weeksCaughtUp = 4;

/**
 * The digests that are due by now and not made, the oldest first. `made` is the newest that was made: no older one
 * comes after it, however the clock or the zone is set. Before the first there is only the newest due.
 */
export function slotsDue(schedule: Schedule, made: string | null, now: Instant): Slot[] {
  const thisMonday = mondayOf(localDay(now, schedule.zone));
  const mondays = Array.from({ length: weeksCaughtUp }, (_, back) => daysAfter(thisMonday, -7 * back));
  const due = mondays
    .map((monday) => slotOf(schedule, monday))
    .filter((slot) => slot.dueAt <= now && (made === null || slot.week > made));
  return made === null ? due.slice(0, 1) : due.reverse();
}

/** When the next digest is due that is not due yet. */
export function nextDigestAt(schedule: Schedule, now: Instant): Instant {
  const monday = mondayOf(localDay(now, schedule.zone));
  const { dueAt } = slotOf(schedule, monday);
  return dueAt > now ? dueAt : slotOf(schedule, daysAfter(monday, 7)).dueAt;
}

/** From the last Monday's midnight until now: a week that is not over. */
export function weekSoFar({ zone }: Schedule, now: Instant): Slot {
  const today = localDay(now, zone);
  const monday = mondayOf(today);
  return { week: isoWeek(today), dueAt: now, ...startingOn(monday, zone), to: now };
}

function slotOf({ weekday, time, zone }: Schedule, monday: LocalDate): Slot {
  const date = daysAfter(monday, weekdays.indexOf(weekday));
  const local = dayOfDate(date) * dayMs + minutesOf(time) * minute;
  return {
    week: isoWeek(date),
    dueAt: instantOfLocal(zone, local).instant,
    ...startingOn(daysAfter(date, -7), zone),
    to: startOfDay(date, zone),
  };
}

/** A stretch that begins on this day, with the seven days before it. */
function startingOn(first: LocalDate, zone: string): Pick<Slot, 'from' | 'before'> {
  const from = startOfDay(first, zone);
  return { from, before: { from: startOfDay(daysAfter(first, -7), zone), to: from } };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
