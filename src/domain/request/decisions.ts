import {
  criteriaOf,
  latestDefinition,
  missingSignature,
  openCriteria,
  sameCriteria,
  signedForOtherSide,
} from '../agreement/definition-of-done.ts';
import type { PersonId, Side } from '../person.ts';
import type { Instant } from '../time.ts';
import type { RequestCommand } from './commands.ts';
import type { RequestFact, Terms } from './events.ts';
import { priorityOf } from './priority.ts';
import { type Refusal, refused } from './refusal.ts';
import type { Request } from './request.ts';
import type { Actor } from './rights.ts';

export type CommandOnRequest = Exclude<RequestCommand, { type: 'submit' }>;
export type CommandOf<Type extends CommandOnRequest['type']> = Extract<CommandOnRequest, { type: Type }>;

export interface Context {
  actor: Actor;
  now: Instant;
  /** The delivery that carried the command; kept with every event. */
  cause: string;
  /** Who works in IT, as far as the command names people. */
  isIt: (person: PersonId) => boolean;
}

export type DecisionOf<Type extends CommandOnRequest['type']> = (
  request: Request,
  command: CommandOf<Type>,
  context: Context,
) => RequestFact[] | Refusal;

/** A done request reopens in one tap for this long; afterwards it is asked again. */
export const daysToReopen = 30;
/** How often marketing is asked again before silence counts as an answer, or goes to the leads. */
export const nudgesBeforeSilence = 2;
const day = 24 * 60 * 60 * 1000;

/** What each command does once the table of transitions has let it through. */
export const decisions: { [Type in CommandOnRequest['type']]: DecisionOf<Type> } = {
  edit(request, { brief, impact, urgency, headsUp, terms }) {
    if (headsUp !== request.headsUp && request.kind !== 'tool') return refused('only-heads-up', { headsUp });
    const edited: RequestFact = {
      type: 'RequestEdited',
      ...{ brief, impact, urgency, headsUp },
      priority: priorityOf(impact, urgency),
    };
    return [edited, ...wantedDate(request, terms), ...proposal(request, terms)];
  },

  'change-kind'(request, { kind, terms }) {
    if (kind === request.kind) return refused('nothing-changed');
    return [{ type: 'KindChanged', kind }, ...proposal(request, terms)];
  },

  'change-date'(request, { date }, context) {
    const { criteria, wording, date: current } = latestDefinition(request.agreement);
    if (date === current) return refused('nothing-changed');
    const terms = { criteria, wording, date };
    const wanted = sideOf(context) === 'marketing' ? wantedDate(request, terms) : [];
    return [...wanted, ...proposal(request, terms)];
  },

  'hand-over'(request, { to }) {
    return to === request.requester ? refused('nothing-changed') : [{ type: 'RequestHandedOver', to }];
  },

  'set-priority'(request, { priority, reason }) {
    return priority === request.priority
      ? refused('nothing-changed')
      : [{ type: 'PrioritySet', priority, reason }];
  },

  follow(request, _command, context) {
    const by = personOf(context);
    const isTold = [request.requester, request.author, ...request.followers].includes(by);
    return isTold ? refused('nothing-changed') : [{ type: 'RequestFollowed', by }];
  },

  claim(request, _command, context) {
    const by = personOf(context);
    if (request.assignee === by) return refused('already-yours');
    if (request.assignee) return refused('already-claimed', { by: request.assignee });
    const claimed: RequestFact = { type: 'RequestClaimed', by };
    // A repair begins when somebody takes it: its standing definition needs no decision first.
    if (request.kind !== 'broken' || request.state.status !== 'new') return [claimed];
    const signed = signature(request, context);
    return Array.isArray(signed) && signed.length > 0
      ? [claimed, ...signed, { type: 'WorkStarted' }]
      : [claimed];
  },

  release(request, _command, context) {
    const by = personOf(context);
    if (request.assignee !== by) return refused('not-your-claim', { assignee: request.assignee });
    return [{ type: 'RequestReleased', by }];
  },

  assign(request, { to }, context) {
    if (!context.isIt(to)) return refused('not-in-it', { person: to });
    if (request.assignee === to) return refused('already-claimed', { by: to });
    return [{ type: 'RequestAssigned', to }];
  },

  ask(_request, { question }) {
    return [{ type: 'QuestionAsked', question }];
  },

  answer(_request, { answer }) {
    return [{ type: 'QuestionAnswered', answer }];
  },

  'more-to-come'(request) {
    return request.lastAnswered ? [{ type: 'AnswerContinued' }] : refused('nothing-changed');
  },

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
    const isSigned = !context.actor.signer && request.agreement.proposed?.signatures.marketing !== undefined;
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

  raise(request) {
    return request.headsUp ? [{ type: 'HeadsUpRaised' }] : refused('only-heads-up', { headsUp: false });
  },

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
    return proposed ? [{ type: 'AmendmentDropped', version: proposed.version }] : refused('nothing-to-sign');
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
    if (request.state.status === 'done' && context.now - request.state.closedAt > daysToReopen * day) {
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
    return [reopened, ...wantedDate(request, terms), ...proposal(request, terms)];
  },

  withdraw(_request, { words }) {
    return [{ type: 'RequestWithdrawn', words }];
  },

  merge(request, { into }) {
    return into === request.id ? refused('merge-into-itself') : [{ type: 'RequestMerged', into }];
  },

  absorb(request, { from, followers }) {
    return from === request.id
      ? refused('merge-into-itself')
      : [{ type: 'RequestAbsorbed', from, followers }];
  },

  comment(_request, { words, shared }) {
    return [{ type: 'CommentAdded', words, shared }];
  },

  'edit-words'(_request, { fact, words, shared }) {
    return [{ type: 'WordsEdited', fact, words, shared }];
  },

  'take-back-words'(_request, { fact, shared }) {
    return [{ type: 'WordsTakenBack', fact, shared }];
  },

  'keep-decision'(_request, { words }) {
    return [{ type: 'DecisionKept', words }];
  },

  'take-back'({ state }, _command, context) {
    const by = personOf(context);
    if (state.status === 'needs-info' && state.askedBy === by) return [{ type: 'QuestionTakenBack' }];
    if (state.status === 'delivered' && state.by === by) return [{ type: 'DeliveryTakenBack' }];
    return refused('not-yours-to-take-back');
  },

  'link-issue'(_request, { link }) {
    return [{ type: 'IssueLinked', link }];
  },
};

function begun(request: Request, facts: RequestFact[], signedByBoth: boolean): RequestFact[] {
  return signedByBoth && request.checks.length === 0 ? [...facts, { type: 'WorkStarted' }] : facts;
}

/** A new version, signed by the side that proposes it; nothing if it says the same as the one before. */
function proposal(request: Request, terms: Terms): RequestFact[] {
  const current = latestDefinition(request.agreement);
  if (sameCriteria(current.criteria, terms.criteria) && current.date === terms.date) return [];
  const { criteria, wording, date } = terms;
  const version = current.version + 1;
  return [{ type: 'DefinitionProposed', version, criteria, wording, date }];
}

/** The signature of the actor's side under what is proposed; nothing if that side has signed it. */
function signature(request: Request, context: Context): RequestFact[] | Refusal {
  const { proposed } = request.agreement;
  const side = sideOf(context);
  if (!proposed || proposed.signatures[side] || context.actor.signer) return [];
  if (signedForOtherSide(request.agreement, side, personOf(context))) return refused('signed-for-other-side');
  return [{ type: 'DefinitionSigned', version: proposed.version }];
}

function notASigner({ actor }: Context): Refusal | null {
  const { side, signer } = actor;
  return side && signer ? refused('not-a-signer', { side, signer }) : null;
}

function wantedDate(request: Request, { date }: Terms): RequestFact[] {
  return date === request.neededBy ? [] : [{ type: 'WantedDateChanged', neededBy: date }];
}

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

function personOf({ actor }: Context) {
  if (!actor.person) throw new Error('the clock gives no command that names a person');
  return actor.person;
}

function sideOf({ actor }: Context): Side {
  if (!actor.side) throw new Error('a command about the agreement is given for a side');
  return actor.side;
}
