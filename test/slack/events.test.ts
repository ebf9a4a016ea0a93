import { expect, test } from 'vitest';
import type { AskedCheck } from '../../src/domain/checks/check.ts';
import type { RequestEvent, RequestFact } from '../../src/domain/request/events.ts';
import { happened } from '../../src/slack/wording/events.ts';
import { nameFor, objectFor, type Reader } from '../../src/slack/wording/reader.ts';
import { ben, ines, mia, openDesk } from './support/desk.ts';

const asked = { kind: 'tool', headsUp: false, brief: 'b', impact: 1, urgency: 1, neededBy: null } as const;
const terms = { criteria: [], wording: 'w', date: null };
const check: AskedCheck = {
  ...{ name: 'security', owners: [ben], needs: 'any', standIn: null, blocks: 'accepting' },
  questions: [],
};

/** One of each fact; one more in the domain asks for its sentence here. */
const facts: { [Type in RequestFact['type']]: Extract<RequestFact, { type: Type }>[] } = {
  RequestSubmitted: [
    { type: 'RequestSubmitted', number: 1, requester: mia, author: mia, priority: 1, ...asked },
    {
      type: 'RequestSubmitted',
      number: 1,
      requester: ben,
      author: mia,
      priority: 1,
      ...asked,
      headsUp: true,
    },
    {
      ...{ type: 'RequestSubmitted', number: 1, requester: ben, author: ben, priority: 1, ...asked },
      brought: { assignee: null },
    },
  ],
  RequestEdited: [{ type: 'RequestEdited', brief: 'b', impact: 1, urgency: 1, priority: 1, headsUp: false }],
  KindChanged: [{ type: 'KindChanged', kind: 'data' }],
  WantedDateChanged: [
    { type: 'WantedDateChanged', neededBy: '2026-03-12' },
    { type: 'WantedDateChanged', neededBy: null },
  ],
  LaunchPicked: [
    { type: 'LaunchPicked', launch: 'L1' },
    { type: 'LaunchPicked', launch: null },
  ],
  LaunchMoved: [{ type: 'LaunchMoved', launch: 'L1', to: '2026-03-12' }],
  LaunchCancelled: [{ type: 'LaunchCancelled', launch: 'L1' }],
  RequestHandedOver: [{ type: 'RequestHandedOver', to: ben }],
  RequestFollowed: [{ type: 'RequestFollowed', by: ben }],
  RequestClaimed: [{ type: 'RequestClaimed', by: mia }],
  RequestReleased: [{ type: 'RequestReleased', by: mia }],
  RequestAssigned: [{ type: 'RequestAssigned', to: ines }],
  BrokerNamed: [
    { type: 'BrokerNamed', broker: ben },
    { type: 'BrokerNamed', broker: null },
  ],
  PrioritySet: [{ type: 'PrioritySet', priority: 2, reason: 'b' }],
  QuestionAsked: [{ type: 'QuestionAsked', question: 'b' }],
  QuestionAnswered: [{ type: 'QuestionAnswered', answer: 'b' }],
  AnswerContinued: [{ type: 'AnswerContinued' }],
  AlternativeProposed: [{ type: 'AlternativeProposed', alternative: 'b' }],
  AlternativeTaken: [{ type: 'AlternativeTaken' }],
  AlternativeRefused: [{ type: 'AlternativeRefused', words: 'b' }],
  RequestAccepted: [{ type: 'RequestAccepted', size: 'L' }],
  DefinitionProposed: [
    { type: 'DefinitionProposed', version: 1, ...terms },
    { type: 'DefinitionProposed', version: 2, ...terms },
  ],
  DefinitionSigned: [{ type: 'DefinitionSigned', version: 2 }],
  DateNamed: [{ type: 'DateNamed', date: '2026-03-12' }],
  AmendmentDropped: [{ type: 'AmendmentDropped', version: 2 }],
  CheckRequested: [{ type: 'CheckRequested', check }],
  ResponsibilitySet: [{ type: 'ResponsibilitySet', decides: ines, ownership: 'b' }],
  CheckDropped: [{ type: 'CheckDropped', check: 'security' }],
  CheckAnswered: [{ type: 'CheckAnswered', check: 'security', answers: {}, words: 'b' }],
  CheckApproved: [{ type: 'CheckApproved', check: 'security', standsFor: [] }],
  CheckChangesWanted: [{ type: 'CheckChangesWanted', check: 'security', from: 'marketing', words: 'b' }],
  CheckWaived: [{ type: 'CheckWaived', check: 'security', until: '2026-03-31', words: 'b' }],
  CheckReopened: [{ type: 'CheckReopened', check: 'security' }],
  WorkStarted: [{ type: 'WorkStarted' }],
  CriteriaTicked: [{ type: 'CriteriaTicked', ticked: [] }],
  RequestDelivered: [{ type: 'RequestDelivered', words: null }],
  DeliveryConfirmed: [{ type: 'DeliveryConfirmed' }],
  DeliveryRejected: [
    { type: 'DeliveryRejected', failed: [], words: 'b' },
    { type: 'DeliveryRejected', failed: [], words: 'b', partlyLive: true },
  ],
  ConfirmationNudged: [{ type: 'ConfirmationNudged', nudge: 1 }],
  SilenceReported: [{ type: 'SilenceReported' }],
  OutcomeAsked: [{ type: 'OutcomeAsked' }],
  OutcomeJudged: [
    { type: 'OutcomeJudged', verdict: 'keep', words: null },
    { type: 'OutcomeJudged', verdict: 'fix', words: 'b' },
    { type: 'OutcomeJudged', verdict: 'retire', words: null },
  ],
  ClosedUnconfirmed: [{ type: 'ClosedUnconfirmed' }],
  RequestReopened: [{ type: 'RequestReopened', failed: [], words: 'b' }],
  WordsEdited: [{ type: 'WordsEdited', fact: 3, words: 'b', shared: true }],
  WordsTakenBack: [{ type: 'WordsTakenBack', fact: 3, shared: true }],
  DecisionKept: [{ type: 'DecisionKept', words: 'b' }],
  QuestionTakenBack: [{ type: 'QuestionTakenBack' }],
  DeliveryTakenBack: [{ type: 'DeliveryTakenBack' }],
  IssueLinked: [{ type: 'IssueLinked', link: 'b' }],
  RequestHeld: [
    {
      type: 'RequestHeld',
      waitsFor: { party: 'third-party', name: '*Acme* <!here>' },
      reason: 'b',
      reviewOn: '2026-03-12',
    },
    { type: 'RequestHeld', waitsFor: { party: 'it' }, reason: 'b', reviewOn: '2026-03-12' },
  ],
  RequestResumed: [{ type: 'RequestResumed' }],
  RequestDeclined: [{ type: 'RequestDeclined', reason: 'not-secure', words: 'b' }],
  DeclineContested: [{ type: 'DeclineContested', objection: 'b' }],
  DeclineUpheld: [{ type: 'DeclineUpheld', words: 'b' }],
  DeclineOverturned: [{ type: 'DeclineOverturned', words: 'b' }],
  RequestNoted: [{ type: 'RequestNoted' }],
  HeadsUpRaised: [{ type: 'HeadsUpRaised' }],
  RequestWithdrawn: [{ type: 'RequestWithdrawn', words: null }],
  RequestMerged: [{ type: 'RequestMerged', into: 'other' }],
  RequestAbsorbed: [{ type: 'RequestAbsorbed', from: 'other', followers: [] }],
  CommentAdded: [{ type: 'CommentAdded', words: 'b', shared: true }],
};

test.each([
  ['whoever did it', mia],
  ['the others', ben],
])('every fact is one sentence for %s', async (_, person) => {
  const desk = await openDesk();
  const view = await desk.view(await desk.ask());
  const reader: Reader = { side: 'marketing', person };
  const names = {
    subject: (who: typeof mia) => nameFor(reader, who),
    object: (who: typeof mia) => objectFor(reader, who),
  };
  const stamp = { seq: 9, at: 0, actor: mia, side: 'marketing', cause: 'c' } as const;
  const sentences = Object.values(facts)
    .flat()
    .map((fact): RequestEvent => ({ ...fact, ...stamp }))
    .map((event) => `${event.type}: ${happened(event, view, names)}`);
  expect(sentences.join('\n')).toMatchSnapshot();
});

test('what happens by the settings alone is put to nobody', async () => {
  const desk = await openDesk();
  const view = await desk.view(await desk.ask());
  const names = { subject: () => 'nobody', object: (who: typeof mia) => `<@${who}>` };
  const stamp = { seq: 9, at: 0, actor: null, side: 'it', cause: 'c' } as const;
  expect(happened({ type: 'RequestAssigned', to: ines, ...stamp }, view, names)).toBe(
    `It went to <@${ines}>, who usually has these.`,
  );
});
