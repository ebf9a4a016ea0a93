import { latestDefinition, sameCriteria, signedForOtherSide } from '../agreement/definition-of-done.ts';
import { type DecisionsOf, personOf, sideOf } from './decision.ts';
import type { RequestFact } from './events.ts';
import { refused } from './refusal.ts';
import { notASigner, proposal, signature } from './signing.ts';

/** What "done" means, and who has to look at it first. */
export const agreeing: DecisionsOf<'sign' | 'amend' | 'drop-amendment' | 'request-check' | 'approve-check'> =
  {
    sign(request, { version }, context) {
      const { proposed } = request.agreement;
      if (!proposed) return refused('nothing-to-sign');
      const barred = notASigner(context);
      if (barred) return barred;
      if (proposed.version !== version) return refused('definition-changed', { version: proposed.version });
      const signed = signature(request, context);
      if (!Array.isArray(signed)) return signed;
      if (signed.length === 0) return refused('already-signed', { side: sideOf(context) });
      return request.state.status === 'agreeing' ? [...signed, { type: 'WorkStarted' }] : signed;
    },

    amend(request, { terms }, context) {
      const current = latestDefinition(request.agreement);
      if (sameCriteria(current.criteria, terms.criteria) && current.date === terms.date)
        return refused('nothing-changed');
      const barred = notASigner(context);
      if (barred) return barred;
      if (signedForOtherSide(request.agreement, sideOf(context), personOf(context)))
        return refused('signed-for-other-side');
      return proposal(request, terms);
    },

    'drop-amendment'(request) {
      const { proposed } = request.agreement;
      return proposed
        ? [{ type: 'AmendmentDropped', version: proposed.version }]
        : refused('nothing-to-sign');
    },

    'request-check'(_request, { check }) {
      return [{ type: 'CheckRequested', check }];
    },

    'approve-check'(request, { check }, context) {
      const pending = request.checks.find(({ id }) => id === check);
      if (!pending) return refused('unknown-check');
      if (pending.owner !== context.actor.person) {
        return refused('not-allowed', { command: 'approve-check', side: context.actor.side });
      }
      const approved: RequestFact = { type: 'CheckApproved', check };
      const last = request.state.status === 'checking' && request.checks.length === 1;
      return last && !request.agreement.proposed ? [approved, { type: 'WorkStarted' }] : [approved];
    },
  };
