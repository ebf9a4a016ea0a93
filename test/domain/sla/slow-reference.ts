/**
 * Working time the slow way, as a check on the engine and sharing none of its code: the wall clock of the zone is read
 * minute by minute (by Intl), every minute is marked open or closed, and time is counted by walking the minutes.
 */
import { type Calendar, type Hours, weekdays } from '../../../src/domain/sla/calendar.ts';
import type { Interval } from '../../../src/domain/sla/interval.ts';

const minute = 60_000;
const dayMinutes = 24 * 60;

/** A stretch of real minutes from `start` on, each open or not. */
export interface MarkedMinutes {
  start: number;
  open: Uint8Array;
}

/** Marks whole days of minutes from an instant on, which must lie on a minute. */
export function markMinutes(calendar: Calendar, start: number, days: number): MarkedMinutes {
  const margin = 2 * dayMinutes;
  const first = start - margin * minute;
  const wall = wallMinutes(calendar.zone, first, days * dayMinutes + 2 * margin);
  const open = new Uint8Array(wall.length);

  const firstDay = Math.floor((wall[0] ?? 0) / dayMinutes) - 1;
  const lastDay = Math.floor((wall.at(-1) ?? 0) / dayMinutes) + 1;
  for (let day = firstDay; day <= lastDay; day++) {
    for (const [from, to] of runsOf(dayMarks(calendar, day))) {
      const opens = firstShown(wall, day * dayMinutes + from);
      const closes = firstShown(wall, day * dayMinutes + to);
      if (opens.skipped && closes.skipped) continue;
      open.fill(1, opens.index, Math.max(opens.index, closes.index));
    }
  }
  return { start, open: open.slice(margin, margin + days * dayMinutes) };
}

/** What the wall clock shows at each minute, counted in minutes as if it were UTC. */
function wallMinutes(zone: string, first: number, count: number): number[] {
  const read = wallReader(zone);
  const wall: number[] = [];
  let shown = read(first);
  for (let at = 0; at < count; at += 60) {
    const next = read(first + (at + 60) * minute);
    const steady = next - shown === 60;
    for (let past = 0; past < 60; past++) {
      wall.push(steady ? shown + past : read(first + (at + past) * minute));
    }
    shown = next;
  }
  return wall;
}

const readers = new Map<string, (instant: number) => number>();

function wallReader(zone: string): (instant: number) => number {
  const known = readers.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const read = (instant: number) => {
    // "12/31/2026, 23:59"
    const [month, day, year, hour, past] = format.format(instant).split(/\D+/).map(Number);
    return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, past) / minute;
  };
  readers.set(zone, read);
  return read;
}

/** The next change of the zone's clock within a year, or the start. */
export function nextChange(zone: string, start: number): number {
  const read = wallReader(zone);
  let shown = read(start);
  for (let at = start; at < start + 365 * dayMinutes * minute; at += dayMinutes * minute) {
    const next = read(at + dayMinutes * minute);
    if (next - shown !== dayMinutes) return at;
    shown = next;
  }
  return start;
}

/** The index at which the wall clock first shows a time; a skipped time is read on the clock as it ran before. */
function firstShown(wall: readonly number[], time: number): { index: number; skipped: boolean } {
  let shown = wall[0] ?? time;
  if (time <= shown) return { index: 0, skipped: false };
  for (let index = 1; index < wall.length; index++) {
    const next = wall[index] ?? time;
    if (next === time) return { index, skipped: false };
    if (shown < time && time < next) return { index: index - 1 + time - shown, skipped: true };
    shown = next;
  }
  return { index: wall.length, skipped: false };
}

function dayMarks(calendar: Calendar, day: number): boolean[] {
  const noon = new Date((day * dayMinutes + 720) * minute);
  const date = noon.toISOString().slice(0, 10);
  const weekday = weekdays[(noon.getUTCDay() + 6) % 7] ?? 'monday';
  const holidays = calendar.holidays.filter((holiday) => holiday.date === date);
  const openings = calendar.openings.filter((opening) => opening.date === date);
  const hours = holidays.length > 0 ? holidays.flatMap((holiday) => holiday.hours) : calendar.week[weekday];

  const marks = new Array<boolean>(dayMinutes).fill(false);
  for (const window of [...hours, ...openings.flatMap((opening) => opening.hours)]) {
    marks.fill(true, minuteOf(window.from), minuteOf(window.to));
  }
  return marks;
}

function minuteOf(time: Hours['from']): number {
  const [hour = 0, past = 0] = time.split(':').map(Number);
  return hour * 60 + past;
}

function runsOf(marks: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  marks.forEach((open, at) => {
    if (!open) return;
    const last = runs.at(-1);
    if (last?.[1] === at) last[1] = at + 1;
    else runs.push([at, at + 1]);
  });
  return runs;
}

/** Walks the open, unpaused pieces of [from, to), none longer than a minute, until `visit` returns false. */
function walk(
  { start, open }: MarkedMinutes,
  from: number,
  to: number,
  pauses: readonly Interval[],
  visit: (from: number, to: number) => boolean,
): void {
  const stop = Math.min(to, start + open.length * minute);
  const edges = pauses.flatMap((pause) => [pause.from, pause.to ?? stop]);
  const cuts = [from, ...edges.filter((edge) => from < edge && edge < stop).sort((a, b) => a - b), stop];

  for (const [index, begin] of cuts.slice(0, -1).entries()) {
    if (pauses.some((pause) => pause.from <= begin && begin < (pause.to ?? stop))) continue;
    const end = cuts[index + 1] ?? begin;
    for (let at = Math.floor((begin - start) / minute); start + at * minute < end; at++) {
      if (!open[at]) continue;
      const piece = start + at * minute;
      if (!visit(Math.max(begin, piece), Math.min(end, piece + minute))) return;
    }
  }
}

export function slowElapsed(
  marked: MarkedMinutes,
  from: number,
  to: number,
  pauses: readonly Interval[],
): number {
  let sum = 0;
  walk(marked, from, to, pauses, (begin, end) => {
    sum += end - begin;
    return true;
  });
  return sum;
}

/** Undefined if the budget is not used up within the marked minutes. */
export function slowDue(
  marked: MarkedMinutes,
  start: number,
  budget: number,
  pauses: readonly Interval[],
): number | undefined {
  let left = budget;
  let due: number | undefined;
  walk(marked, start, Number.POSITIVE_INFINITY, pauses, (begin, end) => {
    if (end - begin >= left) due = begin + left;
    left -= end - begin;
    return due === undefined;
  });
  return due;
}
