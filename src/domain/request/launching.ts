import { latestDefinition, signedForOtherSide } from '../agreement/definition-of-done.ts';
import { type DecisionsOf, personOf, sideOf } from './decision.ts';
import { refused } from './refusal.ts';
import { notASigner, proposal, wantedDate } from './signing.ts';

/** What becomes of a request when its launch moves or is cancelled. */
export const launching: DecisionsOf<'move-launch' | 'cancel-launch'> = {
  /** Before IT has accepted it is a wish that changes; afterwards it is a proposal, and IT has to agree. */
  'move-launch'(request, { launch, to, neededBy, date }, context) {
    const { criteria, wording, date: current } = latestDefinition(request.agreement);
    if (request.launch !== launch || (date === current && neededBy === request.neededBy))
      return refused('nothing-changed');
    const { status } = request.state;
    if (status === 'agreeing' || status === 'in-progress') {
      const barred = notASigner(context);
      if (barred) return barred;
      if (signedForOtherSide(request.agreement, sideOf(context), personOf(context)))
        return refused('signed-for-other-side');
    }
    const terms = { criteria, wording, date };
    return [
      { type: 'LaunchMoved', launch, to },
      ...wantedDate(request, neededBy),
      ...proposal(request, terms),
    ];
  },

  /** It stays, with its date: whether it is still needed only its requester knows. */
  'cancel-launch'(request, { launch }) {
    return request.launch === launch ? [{ type: 'LaunchCancelled', launch }] : refused('nothing-changed');
  },
};
