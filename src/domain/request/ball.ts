import { missingSignature } from '../agreement/definition-of-done.ts';
import { assertNever } from '../assert-never.ts';
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
    case 'in-progress':
      return { party: 'it', lead: false };
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
      return { party: 'check-owner', owner: state.check.owner, check: state.check.name };
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

function withSide(side: Side): Ball {
  return side === 'it' ? { party: 'it', lead: false } : { party: 'marketing' };
}
