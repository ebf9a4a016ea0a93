import type { LocalDate } from '../time.ts';
import type { Cost, Tool } from './tool.ts';

const dayMs = 86_400_000;

/**
 * The last day on which a contract can be ended or changed: this, not the end itself, is the date that counts. Null
 * without an end.
 */
export function noticeOn({
  contractEnd,
  noticeDays,
}: Pick<Tool, 'contractEnd' | 'noticeDays'>): LocalDate | null {
  if (!contractEnd) return null;
  const end = Date.parse(`${contractEnd}T00:00:00Z`);
  return new Date(end - (noticeDays ?? 0) * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative if it has passed. */
export function daysUntil(date: LocalDate, today: LocalDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs);
}

const timesAYear = { month: 12, quarter: 4, year: 1 } as const;

/** What it costs in a year; null if it was paid once. */
export function yearlyCost({ amount, period }: Cost): number | null {
  return period === 'once' ? null : amount * timesAYear[period];
}
