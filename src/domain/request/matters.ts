import { missingSignature } from '../agreement/definition-of-done.ts';
import { assertNever } from '../assert-never.ts';
import { isInvolved, isPending, missingOwners, nextOwner } from '../checks/check.ts';
import type { PersonId, Side } from '../person.ts';
import type { LocalDate } from '../time.ts';
import { amendmentToSign, ballOf } from './ball.ts';
import { isOpen, type Request } from './request.ts';
import type { Leads, Signers } from './rights.ts';

/** What a request can wait for from one person. */
export const matterKinds = [
  'answer',
  'choose',
  'sign',
  'check',
  'resume',
  'review-hold',
  'decide',
  'deliver',
  'rule',
  'approve',
  'answer-check',
  'look-back',
] as const;
export type MatterKind = (typeof matterKinds)[number];

export interface Matter {
  what: MatterKind;
  /** The side that it is owed for; null for the owner of a check. */
  side: Side | null;
  /** Null while nobody of that side has taken it. */
  person: PersonId | null;
}

/** Everything that a request waits for at one time: what holds the ball, and what is owed beside it. */
export function mattersOn(
  request: Request,
  roles: { leads: Leads; signers: Signers },
  today: LocalDate,
): Matter[] {
  const isLive = isOpen(request) || request.state.status === 'done';
  return [...mattersByState(request, roles, today), ...(isLive ? mattersOfChecks(request) : [])];
}

/** Each pending check waits for its owners, or for the side that has to change something: several are one matter. */
function mattersOfChecks(request: Request): Matter[] {
  const matters = request.checks.filter(isPending).flatMap((check): Matter[] => {
    const { standing } = check;
    if (standing.is === 'changes-wanted') {
      const person = standing.from === 'it' ? request.assignee : request.requester;
      return [{ what: 'answer-check', side: standing.from, person }];
    }
    const free = missingOwners(check).filter((owner) => !isInvolved(owner, request));
    const people = free.length > 0 ? free : [nextOwner(check, request)];
    return people.map((person) => ({ what: 'approve', side: null, person }));
  });
  return [...new Map(matters.map((matter) => [`${matter.what} ${matter.person}`, matter])).values()];
}

function mattersByState(
  request: Request,
  { leads, signers }: { leads: Leads; signers: Signers },
  today: LocalDate,
): Matter[] {
  const { state, requester, assignee, outcome } = request;
  const marketing = (what: MatterKind): Matter => ({ what, side: 'marketing', person: requester });
  const it = (what: MatterKind): Matter => ({ what, side: 'it', person: assignee });
  const signature = (side: Side): Matter => ({
    ...{ what: 'sign', side },
    person: signers[side] ?? (side === 'it' ? assignee : requester),
  });
  switch (state.status) {
    case 'new':
      return ballOf(request)?.party === 'it' ? [it('decide')] : [];
    case 'needs-info':
      return [marketing('answer')];
    case 'countered':
      return [marketing('choose')];
    case 'agreeing':
      return [signature(state.missing)];
    case 'in-progress': {
      const missing = amendmentToSign(request);
      return [it('deliver'), ...(missing ? [signature(missing)] : [])];
    }
    case 'on-hold':
      if (state.waitsFor.party === 'third-party') return state.reviewOn <= today ? [it('review-hold')] : [];
      return [state.waitsFor.party === 'it' ? it('resume') : marketing('resume')];
    case 'checking':
      return [];
    case 'delivered':
      return [marketing('check')];
    case 'contested':
      return [{ what: 'rule', side: 'it', person: leads.it }];
    case 'done':
      return outcome?.verdict === null ? [marketing('look-back')] : [];
    case 'declined':
    case 'noted':
    case 'withdrawn':
    case 'merged':
      return [];
    default:
      return assertNever(state);
  }
}

/** The side that owes something beside the ball: a signature, or a word on what became of it. */
export function alsoWaitsOn(request: Request): Side | null {
  const { state, agreement, outcome } = request;
  if (state.status === 'done') return outcome?.verdict === null ? 'marketing' : null;
  return state.status === 'in-progress' && agreement.inForce ? missingSignature(agreement) : null;
}
