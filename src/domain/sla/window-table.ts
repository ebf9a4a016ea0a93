import type { Instant } from '../time.ts';
import { dayMs } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { openStretches } from './open-stretches.ts';

// Bounds the work that one absurd instant can ask for.
const earliestYear = 1900;
const latestYear = 2200;
const tablesKept = 200;

/**
 * The open windows of a calendar as instants, in order and never touching, over whole years. Zones are only asked
 * when years are added; every question after that is a binary search.
 */
export interface WindowTable {
  firstYear: number;
  lastYear: number;
  /** No window that touches [coversFrom, coversTo] is missing. */
  coversFrom: Instant;
  coversTo: Instant;
  opens: Instant[];
  closes: Instant[];
  /** Prefix sums: the table's open time before each window. */
  before: number[];
}

const byCalendar = new WeakMap<Calendar, WindowTable>();
// A calendar read from the store again is another object with the same content.
const byContent = new Map<string, WindowTable>();

/**
 * The calendar's table, holding at least the years between the two instants. Calendars are values: one that was
 * asked about must not be changed. Sums taken from the table are comparable until it grows backwards.
 */
export function tableCovering(calendar: Calendar, from: Instant, to: Instant): WindowTable {
  const table = byCalendar.get(calendar) ?? tableOfContent(calendar);
  if (from >= table.coversFrom && to <= table.coversTo) return table;

  const first = new Date(from - dayMs).getUTCFullYear();
  const last = new Date(to + dayMs).getUTCFullYear();
  if (!(first >= earliestYear && last <= latestYear)) {
    throw new RangeError(
      `Working time is known from ${earliestYear} to ${latestYear}, not from ${from} to ${to}`,
    );
  }
  if (first < table.firstYear) {
    const lastKnown = Math.max(last, table.lastYear);
    Object.assign(table, emptyTable());
    addYears(table, calendar, first, lastKnown);
  } else {
    addYears(table, calendar, table.lastYear + 1, last);
  }
  return table;
}

function tableOfContent(calendar: Calendar): WindowTable {
  const content = JSON.stringify(calendar);
  const table = byContent.get(content) ?? emptyTable();
  byContent.set(content, table);
  byCalendar.set(calendar, table);
  for (const oldest of byContent.keys()) {
    if (byContent.size <= tablesKept) break;
    byContent.delete(oldest);
  }
  return table;
}

function emptyTable(): WindowTable {
  return {
    firstYear: Number.POSITIVE_INFINITY,
    lastYear: Number.NEGATIVE_INFINITY,
    coversFrom: Number.POSITIVE_INFINITY,
    coversTo: Number.NEGATIVE_INFINITY,
    opens: [],
    closes: [],
    before: [],
  };
}

function addYears(table: WindowTable, calendar: Calendar, first: number, last: number): void {
  for (const { from, to } of openStretches(calendar, Date.UTC(first) / dayMs, Date.UTC(last + 1) / dayMs)) {
    addWindow(table, from, to);
  }
  table.firstYear = Math.min(table.firstYear, first);
  table.lastYear = last;
  // Local days begin and end up to 14 hours from UTC's.
  table.coversFrom = Date.UTC(table.firstYear) + dayMs;
  table.coversTo = Date.UTC(last + 1) - dayMs;
}

function addWindow(table: WindowTable, from: number, to: number): void {
  const at = table.opens.length - 1;
  const lastOpen = table.opens[at] ?? Number.NEGATIVE_INFINITY;
  const lastClose = table.closes[at] ?? Number.NEGATIVE_INFINITY;
  if (from <= lastClose) {
    table.closes[at] = Math.max(lastClose, to);
  } else {
    table.before.push(at < 0 ? 0 : (table.before[at] ?? 0) + lastClose - lastOpen);
    table.opens.push(from);
    table.closes.push(to);
  }
}

/** The table's open time before an instant. */
export function openBefore(table: WindowTable, instant: Instant): number {
  const at = countAtMost(table.opens, instant) - 1;
  const opens = table.opens[at];
  const closes = table.closes[at];
  const before = table.before[at];
  if (opens === undefined || closes === undefined || before === undefined) return 0;
  return before + Math.min(instant, closes) - opens;
}

/** The earliest instant before which the table has had that much open time (above 0); none if it never has. */
export function whenOpenReaches(table: WindowTable, open: number): Instant | undefined {
  // Times are whole milliseconds: the last window with less than `open` before it.
  const at = countAtMost(table.before, open - 1) - 1;
  const opens = table.opens[at];
  const closes = table.closes[at];
  const before = table.before[at];
  if (opens === undefined || closes === undefined || before === undefined) return undefined;
  const instant = opens + open - before;
  return instant <= closes ? instant : undefined;
}

/** How many of the ascending numbers are at most the limit. */
function countAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = ascending[middle];
    if (value !== undefined && value <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
