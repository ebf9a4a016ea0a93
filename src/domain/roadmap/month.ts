import type { LocalDate } from '../time.ts';

/** A month without a zone, `YYYY-MM`: compared as text, like the days in it. */
export type Month = string;

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7);
}

export function monthAfter(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** So many months from this one on, in order. */
export function monthsFrom(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => monthAfter(month, index));
}
