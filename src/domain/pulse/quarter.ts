import { localDay, startOfDay } from '../day.ts';
import type { Instant } from '../time.ts';
import { dayMs } from '../time.ts';

/** Three months of a calendar, and the part of them in which the question is asked. */
export interface Quarter {
  /** `2026-Q1` */
  name: string;
  startsAt: Instant;
  /** The question is asked from here on… */
  asksFrom: Instant;
  /** …and answers can be changed until here, when the quarter is over. */
  closesAt: Instant;
}

const asksFor = 14 * dayMs;

/** The quarter of an instant in this zone. */
export function quarterAt(now: Instant, zone: string): Quarter {
  const today = localDay(now, zone);
  const year = Number(today.slice(0, 4));
  const index = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const startsAt = firstOf(year, index, zone);
  const closesAt = index === 3 ? firstOf(year + 1, 0, zone) : firstOf(year, index + 1, zone);
  return { name: `${year}-Q${index + 1}`, startsAt, asksFrom: closesAt - asksFor, closesAt };
}

function firstOf(year: number, index: number, zone: string): Instant {
  const month = String(index * 3 + 1).padStart(2, '0');
  return startOfDay(`${year}-${month}-01`, zone);
}
