import type { RequestKind } from '../request/kind.ts';
import { type Degree, priorityOf } from '../request/priority.ts';
import { budgetUntilDate } from '../sla/agreed-date.ts';
import { budgetOf } from '../sla/business-time.ts';
import type { Calendar } from '../sla/calendar.ts';
import { dueAt, isOpen as isOpenAt, nextOpen } from '../sla/due.ts';
import { type PolicySettings, policyFor } from '../sla/policy.ts';
import { offsetAt } from '../sla/zone.ts';
import type { Instant, LocalDate } from '../time.ts';
import { dayMs } from '../time.ts';

export interface Promises {
  /** When IT will have replied, and decided; null where nothing is promised. */
  reply: Instant | null;
  decision: Instant | null;
}

/** What IT would owe on a request that is sent now. */
export function firstPromises(
  { kind, impact, urgency }: { kind: RequestKind; impact: Degree; urgency: Degree },
  settings: PolicySettings,
  now: Instant,
): Promises {
  const { targets, hours } = policyFor(settings, { kind, priority: priorityOf(impact, urgency) });
  const dueFor = (clock: 'first-response' | 'decision') => {
    const due = dueAt(now, budgetOf(targets[clock], hours.it), hours.it);
    return due.kind === 'due' ? due.at : null;
  };
  return { reply: dueFor('first-response'), decision: dueFor('decision') };
}

/** The last day of this week on which a calendar has working time left; null if there is none. */
export function endOfWeek(now: Instant, calendar: Calendar): LocalDate | null {
  const local = now + offsetAt(calendar.zone, now);
  const sinceMonday = (new Date(local).getUTCDay() + 6) % 7;
  let last: LocalDate | null = null;
  let before = 0;
  for (let ahead = 0; ahead <= 6 - sinceMonday; ahead += 1) {
    const date = new Date(local + ahead * dayMs).toISOString().slice(0, 10);
    const left = budgetUntilDate(now, date, calendar);
    const budget = left.kind === 'budget' ? left.budget : 0;
    if (budget > before) last = date;
    before = budget;
  }
  return last;
}

/** When a calendar opens again; null while it is open, or if it never does. */
export function closedUntil(now: Instant, calendar: Calendar): Instant | null {
  return isOpenAt(now, calendar) ? null : (nextOpen(now, calendar) ?? null);
}
