import type { Request } from '../request/request.ts';
import { isOpen } from '../request/request.ts';
import type { Calendar } from '../sla/calendar.ts';
import { dayOfDate } from '../sla/working-hours.ts';
import { instantOfLocal } from '../sla/zone.ts';
import type { Instant } from '../time.ts';

/** What the clock does once a waiver has ended. */
export interface WaiverStep {
  type: 'reopen-check';
  check: string;
}

const day = 24 * 60 * 60_000;

/** When the first waiver of a request ends, with the last day of it; null if none runs, or nothing came of the request. */
export function nextWaiverEnd(
  request: Request,
  within: Calendar,
): { step: WaiverStep; at: Instant; within: Calendar } | null {
  if (!isOpen(request) && request.state.status !== 'done') return null;
  const ends = request.checks.flatMap(({ name, standing }) =>
    standing.is === 'waived'
      ? [{ check: name, at: instantOfLocal(within.zone, (dayOfDate(standing.until) + 1) * day).instant }]
      : [],
  );
  const [first] = ends.sort((a, b) => a.at - b.at);
  return first ? { step: { type: 'reopen-check', check: first.check }, at: first.at, within } : null;
}
