import type { Commitment } from '../sla/commitment.ts';
import { nextOpen } from '../sla/due.ts';
import { calendarOf } from '../sla/party-calendar.ts';
import type { Policies } from '../sla/policy.ts';
import { policyVersionAt } from '../sla/policy.ts';
import type { Instant } from '../time.ts';

/**
 * What is owed, as it stands at an instant. A promise is written down as late when the clock next looks at it, which
 * may be after the digest looked: after a downtime both begin at once.
 */
export function asOf(
  commitments: readonly Commitment[],
  policies: Policies,
  now: Instant,
): readonly Commitment[] {
  const isLate = ({ verdict, dueAt, debtor }: Commitment) => {
    if (verdict !== 'running' || dueAt === null || dueAt >= now) return false;
    const { hours } = policyVersionAt(policies, now).settings;
    // Used up at closing time, a budget is exceeded at the next opening.
    const opens = nextOpen(dueAt, calendarOf(debtor, hours));
    return opens !== undefined && opens < now;
  };
  return commitments.map((each) => (isLate(each) ? { ...each, verdict: 'missed' } : each));
}
