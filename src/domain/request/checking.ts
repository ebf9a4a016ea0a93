import {
  type AskedCheck,
  type Check,
  decidesFor,
  isInvolved,
  isPending,
  nextOwner,
} from '../checks/check.ts';
import { approved, firstPending } from '../checks/standing.ts';
import type { PersonId } from '../person.ts';
import type { CommandType } from './commands.ts';
import { type Context, type DecisionsOf, personOf, sideOf } from './decision.ts';
import type { RequestFact } from './events.ts';
import { type Refusal, refused } from './refusal.ts';
import type { Request } from './request.ts';

/** What others have to look at before IT says yes, or before it is done. */
export const checking: DecisionsOf<
  | 'request-check'
  | 'drop-check'
  | 'answer-check'
  | 'approve-check'
  | 'want-changes'
  | 'waive-check'
  | 'reopen-check'
> = {
  'request-check'(request, { check }) {
    const isNobodyElse = check.owners.every(
      (owner) => owner === request.requester || owner === request.author,
    );
    if (isNobodyElse) return refused('own-check', { check: check.name });
    const facts = newChecks(request, [check]);
    return facts.length > 0 ? facts : refused('check-asked', { check: check.name });
  },

  'drop-check'(request, { check: name }) {
    return checkNamed(request, name)
      ? over(request, name, { type: 'CheckDropped', check: name })
      : refused('unknown-check');
  },

  'answer-check'(request, { check: name, answers, words }, context) {
    const check = checkNamed(request, name);
    const asked = new Set(check?.questions.map(({ id }) => id));
    if (!check || !Object.keys(answers).every((id) => asked.has(id))) return refused('unknown-check');
    if (!isPending(check)) return refused('check-decided', { check: name });
    if (Object.keys(answers).length === 0 && words === null) return refused('nothing-changed');
    const answered: RequestFact = { type: 'CheckAnswered', check: name, answers, words };
    const { standing } = check;
    const isOwed = standing.is === 'changes-wanted' && standing.from === sideOf(context);
    return isOwed ? [answered, { type: 'CheckReopened', check: name }] : [answered];
  },

  'approve-check'(request, { check: name }, context) {
    const known = decidable(request, name, 'approve-check', context);
    if ('code' in known) return known;
    const { check, standsFor } = known;
    const { standing } = check;
    if (standing.is === 'approved') return refused('check-decided', { check: name });
    if (standing.is === 'open' && standsFor.every((owner) => standing.approvedBy.includes(owner)))
      return refused('nothing-changed');
    const fact: RequestFact = { type: 'CheckApproved', check: name, standsFor };
    const isOver = approved(check, standsFor, personOf(context)).is === 'approved';
    return isOver ? over(request, name, fact) : [fact];
  },

  'want-changes'(request, { check: name, from, words }, context) {
    const known = decidable(request, name, 'want-changes', context);
    if ('code' in known) return known;
    if (known.check.standing.is !== 'open') return refused('check-decided', { check: name });
    return [{ type: 'CheckChangesWanted', check: name, from, words }];
  },

  'waive-check'(request, { check: name, until, words }, context) {
    const known = decidable(request, name, 'waive-check', context);
    if ('code' in known) return known;
    if (known.check.standing.is === 'approved') return refused('check-decided', { check: name });
    const waived: RequestFact = { type: 'CheckWaived', check: name, until, words };
    return over(request, name, waived);
  },

  'reopen-check'(request, { check: name }) {
    return checkNamed(request, name)?.standing.is === 'waived'
      ? [{ type: 'CheckReopened', check: name }]
      : refused('nothing-changed');
  },
};

/** Asks for those that the request does not have yet. */
export function newChecks(
  { checks }: Pick<Request, 'checks'>,
  asked: readonly AskedCheck[] = [],
): RequestFact[] {
  const known = new Set(checks.map(({ name }) => name));
  return asked.filter(({ name }) => !known.has(name)).map((check) => ({ type: 'CheckRequested', check }));
}

/** What an undecided check has against a command. */
export function heldUp(request: Request, command: CommandType, blocks?: Check['blocks']): Refusal | null {
  const check = firstPending(request.checks, blocks);
  if (!check) return null;
  const { standing, name } = check;
  const waitsFor = standing.is === 'changes-wanted' ? standing.from : nextOwner(check, request);
  return refused('check-pending', { command, check: name, waitsFor });
}

/** Work that waited for nothing but this check begins with the fact that ends it. */
function over({ state, checks }: Request, name: string, fact: RequestFact): RequestFact[] {
  const others = checks.filter((check) => check.name !== name);
  const begins = state.status === 'checking' && !firstPending(others, 'accepting');
  return begins ? [fact, { type: 'WorkStarted' }] : [fact];
}

/** A check and the owners for whom the actor decides about it, or why not. */
function decidable(
  request: Request,
  name: string,
  command: CommandType,
  { actor, isAway = () => false }: Context,
): { check: Check; standsFor: PersonId[] } | Refusal {
  const check = checkNamed(request, name);
  const { person } = actor;
  if (!check || !person) return refused('unknown-check');
  const isTheirs = check.owners.includes(person) || check.standIn === person;
  if (!isTheirs) return refused('not-allowed', { command, side: actor.side });
  if (isInvolved(person, request)) return refused('own-check', { check: name });
  const standsFor = decidesFor(check, person, request, isAway);
  return standsFor.length > 0
    ? { check, standsFor }
    : refused('stand-in-not-needed', { check: name, owner: nextOwner(check, request) });
}

function checkNamed({ checks }: Request, wanted: string): Check | null {
  return checks.find(({ name }) => name === wanted) ?? null;
}
