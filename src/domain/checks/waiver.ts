import { daysAfter, startOfDay } from '../day.ts';
import type { Request } from '../request/request.ts';
import { isOpen } from '../request/request.ts';
import type { Calendar } from '../sla/calendar.ts';
import type { Instant } from '../time.ts';

/** What the clock does once a waiver has ended. */
export interface WaiverStep {
  type: 'reopen-check';
  check: string;
}

/** When the first waiver of a request ends, with the last day of it; null if none runs, or nothing came of the request. */
export function nextWaiverEnd(
  request: Request,
  within: Calendar,
): { step: WaiverStep; at: Instant; within: Calendar } | null {
  if (!isOpen(request) && request.state.status !== 'done') return null;
  const ends = request.checks.flatMap(({ name, standing }) =>
    standing.is === 'waived'
      ? [{ check: name, at: startOfDay(daysAfter(standing.until, 1), within.zone) }]
      : [],
  );
  const [first] = ends.sort((a, b) => a.at - b.at);
  return first ? { step: { type: 'reopen-check', check: first.check }, at: first.at, within } : null;
}
