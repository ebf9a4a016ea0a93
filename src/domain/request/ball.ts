import { criteriaOf, missingSignature, openCriteria } from '../agreement/definition-of-done.ts';
import { assertNever } from '../assert-never.ts';
import { type Check, nextOwner } from '../checks/check.ts';
import { firstPending } from '../checks/standing.ts';
import type { PersonId, Side } from '../person.ts';
import type { Request } from './request.ts';

/** Whom an open request waits on. Exactly one party holds it, and time is charged to that party. */
export type Ball =
  | { party: 'it'; lead: boolean }
  | { party: 'marketing' }
  | { party: 'third-party'; name: string }
  | { party: 'check-owner'; owner: PersonId; check: string };

/** Null once the request is closed. */
export function ballOf(request: Request): Ball | null {
  const { state } = request;
  switch (state.status) {
    case 'new':
      return (isDecidedBut(request) && withCheck(request, 'accepting')) || withSide('it');
    case 'in-progress':
      return (isDoneBut(request) && withCheck(request)) || withSide('it');
    case 'contested':
      return { party: 'it', lead: true };
    case 'needs-info':
    case 'countered':
    case 'delivered':
      return { party: 'marketing' };
    case 'agreeing':
      return withSide(state.missing);
    case 'on-hold':
      return state.waitsFor.party === 'third-party' ? state.waitsFor : withSide(state.waitsFor.party);
    case 'checking':
      return withCheck(request, 'accepting') ?? withSide('it');
    case 'done':
    case 'declined':
    case 'noted':
    case 'withdrawn':
    case 'merged':
      return null;
    default:
      return assertNever(state);
  }
}

/** The side that still owes a signature under an amendment while work goes on; null if none is waiting. */
export function amendmentToSign(request: Request): Side | null {
  return request.agreement.inForce ? missingSignature(request.agreement) : null;
}

/** Somebody in IT has it, so that nothing but its checks is between it and a decision. */
function isDecidedBut({ headsUp, assignee }: Request): boolean {
  return !headsUp && assignee !== null;
}

/** All that IT has to do is ticked, so that nothing but its checks is between it and the delivery. */
function isDoneBut({ agreement }: Request): boolean {
  const { inForce } = agreement;
  const isAnythingTicked =
    inForce !== null && criteriaOf(inForce, 'it').some(({ id }) => agreement.ticks[id]);
  return isAnythingTicked && !missingSignature(agreement) && openCriteria(agreement, 'it').length === 0;
}

/** With whoever owes the first undecided check something; null if none is in the way. */
function withCheck(request: Request, blocks?: Check['blocks']): Ball | null {
  const check = firstPending(request.checks, blocks);
  if (!check) return null;
  const { standing, name } = check;
  return standing.is === 'changes-wanted'
    ? withSide(standing.from)
    : { party: 'check-owner', owner: nextOwner(check, request), check: name };
}

function withSide(side: Side): Ball {
  return side === 'it' ? { party: 'it', lead: false } : { party: 'marketing' };
}
