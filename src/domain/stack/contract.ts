import type { LocalDate } from '../time.ts';
import type { Tool } from './tool.ts';

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
  return daysAfter(contractEnd, -(noticeDays ?? 0));
}

export function daysAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative if it has passed. */
export function daysUntil(date: LocalDate, today: LocalDate): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs);
}
