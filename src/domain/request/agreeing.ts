import { latestDefinition, sameCriteria, signedForOtherSide } from '../agreement/definition-of-done.ts';
import { type DecisionsOf, personOf, sideOf } from './decision.ts';
import { refused } from './refusal.ts';
import { begun, notASigner, proposal, signature } from './signing.ts';

/** What "done" means. */
export const agreeing: DecisionsOf<'sign' | 'amend' | 'drop-amendment'> = {
  sign(request, { version }, context) {
    const { proposed } = request.agreement;
    if (!proposed) return refused('nothing-to-sign');
    const barred = notASigner(context);
    if (barred) return barred;
    if (proposed.version !== version) return refused('definition-changed', { version: proposed.version });
    const signed = signature(request, context);
    if (!Array.isArray(signed)) return signed;
    if (signed.length === 0) return refused('already-signed', { side: sideOf(context) });
    return request.state.status === 'agreeing' ? begun(request, signed, true) : signed;
  },

  amend(request, { terms, words }, context) {
    const current = latestDefinition(request.agreement);
    if (sameCriteria(current.criteria, terms.criteria) && current.date === terms.date)
      return refused('nothing-changed');
    const barred = notASigner(context);
    if (barred) return barred;
    if (signedForOtherSide(request.agreement, sideOf(context), personOf(context)))
      return refused('signed-for-other-side');
    return proposal(request, terms, words);
  },

  'drop-amendment'(request) {
    const { proposed } = request.agreement;
    return proposed ? [{ type: 'AmendmentDropped', version: proposed.version }] : refused('nothing-to-sign');
  },
};
