import { assertNever } from '../assert-never.ts';
import type { PersonId } from '../person.ts';
import type { RequestEvent } from '../request/events.ts';
import { type Check, isPending, missingOwners } from './check.ts';

/** The facts about checks. */
export type CheckEvent = Extract<RequestEvent, { type: `Check${string}` }>;

export function isAboutCheck(event: RequestEvent): event is CheckEvent {
  return event.type.startsWith('Check');
}

/** Pure: one fact about a check folded into the checks of its request. */
export function checksAfter(checks: readonly Check[], event: CheckEvent): Check[] {
  switch (event.type) {
    case 'CheckRequested':
      return [...checks, { ...event.check, answers: {}, standing: { is: 'open', approvedBy: [] } }];
    case 'CheckDropped':
      return checks.filter(({ name }) => name !== event.check);
    case 'CheckAnswered':
      return changed(checks, event.check, (check) => ({ answers: { ...check.answers, ...event.answers } }));
    case 'CheckApproved':
      return changed(checks, event.check, (check) => ({
        standing: approved(check, event.standsFor, actorOf(event)),
      }));
    case 'CheckChangesWanted': {
      const { from, words } = event;
      const standing = { is: 'changes-wanted', by: actorOf(event), from, words } as const;
      return changed(checks, event.check, () => ({ standing }));
    }
    case 'CheckWaived': {
      const { until, words } = event;
      const standing = { is: 'waived', by: actorOf(event), until, words } as const;
      return changed(checks, event.check, () => ({ standing }));
    }
    case 'CheckReopened':
      return changed(checks, event.check, () => ({ standing: { is: 'open', approvedBy: [] } }));
    default:
      return assertNever(event);
  }
}

/** How a check stands after one more yes. */
export function approved(check: Check, standsFor: readonly PersonId[], by: PersonId): Check['standing'] {
  const before = check.standing.is === 'open' ? check.standing.approvedBy : [];
  const approvedBy = [...new Set([...before, ...standsFor])];
  const standing = { is: 'open', approvedBy } as const;
  const isEnough = check.needs === 'any' || missingOwners({ ...check, standing }).length === 0;
  return isEnough ? { is: 'approved', by } : standing;
}

function changed(checks: readonly Check[], name: string, change: (check: Check) => Partial<Check>): Check[] {
  return checks.map((check) => (check.name === name ? { ...check, ...change(check) } : check));
}

function actorOf({ actor, type }: CheckEvent): PersonId {
  if (!actor) throw new Error(`${type} needs somebody who did it`);
  return actor;
}

/**
 * Which check each clock of a check is about, by its round: every request for one and every reopening starts the next.
 */
export function checkRounds(history: readonly RequestEvent[]): string[] {
  return history.flatMap((event) => {
    if (event.type === 'CheckRequested') return [event.check.name];
    return event.type === 'CheckReopened' ? [event.check] : [];
  });
}

/** The first undecided check that stands in the way; changes that somebody owes come before decisions. */
export function firstPending(checks: readonly Check[], blocks?: Check['blocks']): Check | null {
  const pending = checks.filter(
    (check) => isPending(check) && (blocks === undefined || check.blocks === blocks),
  );
  return pending.find(({ standing }) => standing.is === 'changes-wanted') ?? pending[0] ?? null;
}
