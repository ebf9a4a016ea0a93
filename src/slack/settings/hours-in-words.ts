import {
  type Calendar,
  calendarSchema,
  type Hours,
  overlappingHours,
  weekdays,
} from '../../domain/sla/calendar.ts';
import { isZone } from '../../domain/sla/zone.ts';
import { oneLine } from '../kit/escape.ts';

/** Working hours as people write them: "Mon-Thu 09:00-12:00, 13:00-17:00, Fri 09:00-15:00". */

type Week = Calendar['week'];
type Weekday = (typeof weekdays)[number];

const dayNames: Record<Weekday, string> = {
  monday: 'Mon',
  tuesday: 'Tue',
  wednesday: 'Wed',
  thursday: 'Thu',
  friday: 'Fri',
  saturday: 'Sat',
  sunday: 'Sun',
};

/** Days in a row with the same hours are named once; days without any are left out. */
export function weekInWords(week: Week): string {
  const groups: { days: Weekday[]; hours: string }[] = [];
  for (const weekday of weekdays) {
    const hours = week[weekday].map(({ from, to }) => `${from}-${to}`).join(', ');
    const last = groups.at(-1);
    if (last?.hours === hours) last.days.push(weekday);
    else groups.push({ days: [weekday], hours });
  }
  return groups
    .filter(({ hours }) => hours !== '')
    .map(({ days, hours }) => `${daysInWords(days)} ${hours}`)
    .join(', ');
}

function daysInWords(days: readonly Weekday[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return '';
  return first === last ? dayNames[first] : `${dayNames[first]}-${dayNames[last]}`;
}

export type ReadWeek = { ok: true; week: Week } | { ok: false; fault: string };

const example = 'Write it like “Mon-Fri 09:00-17:00”.';

/** Reads what a person wrote, or says in a sentence what is wrong with it. */
export function readWeek(text: string): ReadWeek {
  const week: Week = {
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  };
  let days: Weekday[] = [];
  let hadHours = true;
  for (const word of oneLine(text.replace(/\s*[-–—]\s*/g, '-'))
    .split(/[\s,;]+/)
    .filter(Boolean)) {
    const named = readDays(word);
    if (named) {
      days = hadHours ? named : [...days, ...named];
      hadHours = false;
      continue;
    }
    const hours = readHours(word);
    if (!hours) return { ok: false, fault: `“${word}” is neither a day nor a time. ${example}` };
    if (days.length === 0) return { ok: false, fault: `“${word}” belongs to no day. ${example}` };
    for (const weekday of days) week[weekday].push(hours);
    hadHours = true;
  }
  return hadHours ? { ok: true, week } : { ok: false, fault: `The last day has no hours. ${example}` };
}

function readDays(word: string): Weekday[] | null {
  const [first, last = first, ...more] = word.split('-').map(weekdayIndex);
  if (first === undefined || last === undefined || first < 0 || last < 0 || more.length > 0) return null;
  // "Sat-Mon" goes over the end of the week.
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => weekdays[(first + at) % 7] ?? 'monday');
}

function weekdayIndex(name: string): number {
  const start = name.toLowerCase();
  return start.length < 2 ? -1 : weekdays.findIndex((weekday) => weekday.startsWith(start));
}

function readHours(word: string): Hours | null {
  const [, from, to] = /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/.exec(word) ?? [];
  return from && to ? { from: from.padStart(5, '0'), to: to.padStart(5, '0') } : null;
}

export type ReadCalendar =
  | { ok: true; calendar: Calendar }
  | { ok: false; faults: { week?: string; zone?: string } };

/** The calendar with this week and zone; its holidays and openings stay. */
export function readCalendar(
  before: Calendar,
  written: { week: string | null; zone: string | null },
): ReadCalendar {
  const week = written.week ? readWeek(written.week) : { ok: false as const, fault: example };
  const zone = written.zone ?? '';
  const faults = {
    ...(week.ok ? {} : { week: week.fault }),
    ...(isZone(zone) ? {} : { zone: `“${zone}” is no time zone. Write it like “Europe/Berlin”.` }),
  };
  if (!week.ok || !isZone(zone)) return { ok: false, faults };
  const same = zone === before.zone && weekInWords(week.week) === weekInWords(before.week);
  const calendar = { ...before, week: week.week, zone, version: before.version + (same ? 0 : 1) };
  const fault = faultOf(calendar);
  return fault ? { ok: false, faults: { week: fault } } : { ok: true, calendar };
}

function faultOf(calendar: Calendar): string | null {
  const parsed = calendarSchema.safeParse(calendar);
  const [issue] = parsed.success ? overlappingHours(calendar) : parsed.error.issues;
  if (!issue) return null;
  const [, weekday, at] = issue.path;
  const name = weekdays.find((each) => each === weekday);
  const hours = name && typeof at === 'number' ? calendar.week[name][at] : undefined;
  const where = name ? `${dayNames[name]}${hours ? ` ${hours.from}-${hours.to}` : ''}: ` : '';
  return `${where}${issue.message}.`;
}
