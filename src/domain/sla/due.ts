import type { Instant } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { type Interval, without } from './interval.ts';
import { openBefore, tableCovering, whenOpenReaches } from './window-table.ts';

const year = 365.25 * 24 * 60 * 60_000;

/** How far ahead an opening is looked for, in milliseconds. */
export const horizon = 5 * year;

/**
 * When a budget is used up. `no-clock`: there is no budget. `paused`: a pause without end came first. `no-opening`: the
 * calendar never opens, a fault of its configuration. `too-far`: it opens, but not enough in five years.
 */
export type Due = { kind: 'due'; at: Instant } | { kind: 'no-clock' | 'paused' | 'no-opening' | 'too-far' };

/**
 * The earliest instant at which elapsed(start, instant) equals the budget (milliseconds). Used up exactly at closing
 * time, it is due at closing time.
 */
export function dueAt(
  start: Instant,
  budget: number,
  calendar: Calendar,
  pauses: readonly Interval[] = [],
): Due {
  if (!(budget > 0)) return { kind: 'no-clock' };
  if (pauses.length === 0) return search(start, budget, calendar);

  let left = budget;
  for (const { from, to } of without(pauses, start, Number.POSITIVE_INFINITY)) {
    if (to === Number.POSITIVE_INFINITY) return search(from, left, calendar);
    const table = tableCovering(calendar, from, to);
    const open = openBefore(table, to) - openBefore(table, from);
    if (open >= left) return search(from, left, calendar);
    left -= open;
  }
  return { kind: 'paused' };
}

/**
 * The first instant at which elapsed exceeds the budget: one millisecond of open time past it, so after a due time at
 * closing it lies just behind the next opening.
 */
export function breachAt(
  start: Instant,
  budget: number,
  calendar: Calendar,
  pauses: readonly Interval[] = [],
): Due {
  return budget > 0 ? dueAt(start, budget + 1, calendar, pauses) : { kind: 'no-clock' };
}

/** The instant itself if the calendar is open then, else the next opening; none in five years if it never opens. */
export function nextOpen(instant: Instant, calendar: Calendar): Instant | undefined {
  const due = dueAt(instant, 1, calendar);
  return due.kind === 'due' ? due.at - 1 : undefined;
}

export function isOpen(instant: Instant, calendar: Calendar): boolean {
  return nextOpen(instant, calendar) === instant;
}

function search(start: Instant, budget: number, calendar: Calendar): Due {
  const limit = start + horizon;
  let table = tableCovering(calendar, start, start);
  const already = openBefore(table, start);
  for (;;) {
    const at = whenOpenReaches(table, already + budget);
    if (at !== undefined && at <= limit) return { kind: 'due', at };
    if (at !== undefined || table.coversTo >= limit) {
      return { kind: openBefore(table, limit) > already ? 'too-far' : 'no-opening' };
    }
    table = tableCovering(calendar, start, Math.min(limit, table.coversTo + 1));
  }
}
