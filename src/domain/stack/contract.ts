import { daysAfter } from '../day.ts';
import type { LocalDate } from '../time.ts';
import type { Tool } from './tool.ts';

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
