import type { Instant } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { type Interval, type Stretch, without } from './interval.ts';
import { openBefore, tableCovering } from './window-table.ts';

/** Milliseconds of open, unpaused time in [from, to); 0 when `to` is not after `from`. */
export function elapsed(
  from: Instant,
  to: Instant,
  calendar: Calendar,
  pauses: readonly Interval[] = [],
): number {
  if (!(to > from)) return 0;
  const table = tableCovering(calendar, from, to);
  if (pauses.length === 0) return openBefore(table, to) - openBefore(table, from);
  return without(pauses, from, to).reduce(
    (sum, running) => sum + openBefore(table, running.to) - openBefore(table, running.from),
    0,
  );
}

/** The open, unpaused stretches in [from, to) one by one: the sum that `elapsed` gives, to be checked by hand. */
export function countedStretches(
  from: Instant,
  to: Instant,
  calendar: Calendar,
  pauses: readonly Interval[] = [],
): Stretch[] {
  if (!(to > from)) return [];
  const { opens, closes } = tableCovering(calendar, from, to);
  return without(pauses, from, to).flatMap((running) =>
    opens
      .map((open, at) => ({
        from: Math.max(open, running.from),
        to: Math.min(closes[at] ?? open, running.to),
      }))
      .filter((counted) => counted.to > counted.from),
  );
}
