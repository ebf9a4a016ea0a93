import type { Database } from 'better-sqlite3';
import type { Listed, Row } from '../../../../src/domain/digest/figures.ts';
import type { Slot } from '../../../../src/domain/digest/schedule.ts';

/**
 * Questions about one week. Where they say `@week` and `@end` they mean its first millisecond and the one behind its
 * last, `@earlier` is the first of the week before, and `@now` the instant at which it is all looked at.
 */
export interface Ask {
  all<Result extends object>(sql: string): Result[];
  /** Of one column. */
  values<Value>(sql: string): Value[];
  number(sql: string): number;
  /** Rows with a figure that counts them. */
  listed(sql: string): Listed;
}

export function askOf(database: Database, slot: Pick<Slot, 'from' | 'to' | 'before'>, now: number): Ask {
  const bound = { week: slot.from, end: slot.to, earlier: slot.before.from, now };
  const all = <Result extends object>(sql: string) =>
    database.prepare<[typeof bound], Result>(sql).all(bound);
  const values = <Value>(sql: string) =>
    database.prepare<[typeof bound], Value>(sql).pluck().all(bound) as Value[];
  return {
    all,
    values,
    number: (sql) => values<number | null>(sql)[0] ?? 0,
    listed(sql) {
      const rows = all<Row>(sql);
      return { count: rows.length, rows };
    },
  };
}

/** In UTC, in which everybody of these histories lives. */
export const today = `date(@now / 1000, 'unixepoch')`;

export const inWeek = 'at >= @week and at < @end';
