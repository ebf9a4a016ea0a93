import { latestDefinition, sameCriteria, signedForOtherSide } from '../agreement/definition-of-done.ts';
import { firstPending } from '../checks/standing.ts';
import type { Context } from './decision.ts';
import { personOf, sideOf } from './decision.ts';
import type { RequestFact, Terms } from './events.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import type { BodyId, Request } from './request.ts';

/** Work starts at once if both have signed and no check is in the way of it. */
export function begun(request: Request, facts: RequestFact[], signedByBoth: boolean): RequestFact[] {
  return signedByBoth && !firstPending(request.checks, 'accepting')
    ? [...facts, { type: 'WorkStarted' }]
    : facts;
}

/** A new version, signed by the side that proposes it; nothing if it says the same as the one before. */
export function proposal(request: Request, terms: Terms, words?: BodyId): RequestFact[] {
  const current = latestDefinition(request.agreement);
  if (sameCriteria(current.criteria, terms.criteria) && current.date === terms.date) return [];
  const { criteria, wording, date } = terms;
  const version = request.agreement.versions + 1;
  const said = words === undefined ? {} : { words };
  return [{ type: 'DefinitionProposed', version, criteria, wording, date, ...said }];
}

/** The signature of the actor's side under what is proposed; nothing if that side has signed it. */
export function signature(request: Request, context: Context): RequestFact[] | Refusal {
  const { proposed } = request.agreement;
  const side = sideOf(context);
  if (!proposed || proposed.signatures[side] || context.actor.signer) return [];
  if (signedForOtherSide(request.agreement, side, personOf(context))) return refused('signed-for-other-side');
  return [{ type: 'DefinitionSigned', version: proposed.version }];
}

export function notASigner({ actor }: Context): Refusal | null {
  const { side, signer } = actor;
  return side && signer ? refused('not-a-signer', { side, signer }) : null;
}

export function wantedDate(request: Request, neededBy: Terms['date']): RequestFact[] {
  return neededBy === request.neededBy ? [] : [{ type: 'WantedDateChanged', neededBy }];
}
