import { latestDefinition, sameCriteria } from '../agreement/definition-of-done.ts';
import { newChecks } from './checking.ts';
import type { DecisionsOf } from './decision.ts';
import type { RequestFact } from './events.ts';
import { refused } from './refusal.ts';
import { begun, notASigner, proposal, signature } from './signing.ts';

/** The yes, the no, and what comes between. */
export const deciding: DecisionsOf<
  | 'accept'
  | 'counter'
  | 'take-alternative'
  | 'refuse-alternative'
  | 'decline'
  | 'contest'
  | 'rule'
  | 'note'
  | 'raise'
> = {
  accept(request, { size, terms }, context) {
    if (request.headsUp) return refused('only-heads-up', { headsUp: true });
    // Whoever says yes says when: a request without a date has no promise to keep.
    if (terms.date === null) return refused('date-missing');
    const accepted: RequestFact = { type: 'RequestAccepted', size };
    const current = latestDefinition(request.agreement);
    // A date where the requester named none contradicts nobody, so it costs no second click.
    const sameDate = current.date === null || current.date === terms.date;
    if (!sameCriteria(current.criteria, terms.criteria) || !sameDate) {
      const barred = notASigner(context);
      if (barred) return barred;
      return begun(request, [...proposal(request, terms), accepted], false);
    }
    const signed = signature(request, context);
    if (!Array.isArray(signed)) return signed;
    const dated: RequestFact[] =
      terms.date && current.date === null ? [{ type: 'DateNamed', date: terms.date }] : [];
    // Whoever may not sign for IT can still decide for it; the signature is then waited for.
    const { proposed } = request.agreement;
    // Nothing is proposed where a decline was overturned after both had signed.
    const isSigned =
      proposed === null || (!context.actor.signer && proposed.signatures.marketing !== undefined);
    return begun(request, [...dated, ...signed, accepted], isSigned);
  },

  counter(request, { alternative }) {
    if (request.headsUp) return refused('only-heads-up', { headsUp: true });
    return [{ type: 'AlternativeProposed', alternative }];
  },

  'take-alternative'() {
    return [{ type: 'AlternativeTaken' }];
  },

  'refuse-alternative'(_request, { words }) {
    return [{ type: 'AlternativeRefused', words }];
  },

  decline(_request, { reason, words }) {
    return [{ type: 'RequestDeclined', reason, words }];
  },

  contest(request, { objection }) {
    return request.contested ? refused('already-contested') : [{ type: 'DeclineContested', objection }];
  },

  rule(_request, { uphold, words }) {
    return [{ type: uphold ? 'DeclineUpheld' : 'DeclineOverturned', words }];
  },

  note(request) {
    return request.headsUp ? [{ type: 'RequestNoted' }] : refused('only-heads-up', { headsUp: false });
  },

  raise(request, { checks }) {
    if (!request.headsUp) return refused('only-heads-up', { headsUp: false });
    return [{ type: 'HeadsUpRaised' }, ...newChecks(request, checks)];
  },
};
