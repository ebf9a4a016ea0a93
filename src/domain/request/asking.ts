import { latestDefinition } from '../agreement/definition-of-done.ts';
import { heldUp, newChecks } from './checking.ts';
import { type DecisionsOf, personOf, sideOf } from './decision.ts';
import type { RequestFact } from './events.ts';
import { priorityOf } from './priority.ts';
import { refused } from './refusal.ts';
import { proposal, signature, wantedDate } from './signing.ts';

/** What is asked for, who has it, and what is still to be known. */
export const asking: DecisionsOf<
  | 'edit'
  | 'change-kind'
  | 'change-date'
  | 'hand-over'
  | 'set-priority'
  | 'set-responsibility'
  | 'follow'
  | 'claim'
  | 'release'
  | 'assign'
  | 'name-broker'
  | 'ask'
  | 'answer'
  | 'more-to-come'
> = {
  edit(request, { brief, impact, urgency, headsUp, terms, launch, checks }) {
    if (headsUp !== request.headsUp && request.kind !== 'tool') return refused('only-heads-up', { headsUp });
    const edited: RequestFact = {
      type: 'RequestEdited',
      ...{ brief, impact, urgency, headsUp },
      priority: priorityOf(impact, urgency),
    };
    const picked: RequestFact[] =
      launch === undefined || launch === request.launch ? [] : [{ type: 'LaunchPicked', launch }];
    const asked = newChecks(request, checks);
    return [edited, ...picked, ...wantedDate(request, terms.date), ...proposal(request, terms), ...asked];
  },

  'change-kind'(request, { kind, terms, checks }) {
    if (kind === request.kind) return refused('nothing-changed');
    return [{ type: 'KindChanged', kind }, ...proposal(request, terms), ...newChecks(request, checks)];
  },

  'change-date'(request, { date }, context) {
    const { criteria, wording, date: current } = latestDefinition(request.agreement);
    if (date === current) return refused('nothing-changed');
    const terms = { criteria, wording, date };
    const wanted = sideOf(context) === 'marketing' ? wantedDate(request, terms.date) : [];
    return [...wanted, ...proposal(request, terms)];
  },

  'hand-over'(request, { to }) {
    if (to === request.requester) return refused('nothing-changed');
    if (to === request.broker) return refused('broker-takes-part', { person: to });
    return [{ type: 'RequestHandedOver', to }];
  },

  'set-priority'(request, { priority, reason }) {
    return priority === request.priority
      ? refused('nothing-changed')
      : [{ type: 'PrioritySet', priority, reason }];
  },

  'set-responsibility'(_request, { decides, ownership }) {
    return [{ type: 'ResponsibilitySet', decides, ownership }];
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
    if (request.kind !== 'broken' || request.state.status !== 'new' || heldUp(request, 'claim', 'accepting'))
      return [claimed];
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
    if (request.broker === to) return refused('broker-takes-part', { person: to });
    return [{ type: 'RequestAssigned', to }];
  },

  'name-broker'(request, { broker }) {
    if (broker === request.broker) return refused('nothing-changed');
    const parties = [request.requester, request.author, request.assignee];
    if (broker !== null && parties.includes(broker)) return refused('broker-takes-part', { person: broker });
    return [{ type: 'BrokerNamed', broker }];
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
};
