import type { LocalDate } from '../time.ts';
import { type Calendar, type Hours, weekdays } from './calendar.ts';

const minute = 60_000;
const millisecondsADay = 24 * 60 * minute;

/** Part of a local day, in minutes since its 00:00. */
export interface DayWindow {
  from: number;
  to: number;
}

/** The windows of a local day, where a day is counted from 1970-01-01. Prepared once per calendar, asked per day. */
export function windowsByDay(calendar: Calendar): (day: number) => readonly DayWindow[] {
  const holidays = byDay(calendar.holidays);
  const openings = byDay(calendar.openings);
  const week = weekdays.map((weekday) => calendar.week[weekday]);

  const usual = week.map(merged);
  const special = new Map<number, DayWindow[]>();
  for (const day of new Set([...holidays.keys(), ...openings.keys()])) {
    const hours = holidays.get(day) ?? week[weekdayIndex(day)] ?? [];
    special.set(day, merged([...hours, ...(openings.get(day) ?? [])]));
  }
  return (day) => special.get(day) ?? usual[weekdayIndex(day)] ?? [];
}

/** All hours given for a date, so that of two entries, one closed and one with hours, the hours win. */
function byDay(entries: readonly { date: LocalDate; hours: Hours[] }[]): Map<number, Hours[]> {
  const days = new Map<number, Hours[]>();
  for (const { date, hours } of entries) {
    const day = dayOfDate(date);
    days.set(day, [...(days.get(day) ?? []), ...hours]);
  }
  return days;
}

/** The number of a date 'YYYY-MM-DD', counted from 1970-01-01. */
export function dayOfDate(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsADay;
}

// Monday is 0; 1970-01-01 was a Thursday.
function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * One working day in milliseconds: the length that most open weekdays have (of two equally common, the longer).
 * Without weekly hours it is eight hours: the clock then says that there is no opening, not that there is no target.
 */
export function workingDay(calendar: Calendar): number {
  const lengths = weekdays
    .map((weekday) => merged(calendar.week[weekday]).reduce((sum, { from, to }) => sum + to - from, 0))
    .filter((length) => length > 0)
    .sort((a, b) => b - a);
  const common = (length: number) => lengths.filter((other) => other === length).length;
  const usual = lengths.reduce(
    (best, length) => (common(length) > common(best) ? length : best),
    lengths[0] ?? 480,
  );
  return usual * minute;
}

/** Windows in order; those that overlap or touch become one. */
function merged(windows: readonly Hours[]): DayWindow[] {
  const result: DayWindow[] = [];
  for (const { from, to } of windows.map(inMinutes).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

function inMinutes({ from, to }: Hours): DayWindow {
  return { from: minuteOfDay(from), to: minuteOfDay(to) };
}

function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
