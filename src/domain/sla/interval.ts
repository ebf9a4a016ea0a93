import type { Instant } from '../time.ts';
/** Half-open stretch of time in epoch milliseconds; without `to` it has not ended. */
export interface Interval {
  from: Instant;
  to?: Instant;
}

/** An interval with both ends; Infinity stands for "not ended". */
export interface Stretch {
  from: Instant;
  to: Instant;
}

/** In order, without empty ones; those that overlap or touch become one. */
export function normalised(intervals: readonly Interval[]): Stretch[] {
  const result: Stretch[] = [];
  const ordered = intervals
    .map(({ from, to = Number.POSITIVE_INFINITY }) => ({ from, to }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  for (const stretch of ordered) {
    const last = result.at(-1);
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to);
    else result.push(stretch);
  }
  return result;
}

/** What is left of [from, to) without the intervals: pauses become running time, and the other way round. */
export function without(intervals: readonly Interval[], from: Instant, to: Instant): Stretch[] {
  const result: Stretch[] = [];
  let free = from;
  for (const taken of normalised(intervals)) {
    if (taken.from >= to) break;
    if (taken.from > free) result.push({ from: free, to: taken.from });
    free = Math.max(free, taken.to);
  }
  if (free < to) result.push({ from: free, to });
  return result;
}

/**
 * Pauses from what was told, in whatever order it arrived: a second pause and a resume without a pause mean nothing.
 * What happened at the same instant is taken in the order given.
 */
export function pausesFrom(told: readonly { what: 'pause' | 'resume'; at: Instant }[]): Interval[] {
  const pauses: Interval[] = [];
  let since: Instant | undefined;
  for (const { what, at } of told.toSorted((a, b) => a.at - b.at)) {
    if (what === 'pause') {
      since ??= at;
    } else if (since !== undefined) {
      pauses.push({ from: since, to: at });
      since = undefined;
    }
  }
  return since === undefined ? pauses : [...pauses, { from: since }];
}
