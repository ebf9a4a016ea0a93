import { ballOf } from '../../domain/request/ball.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import { alsoWaitsOn } from '../../domain/request/matters.ts';
import { plannedOn } from '../../domain/request/planned.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import type { Commitment } from '../../domain/sla/commitment.ts';
import type { News } from '../../usecases/news.ts';
import { Conflict, type Reading, type Transaction } from '../../usecases/ports.ts';
import { nextValue } from '../counters.ts';
import type { Engine, Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { saveFollowers } from '../home/home-lists.ts';
import { flag, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';
import { saveCheckOwners } from './check-owners.ts';
import { commitmentsOf, openCommitmentsOf, replaceCommitments } from './commitments.ts';
import { saveDefinitions } from './definitions.ts';
import { appendEvents, historyOf } from './history.ts';
import { requestFrom } from './request-document.ts';

type Page = { limit: number; offset: number };

const byId = (engine: Engine, id: Given<{ id: string }>['id']) =>
  engine.builder.selectFrom('request').select('document').where('id', '=', id);

const requestById = statement((_db, { id }: Given<{ id: string }>, engine) => byId(engine, id));
const requestByIdToChange = statement((_db, { id }: Given<{ id: string }>, engine) =>
  engine.lockRows(byId(engine, id)),
);

const requestsById = statementOfRows((db, wanted: Given<{ id: string }>[]) =>
  db
    .selectFrom('request')
    .select(['id', 'document'])
    .where(
      'id',
      'in',
      wanted.map(({ id }) => id),
    ),
);

// Index request_number.
const byNumber = (engine: Engine, { workspace, number }: Given<{ workspace: string; number: number }>) =>
  engine.builder
    .selectFrom('request')
    .select('document')
    .where('workspace_id', '=', workspace)
    .where('number', '=', number);

const requestByNumber = statement((_db, key: Given<{ workspace: string; number: number }>, engine) =>
  byNumber(engine, key),
);
const requestByNumberToChange = statement((_db, key: Given<{ workspace: string; number: number }>, engine) =>
  engine.lockRows(byNumber(engine, key)),
);

// Indexes request_requester and request_author.
const requestsOfPerson = statement((db, { person, limit, offset }: Given<{ person: string } & Page>) =>
  db
    .selectFrom('request')
    .select('document')
    .where((row) => row.or([row('requester', '=', person), row('author', '=', person)]))
    .orderBy('open', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .offset(offset),
);

// Index request_open.
const openRequestsByUrgency = statement(
  (db, { workspace, limit, offset }: Given<{ workspace: string } & Page>) =>
    db
      .selectFrom('request')
      .select('document')
      .where('workspace_id', '=', workspace)
      .where('open', '=', 1)
      .orderBy('priority')
      .orderBy('submitted_at')
      .orderBy('number')
      .limit(limit)
      .offset(offset),
);

// Index request_open.
const openRequestCount = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('request')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspace)
    .where('open', '=', 1),
);

// Index request_due, without a look at the rows themselves.
const openRequestsByAssignee = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('request')
    .select('assignee')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspace)
    .where('open', '=', 1)
    .groupBy('assignee'),
);

/** What the stack has seen of a request is not written with it. */
type Row = Omit<Schema['request'], 'stack_seen'>;

const insertRequest = statement((db, row: Given<Row>) => db.insertInto('request').values(row));

const updateRequest = statement((db, { id, expected, ...row }: Given<Row & { expected: number }>) =>
  db.updateTable('request').set(row).where('id', '=', id).where('version', '=', expected),
);

const updateNextDue = statement((db, { id, nextDue }: Given<{ id: string; nextDue: number | null }>) =>
  db.updateTable('request').set({ next_due: nextDue }).where('id', '=', id),
);

type RequestReading = Pick<
  Reading,
  | 'request'
  | 'requestByNumber'
  | 'requests'
  | 'history'
  | 'commitments'
  | 'openCommitments'
  | 'requestsOf'
  | 'openRequests'
  | 'countOpenRequests'
  | 'openLoad'
>;

export function requestReading(session: Session): RequestReading {
  return {
    async request(id) {
      return only(await requestById(session, { id }));
    },
    async requestByNumber(workspace, number) {
      return only(await requestByNumber(session, { workspace, number }));
    },
    async requests(ids) {
      const { rows } = await requestsById(
        session,
        ids.map((id) => ({ id })),
      );
      const found = new Map(rows.map(({ id, document }) => [id, requestFrom(document)]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    history: (request) => historyOf(session, request),
    commitments: (request) => commitmentsOf(session, request),
    openCommitments: (requests) => openCommitmentsOf(session, requests),
    async requestsOf(person, { limit, offset }) {
      return all(await requestsOfPerson(session, { person, limit, offset }));
    },
    async openRequests(workspace, { limit, offset }) {
      return all(await openRequestsByUrgency(session, { workspace, limit, offset }));
    },
    async openLoad(workspace) {
      const { rows } = await openRequestsByAssignee(session, { workspace });
      return new Map(
        rows.map(({ assignee, count }) => [personColumn.nullable().parse(assignee), Number(count)]),
      );
    },
    async countOpenRequests(workspace) {
      const { rows } = await openRequestCount(session, { workspace });
      return rows[0]?.count ?? 0;
    },
  };
}

type RequestWriting = Pick<
  Transaction,
  'request' | 'requestByNumber' | 'nextRequestNumber' | 'saveRequest' | 'saveCommitments'
>;

/** A request that is read here stays as it is until this transaction ends. */
export function requestWriting(session: Session, news: News): RequestWriting {
  return {
    async request(id) {
      return only(await requestByIdToChange(session, { id }));
    },
    async requestByNumber(workspace, number) {
      return only(await requestByNumberToChange(session, { workspace, number }));
    },
    nextRequestNumber: (workspace) => nextValue(session, workspace, 'request'),
    async saveRequest(request, events, commitments) {
      const isNew = events[0]?.seq === 1;
      await saveRow(session, request, events, commitments, isNew);
      await appendEvents(session, request.id, events);
      await saveDefinitions(session, request, events);
      await saveFollowers(session, request.id, events);
      await saveCheckOwners(session, request, events);
      await replaceCommitments(session, request.id, commitments, isNew);
      news.clocks = true;
    },
    async saveCommitments(request, commitments) {
      await replaceCommitments(session, request, commitments, false);
      await updateNextDue(session, { id: request, nextDue: nextDueOf(commitments) });
    },
  };
}

async function saveRow(
  session: Session,
  request: Request,
  events: readonly RequestEvent[],
  commitments: readonly Commitment[],
  isNew: boolean,
): Promise<void> {
  const row = rowOf(request, commitments);
  if (isNew) {
    await insertRequest(session, row);
    return;
  }
  const expected = request.version - events.length;
  const { numAffectedRows } = await updateRequest(session, { ...row, expected });
  if (numAffectedRows !== 1n)
    throw new Conflict(`request ${request.id} has moved on from version ${expected}`);
}

function rowOf(request: Request, commitments: readonly Commitment[]): Row {
  const { id, workspace, number, kind, requester, author, assignee, priority, version } = request;
  return {
    ...{ id, workspace_id: workspace, number, kind, status: request.state.status },
    ...{ requester, author, assignee, priority, open: flag(isOpen(request)), version },
    waits_on: ballOf(request)?.party ?? null,
    also_waits_on: alsoWaitsOn(request),
    next_due: nextDueOf(commitments),
    launch_id: request.launch,
    planned_on: plannedOn(request),
    size: request.size,
    submitted_at: request.submittedAt,
    changed_at: request.changedAt,
    document: JSON.stringify(request),
  };
}

function nextDueOf(commitments: readonly Commitment[]): number | null {
  const due = commitments.flatMap(({ endedAt, dueAt }) =>
    endedAt === null && dueAt !== null ? [dueAt] : [],
  );
  return due.length > 0 ? Math.min(...due) : null;
}

function only({ rows }: { rows: { document: string }[] }): Request | null {
  return rows[0] ? requestFrom(rows[0].document) : null;
}

function all({ rows }: { rows: { document: string }[] }): Request[] {
  return rows.map(({ document }) => requestFrom(document));
}
