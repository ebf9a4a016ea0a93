import type { PersonId } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import type { Request } from '../../domain/request/request.ts';
import { staysWithIt } from '../../domain/request/words.ts';
import type { NewOutboxEntry, OutboxSubject } from './outbox.ts';

type Audience = 'marketing' | 'it' | 'other-side' | 'both' | 'nobody';

/**
 * Who is told of what, beyond the cards, which always show the present. A card that is edited makes no sound in
 * Slack, so whoever has to act next, or waits for the answer, gets a line in the card's thread.
 */
const toldOf: Record<RequestEvent['type'], Audience> = {
  RequestSubmitted: 'nobody',
  RequestEdited: 'it',
  KindChanged: 'other-side',
  WantedDateChanged: 'it',
  LaunchPicked: 'nobody',
  LaunchMoved: 'both',
  LaunchCancelled: 'both',
  RequestHandedOver: 'it',
  RequestFollowed: 'nobody',
  RequestClaimed: 'nobody',
  RequestReleased: 'nobody',
  RequestAssigned: 'it',
  BrokerNamed: 'both',
  PrioritySet: 'marketing',
  ResponsibilitySet: 'nobody',
  QuestionAsked: 'marketing',
  QuestionAnswered: 'it',
  AnswerContinued: 'it',
  AlternativeProposed: 'marketing',
  AlternativeTaken: 'it',
  AlternativeRefused: 'it',
  RequestAccepted: 'marketing',
  DefinitionProposed: 'other-side',
  DefinitionSigned: 'other-side',
  DateNamed: 'nobody',
  AmendmentDropped: 'other-side',
  CheckRequested: 'nobody',
  CheckDropped: 'it',
  CheckAnswered: 'nobody',
  CheckApproved: 'it',
  CheckChangesWanted: 'both',
  CheckWaived: 'it',
  CheckReopened: 'it',
  WorkStarted: 'nobody',
  CriteriaTicked: 'nobody',
  RequestDelivered: 'marketing',
  DeliveryConfirmed: 'it',
  DeliveryRejected: 'it',
  // Their morning message lists it every day.
  ConfirmationNudged: 'nobody',
  // The leads are told in their direct messages.
  SilenceReported: 'nobody',
  ClosedUnconfirmed: 'both',
  RequestReopened: 'it',
  OutcomeAsked: 'marketing',
  OutcomeJudged: 'it',
  RequestHeld: 'marketing',
  RequestResumed: 'marketing',
  RequestDeclined: 'marketing',
  DeclineContested: 'it',
  DeclineUpheld: 'marketing',
  DeclineOverturned: 'both',
  RequestNoted: 'marketing',
  HeadsUpRaised: 'it',
  RequestWithdrawn: 'it',
  RequestMerged: 'marketing',
  RequestAbsorbed: 'nobody',
  CommentAdded: 'other-side',
  // The line that told the words is said anew instead.
  WordsEdited: 'nobody',
  WordsTakenBack: 'nobody',
  DecisionKept: 'other-side',
  QuestionTakenBack: 'marketing',
  DeliveryTakenBack: 'marketing',
  IssueLinked: 'nobody',
};

/** Facts that another fact of the same command already tells. */
const toldByOthers: Partial<Record<RequestEvent['type'], readonly RequestEvent['type'][]>> = {
  DefinitionProposed: [
    'RequestSubmitted',
    'RequestEdited',
    'KindChanged',
    'RequestAccepted',
    'WantedDateChanged',
    'RequestReopened',
    'LaunchMoved',
  ],
  DefinitionSigned: ['RequestAccepted', 'RequestClaimed'],
  WantedDateChanged: ['RequestEdited', 'RequestReopened', 'LaunchMoved'],
};

/** The outbox entries that follow from new facts: the cards once, and one line for each fact that is told. */
export function announcements(
  before: Request | null,
  after: Request,
  events: readonly RequestEvent[],
  newId: () => string,
): NewOutboxEntry[] {
  const types = new Set(events.map(({ type }) => type));
  const lines = events
    .filter(({ type }) => !toldByOthers[type]?.some((other) => types.has(other)))
    .flatMap((event) => [...linesOf(after, event), ...brokersLine(after, event)]);
  const silent = events.every(({ type }) => type === 'CommentAdded' || type === 'DecisionKept');
  const at = after.changedAt;
  return [...(silent ? [] : cards(before, after)), ...lines, ...checkNews(after, events)].map((subject) => ({
    id: newId(),
    workspace: after.workspace,
    subject,
    at,
  }));
}

/** Whoever owns a check hears of it in a message of their own: when it is asked for, and when it is open again. */
function checkNews({ id, checks }: Request, events: readonly RequestEvent[]): OutboxSubject[] {
  return events.flatMap((event): OutboxSubject[] => {
    if (event.type !== 'CheckRequested' && event.type !== 'CheckReopened') return [];
    const name = event.type === 'CheckRequested' ? event.check.name : event.check;
    const check = checks.find((each) => each.name === name);
    // The stand-in's is dropped where nobody has to be stood in for when it is said.
    const people = check ? [...check.owners, ...(check.standIn ? [check.standIn] : [])] : [];
    return people.map((recipient) => ({
      kind: 'tell',
      recipient,
      about: { topic: 'check', request: id, event: event.seq },
    }));
  });
}

/** Requester, author and followers each have a card; whoever handed the request over keeps theirs. */
export function cards(before: Request | null, after: Request): OutboxSubject[] {
  const earlier = before ? [before.requester] : [];
  const brokers = [before?.broker, after.broker].filter((broker) => broker != null);
  const parties = [after.requester, after.author, ...earlier, ...after.followers];
  const readers = new Set<PersonId>([...parties, ...brokers]);
  return [
    { kind: 'upsert', purpose: 'triage-card', request: after.id },
    ...[...readers].map(
      (recipient): OutboxSubject => ({
        kind: 'upsert',
        purpose: 'private-card',
        request: after.id,
        recipient,
      }),
    ),
  ];
}

function linesOf(request: Request, event: RequestEvent): OutboxSubject[] {
  // IT's words stay with IT until their author shares them.
  if (staysWithIt(event)) return [];
  if (event.type === 'WordsEdited' || event.type === 'WordsTakenBack') {
    const line = { kind: 'upsert', purpose: 'line', request: request.id, event: event.fact } as const;
    // Words cross to one side only: the line that told them stands in the other side's thread.
    return event.side === 'marketing'
      ? [{ ...line, audience: 'triage-thread' }]
      : [{ ...line, audience: 'private-thread', recipient: request.requester }];
  }
  const toIt: OutboxSubject = {
    kind: 'say',
    request: request.id,
    event: event.seq,
    audience: 'triage-thread',
  };
  const toMarketing: OutboxSubject = { ...toIt, audience: 'private-thread', recipient: request.requester };
  switch (toldOf[event.type]) {
    case 'marketing':
      return event.actor === request.requester ? [] : [toMarketing];
    case 'it':
      return [toIt];
    case 'other-side':
      // The broker is of neither side, and speaks to both.
      if (event.side === null) return [toIt, toMarketing];
      return event.side === 'marketing' ? [toIt] : [toMarketing];
    case 'both':
      return event.actor === request.requester ? [toIt] : [toIt, toMarketing];
    case 'nobody':
      return [];
  }
}

/** A broker reads what either side is told, and what IT says among itself. */
function brokersLine(request: Request, event: RequestEvent): OutboxSubject[] {
  const { id, broker } = request;
  if (!broker || event.actor === broker) return [];
  if (event.type === 'WordsEdited' || event.type === 'WordsTakenBack') {
    const line = { kind: 'upsert', purpose: 'line', request: id, event: event.fact } as const;
    return [{ ...line, audience: 'private-thread', recipient: broker }];
  }
  if (linesOf(request, event).length === 0 && !staysWithIt(event)) return [];
  return [{ kind: 'say', request: id, event: event.seq, audience: 'private-thread', recipient: broker }];
}
