import { assertNever } from '../assert-never.ts';
import { checksAfter, isAboutCheck } from '../checks/standing.ts';
import type { RequestEvent } from './events.ts';
import { actorOf, afterDecision, propose, sign, tick, untick, withAgreement } from './evolve-agreement.ts';
import type { Request, State } from './request.ts';

type EventOf<Type extends RequestEvent['type']> = Extract<RequestEvent, { type: Type }>;

/** The state that a history adds up to. Throws on an empty one and on one that does not begin with a submission. */
export function replay(
  identity: { id: string; workspace: string },
  history: readonly RequestEvent[],
): Request {
  const [first, ...rest] = history;
  if (first?.type !== 'RequestSubmitted') throw new Error(`the history of ${identity.id} has no beginning`);
  return rest.reduce(evolve, begin(identity, first));
}

/** Pure: one fact folded in. It decides nothing and reads no words. */
export function evolve(request: Request, event: RequestEvent): Request {
  return { ...request, ...changes(request, event), version: event.seq, changedAt: event.at };
}

function begin(identity: { id: string; workspace: string }, event: EventOf<'RequestSubmitted'>): Request {
  const { number, kind, headsUp, requester, author, brief, impact, urgency, priority, neededBy } = event;
  return {
    ...identity,
    ...{ number, kind, headsUp, requester, author, brief, impact, urgency, priority, neededBy },
    assignee: event.brought?.assignee ?? null,
    followers: event.followers ?? [],
    broker: null,
    launch: event.launch ?? null,
    size: null,
    decides: null,
    ownership: null,
    alternative: null,
    agreement: { inForce: null, proposed: null, versions: 0, ticks: {} },
    checks: [],
    lastAnswered: null,
    links: [],
    contested: false,
    outcome: null,
    cycle: 1,
    state: { status: 'new' },
    version: event.seq,
    submittedAt: event.at,
    changedAt: event.at,
  };
}

function changes(request: Request, event: RequestEvent): Partial<Request> {
  const { state, agreement } = request;
  if (isAboutCheck(event)) return { checks: checksAfter(request.checks, event) };
  switch (event.type) {
    case 'RequestSubmitted':
      throw new Error(`${request.id} was submitted twice`);
    case 'RequestEdited': {
      const { brief, impact, urgency, priority, headsUp } = event;
      return { brief, impact, urgency, priority, headsUp };
    }
    case 'KindChanged':
      return { kind: event.kind };
    case 'WantedDateChanged':
      return { neededBy: event.neededBy };
    case 'LaunchPicked':
      return { launch: event.launch };
    case 'LaunchCancelled':
      return { launch: null };
    case 'RequestHandedOver':
      return { requester: event.to };
    case 'RequestFollowed':
      return { followers: [...request.followers, event.by] };
    case 'RequestClaimed':
      return { assignee: event.by };
    case 'RequestReleased':
      return { assignee: null };
    case 'BrokerNamed':
      return { broker: event.broker };
    case 'RequestAssigned':
      return { assignee: event.to };
    case 'ResponsibilitySet':
      return { decides: event.decides, ownership: event.ownership };
    case 'PrioritySet':
      return { priority: event.priority };
    case 'QuestionAsked':
      return {
        lastAnswered: null,
        state: {
          status: 'needs-info',
          question: event.question,
          askedBy: actorOf(event),
          backTo: stageOf(state),
        },
      };
    case 'QuestionAnswered': {
      const { question, askedBy, backTo } = expect(state, 'needs-info');
      return { lastAnswered: { question, askedBy, backTo }, state: { status: backTo } };
    }
    case 'AnswerContinued': {
      const { lastAnswered } = request;
      if (!lastAnswered) throw new Error(`${request.id} has no answer to continue`);
      return { lastAnswered: null, state: { status: 'needs-info', ...lastAnswered } };
    }
    case 'AlternativeProposed':
      return { state: { status: 'countered', alternative: event.alternative, proposedBy: actorOf(event) } };
    case 'AlternativeTaken':
      return { alternative: expect(state, 'countered').alternative, state: { status: 'new' } };
    case 'AlternativeRefused':
      return { state: { status: 'new' } };
    case 'RequestAccepted':
      return {
        size: event.size,
        decides: request.decides ?? actorOf(event),
        lastAnswered: null,
        state: afterDecision(request),
      };
    case 'DefinitionProposed':
      return withAgreement(request, propose(agreement, event));
    case 'DefinitionSigned':
      return withAgreement(request, sign(agreement, event));
    case 'DateNamed':
      return {
        agreement: {
          ...agreement,
          proposed: agreement.proposed && { ...agreement.proposed, date: event.date },
        },
      };
    case 'AmendmentDropped':
      return { agreement: { ...agreement, proposed: null } };
    case 'WorkStarted':
      return { state: { status: 'in-progress' } };
    case 'CriteriaTicked':
      return { agreement: { ...agreement, ticks: tick(agreement, event) } };
    case 'RequestDelivered':
      return {
        lastAnswered: null,
        state: { status: 'delivered', by: actorOf(event), nudges: 0, reported: false },
      };
    case 'ConfirmationNudged':
      return { state: { ...expect(state, 'delivered'), nudges: event.nudge } };
    case 'SilenceReported':
      return { state: { ...expect(state, 'delivered'), reported: true } };
    case 'DeliveryConfirmed':
    case 'ClosedUnconfirmed':
      return {
        state: { status: 'done', confirmed: event.type === 'DeliveryConfirmed', closedAt: event.at },
      };
    case 'DeliveryRejected':
      return {
        agreement: { ...agreement, ticks: untick(agreement, event.failed) },
        state: { status: 'in-progress' },
      };
    case 'RequestReopened':
      return {
        agreement: { ...agreement, ticks: untick(agreement, event.failed) },
        cycle: request.cycle + 1,
        state: { status: 'in-progress' },
      };
    case 'OutcomeAsked':
      return { outcome: { verdict: null } };
    case 'OutcomeJudged':
      return { outcome: { verdict: event.verdict } };
    case 'RequestHeld': {
      const { waitsFor, reason, reviewOn } = event;
      return {
        lastAnswered: null,
        state: {
          status: 'on-hold',
          waitsFor,
          reason,
          reviewOn,
          heldBy: actorOf(event),
          backTo: stageOf(state),
        },
      };
    }
    case 'RequestResumed':
      return { state: { status: expect(state, 'on-hold').backTo } };
    case 'RequestDeclined': {
      const { reason, words } = event;
      const final = request.contested;
      return {
        lastAnswered: null,
        state: { status: 'declined', reason, words, declinedBy: actorOf(event), final },
      };
    }
    case 'DeclineContested': {
      const { reason, words, declinedBy } = expect(state, 'declined');
      return {
        contested: true,
        state: { status: 'contested', reason, words, declinedBy, objection: event.objection },
      };
    }
    case 'DeclineUpheld': {
      const { reason, declinedBy } = expect(state, 'contested');
      return { state: { status: 'declined', reason, words: event.words, declinedBy, final: true } };
    }
    case 'DeclineOverturned':
      return { state: { status: 'new' } };
    case 'RequestNoted':
      return { state: { status: 'noted' } };
    case 'HeadsUpRaised':
      return { headsUp: false, state: { status: 'new' } };
    case 'RequestWithdrawn':
      return { state: { status: 'withdrawn' } };
    case 'RequestMerged':
      return { state: { status: 'merged', into: event.into } };
    case 'RequestAbsorbed':
      return { followers: [...new Set([...request.followers, ...event.followers])] };
    case 'LaunchMoved':
    case 'CommentAdded':
    case 'WordsEdited':
    case 'WordsTakenBack':
    case 'DecisionKept':
      return {};
    case 'QuestionTakenBack':
      return { state: { status: expect(state, 'needs-info').backTo } };
    case 'DeliveryTakenBack':
      return { state: { status: 'in-progress' } };
    case 'IssueLinked':
      return { links: [...request.links, event.link] };
    default:
      return assertNever(event);
  }
}

function stageOf(state: State): 'new' | 'in-progress' {
  if (state.status !== 'new' && state.status !== 'in-progress')
    throw new Error(`no stage in ${state.status}`);
  return state.status;
}

function expect<Status extends State['status']>(
  state: State,
  status: Status,
): Extract<State, { status: Status }> {
  if (state.status !== status) throw new Error(`expected ${status}, found ${state.status}`);
  return state as Extract<State, { status: Status }>;
}
