import { z } from 'zod';
import type { RequestEvent, RequestFact } from '../../domain/request/events.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

// A record, so that a type that is missing here is a type error.
const types: Record<RequestFact['type'], true> = {
  RequestSubmitted: true,
  RequestEdited: true,
  KindChanged: true,
  WantedDateChanged: true,
  LaunchPicked: true,
  LaunchMoved: true,
  LaunchCancelled: true,
  RequestHandedOver: true,
  RequestFollowed: true,
  RequestClaimed: true,
  RequestReleased: true,
  RequestAssigned: true,
  BrokerNamed: true,
  PrioritySet: true,
  ResponsibilitySet: true,
  QuestionAsked: true,
  QuestionAnswered: true,
  AnswerContinued: true,
  AlternativeProposed: true,
  AlternativeTaken: true,
  AlternativeRefused: true,
  RequestAccepted: true,
  DefinitionProposed: true,
  DefinitionSigned: true,
  DateNamed: true,
  AmendmentDropped: true,
  CheckRequested: true,
  CheckDropped: true,
  CheckAnswered: true,
  CheckApproved: true,
  CheckChangesWanted: true,
  CheckWaived: true,
  CheckReopened: true,
  WorkStarted: true,
  CriteriaTicked: true,
  RequestDelivered: true,
  DeliveryConfirmed: true,
  DeliveryRejected: true,
  ClosedUnconfirmed: true,
  ConfirmationNudged: true,
  SilenceReported: true,
  OutcomeAsked: true,
  OutcomeJudged: true,
  RequestReopened: true,
  RequestHeld: true,
  RequestResumed: true,
  RequestDeclined: true,
  DeclineContested: true,
  DeclineUpheld: true,
  DeclineOverturned: true,
  RequestNoted: true,
  HeadsUpRaised: true,
  RequestWithdrawn: true,
  RequestMerged: true,
  RequestAbsorbed: true,
  CommentAdded: true,
  WordsEdited: true,
  WordsTakenBack: true,
  DecisionKept: true,
  QuestionTakenBack: true,
  DeliveryTakenBack: true,
  IssueLinked: true,
};

const envelope = z.looseObject({
  type: z.string().refine((type) => Object.hasOwn(types, type)),
  seq: z.int(),
  at: instantColumn,
  actor: personColumn.nullable(),
  side: z.enum(['marketing', 'it']).nullable(),
  cause: z.string(),
});

/**
 * Checks the envelope and that the type is one we know. The facts inside are trusted: only `saveRequest` writes
 * events, the database refuses every change of one, and long histories are read often.
 */
const eventRow = z.custom<RequestEvent>(
  (event) => envelope.safeParse(event).success,
  'is no event of a request',
);

const eventsOfRequest = statement((db, { request }: Given<{ request: string }>) =>
  db
    .selectFrom('request_event')
    .select(['seq', 'type', 'actor', 'side', 'at', 'cause', 'data'])
    .where('request_id', 'in', [request])
    .orderBy('seq'),
);

const eventsOfRequests = statementOfRows((db, wanted: Given<{ request: string }>[]) =>
  db
    .selectFrom('request_event')
    .select(['request_id as request', 'seq', 'type', 'actor', 'side', 'at', 'cause', 'data'])
    .where(
      'request_id',
      'in',
      wanted.map(({ request }) => request),
    )
    .orderBy('request_id')
    .orderBy('seq'),
);

const insertEvents = statementOfRows((db, rows: Given<Schema['request_event']>[]) =>
  db.insertInto('request_event').values(rows),
);

/** Oldest first. */
export async function historyOf(session: Session, request: string): Promise<RequestEvent[]> {
  const { rows } = await eventsOfRequest(session, { request });
  return rows.map(({ data, ...row }) => eventRow.parse({ ...JSON.parse(data), ...row }));
}

/** By request, each oldest first. */
export async function historiesOf(
  session: Session,
  requests: readonly string[],
): Promise<Map<string, RequestEvent[]>> {
  const { rows } = await eventsOfRequests(
    session,
    requests.map((request) => ({ request })),
  );
  const histories = new Map<string, RequestEvent[]>();
  for (const { request, data, ...row } of rows) {
    const history = histories.get(request) ?? [];
    history.push(eventRow.parse({ ...JSON.parse(data), ...row }));
    histories.set(request, history);
  }
  return histories;
}

export async function appendEvents(
  session: Session,
  request: string,
  events: readonly RequestEvent[],
): Promise<void> {
  await insertEvents(
    session,
    events.map(({ seq, type, actor, side, at, cause, ...facts }) => ({
      ...{ request_id: request, seq, type, actor, side, at, cause },
      data: JSON.stringify(facts),
    })),
  );
}
