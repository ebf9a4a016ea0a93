import {
  criteriaOf,
  latestDefinition,
  missingSignature,
  openCriteria,
  signedForOtherSide,
} from '../agreement/definition-of-done.ts';
import type { Side } from '../person.ts';
import { dayMs } from '../time.ts';
import { type DecisionsOf, personOf, sideOf } from './decision.ts';
import type { RequestFact } from './events.ts';
import { daysToReopen, nudgesBeforeSilence } from './patience.ts';
import { type Refusal, refused } from './refusal.ts';
import type { Request } from './request.ts';
import { notASigner, proposal, wantedDate } from './signing.ts';

/** The work, its delivery, and what is said of it afterwards. */
export const working: DecisionsOf<
  | 'hold'
  | 'resume'
  | 'tick'
  | 'deliver'
  | 'confirm'
  | 'reject'
  | 'nudge'
  | 'report-silence'
  | 'close-unconfirmed'
  | 'ask-outcome'
  | 'judge-outcome'
  | 'reopen'
> = {
  hold(_request, { waitsFor, reason, reviewOn }) {
    return [{ type: 'RequestHeld', waitsFor, reason, reviewOn }];
  },

  resume() {
    return [{ type: 'RequestResumed' }];
  },

  tick(request, { ticked, evidence }) {
    return ticks(request, ticked, evidence, 'it');
  },

  deliver(request, { words }) {
    const missing = missingSignature(request.agreement);
    if (missing) return refused('amendment-open', { missing });
    const open = openCriteria(request.agreement, 'it').map(({ id }) => id);
    return open.length > 0 ? refused('criteria-open', { open }) : [{ type: 'RequestDelivered', words }];
  },

  confirm(request) {
    const theirs = request.agreement.inForce ? criteriaOf(request.agreement.inForce, 'marketing') : [];
    const ticked: RequestFact = {
      type: 'CriteriaTicked',
      ticked: theirs.map(({ id }) => id),
    };
    return [ticked, { type: 'DeliveryConfirmed' }];
  },

  reject(request, { failed, words, partlyLive }) {
    if (!known(request, failed)) return refused('unknown-criterion');
    const rejected: RequestFact = {
      type: 'DeliveryRejected',
      failed,
      words,
      ...(partlyLive && { partlyLive }),
    };
    const theirs = request.agreement.inForce ? criteriaOf(request.agreement.inForce, 'marketing') : [];
    const kept = theirs.map(({ id }) => id).filter((id) => !failed.includes(id));
    // Whoever names what fails has looked at the rest; without a name nothing is known of any.
    return failed.length > 0 ? [{ type: 'CriteriaTicked', ticked: kept }, rejected] : [rejected];
  },

  nudge({ state }) {
    const nudges = state.status === 'delivered' ? state.nudges : 0;
    return nudges < nudgesBeforeSilence
      ? [{ type: 'ConfirmationNudged', nudge: nudges + 1 }]
      : refused('nothing-changed');
  },

  'report-silence'({ state }) {
    return state.status === 'delivered' && !state.reported
      ? [{ type: 'SilenceReported' }]
      : refused('nothing-changed');
  },

  'close-unconfirmed'({ size, state }) {
    const isNudged = state.status === 'delivered' && state.nudges === nudgesBeforeSilence;
    return size === 'S' && isNudged ? [{ type: 'ClosedUnconfirmed' }] : refused('silence-keeps-it-open');
  },

  'ask-outcome'({ outcome }) {
    return outcome ? refused('nothing-changed') : [{ type: 'OutcomeAsked' }];
  },

  'judge-outcome'({ outcome }, { verdict, words }) {
    if (!outcome) return refused('outcome-not-asked');
    return outcome.verdict === null
      ? [{ type: 'OutcomeJudged', verdict, words }]
      : refused('nothing-changed');
  },

  reopen(request, { failed, words, date }, context) {
    if (request.state.status === 'done' && context.now - request.state.closedAt > daysToReopen * dayMs) {
      return refused('too-late-to-reopen', { days: daysToReopen });
    }
    if (!known(request, failed)) return refused('unknown-criterion');
    const reopened: RequestFact = { type: 'RequestReopened', failed, words };
    const { criteria, wording, date: before } = latestDefinition(request.agreement);
    if (!date || date === before) return [reopened];
    const barred = notASigner(context);
    if (barred) return barred;
    if (signedForOtherSide(request.agreement, sideOf(context), personOf(context)))
      return refused('signed-for-other-side');
    const terms = { criteria, wording, date };
    return [reopened, ...wantedDate(request, terms.date), ...proposal(request, terms)];
  },
};

function ticks(
  request: Request,
  ticked: string[],
  evidence: Record<string, string> | undefined,
  side: Side,
): RequestFact[] | Refusal {
  const mine = new Set(
    request.agreement.inForce?.criteria.filter((each) => each.side === side).map(({ id }) => id),
  );
  const isShownFor = (id: string) => ticked.includes(id);
  return ticked.every((id) => mine.has(id)) && Object.keys(evidence ?? {}).every(isShownFor)
    ? [{ type: 'CriteriaTicked', ticked, ...(evidence && { evidence }) }]
    : refused('unknown-criterion');
}

function known(request: Request, ids: readonly string[]): boolean {
  const criteria = new Set(request.agreement.inForce?.criteria.map(({ id }) => id));
  return ids.every((id) => criteria.has(id));
}
