import { z } from 'zod';
import type { Span } from '../../domain/digest/schedule.ts';
import type { PersonId } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import type { Request } from '../../domain/request/request.ts';
import type { HomeReading } from '../../usecases/home/home-visits.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { requestFrom } from '../requests/request-document.ts';
import { flagColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

type Page = { limit: number; offset: number };
type OfWorkspace = { workspace: string; limit: number };

// Index request_requester.
const waitingOnRequester = statement((db, { person, limit }: Given<{ person: string; limit: number }>) =>
  db
    .selectFrom('request')
    .select('document')
    .where('requester', '=', person)
    .where((row) => row.or([row('waits_on', '=', 'marketing'), row('also_waits_on', '=', 'marketing')]))
    .orderBy('next_due', (order) => order.asc().nullsLast())
    .orderBy('number')
    .limit(limit),
);

// Index request_due.
const waitingOnAssignee = statement(
  (db, { workspace, person, limit }: Given<OfWorkspace & { person: string }>) =>
    db
      .selectFrom('request')
      .select('document')
      .where('workspace_id', '=', workspace)
      .where('open', '=', 1)
      .where('assignee', '=', person)
      .where((row) => row.or([row('waits_on', 'in', ['it', 'third-party']), row('also_waits_on', '=', 'it')]))
      .orderBy('next_due', (order) => order.asc().nullsLast())
      .orderBy('number')
      .limit(limit),
);

// Index request_due.
const openInStatus = statementOfRows((db, wanted: Given<OfWorkspace & { status: string }>[]) => {
  const [first] = wanted;
  if (!first) throw new Error('a list of states is not empty');
  return db
    .selectFrom('request')
    .select('document')
    .where('workspace_id', '=', first.workspace)
    .where('open', '=', 1)
    .where(
      'status',
      'in',
      wanted.map(({ status }) => status),
    )
    .orderBy('next_due', (order) => order.asc().nullsLast())
    .orderBy('number')
    .limit(first.limit);
});

// Index request_due.
const withChangeToSign = statement((db, { workspace, limit }: Given<OfWorkspace>) =>
  db
    .selectFrom('request')
    .select('document')
    .where('workspace_id', '=', workspace)
    .where('also_waits_on', 'is not', null)
    .where('open', '=', 1)
    .orderBy('next_due', (order) => order.asc().nullsLast())
    .limit(limit),
);

// Indexes request_requester and request_author.
const countOfPerson = statement((db, { person }: Given<{ person: string }>) =>
  db
    .selectFrom('request')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where((row) => row.or([row('requester', '=', person), row('author', '=', person)])),
);

// Primary key of follower.
const followed = statement((db, { person, limit, offset }: Given<{ person: string } & Page>) =>
  db
    .selectFrom('follower')
    .innerJoin('request', 'request.id', 'follower.request_id')
    .select('request.document')
    .where('follower.person', '=', person)
    .orderBy('request.open', 'desc')
    .orderBy('request.number', 'desc')
    .limit(limit)
    .offset(offset),
);

const followedCount = statement((db, { person }: Given<{ person: string }>) =>
  db
    .selectFrom('follower')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('person', '=', person),
);

const insertFollowers = statementOfRows((db, rows: Given<Schema['follower']>[]) =>
  db
    .insertInto('follower')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['person', 'request_id']).doNothing()),
);

// Index request_open.
const openByMarketing = statement((db, { workspace, limit, offset }: Given<OfWorkspace & Page>) =>
  db
    .selectFrom('request')
    .select('document')
    .where('workspace_id', '=', workspace)
    .where('open', '=', 1)
    .orderBy((row) => row.case().when('waits_on', '=', 'marketing').then(0).else(1).end())
    .orderBy('next_due', (order) => order.asc().nullsLast())
    .orderBy('number')
    .limit(limit)
    .offset(offset),
);

// Index commitment_settled. A database serves one workspace.
const promisesSettled = statement((db, { from, to }: Given<Span>) =>
  db
    .selectFrom('commitment')
    .select(['debtor', 'verdict', 'by_change as byChange'])
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('settled_at', '>=', from)
    .where('settled_at', '<', to)
    .where('budget', 'is not', null)
    .groupBy(['debtor', 'verdict', 'by_change']),
);

const settledRow = z.object({
  debtor: z.enum(['marketing', 'it', 'check-owner', 'third-party']),
  verdict: z.enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  byChange: flagColumn,
  count: z.coerce.number(),
});

export function homeListReading(
  session: Session,
): Omit<HomeReading, 'homeVisit' | 'homesOpenedSince' | 'withChecksOf'> {
  return {
    async waitingOnRequester(person, limit) {
      return all(await waitingOnRequester(session, { person, limit }));
    },
    async waitingOnAssignee(workspace, person, limit) {
      return all(await waitingOnAssignee(session, { workspace, person, limit }));
    },
    async openIn(workspace, statuses, limit) {
      return all(
        await openInStatus(
          session,
          statuses.map((status) => ({ workspace, status, limit })),
        ),
      );
    },
    async withChangeToSign(workspace, limit) {
      return all(await withChangeToSign(session, { workspace, limit }));
    },
    async countRequestsOf(person) {
      return only(await countOfPerson(session, { person }));
    },
    async followedBy(person, page) {
      return all(await followed(session, { person, ...page }));
    },
    async countFollowedBy(person) {
      return only(await followedCount(session, { person }));
    },
    async openByMarketing(workspace, page) {
      return all(await openByMarketing(session, { workspace, ...page }));
    },
    async promisesSettled({ from, to }) {
      const { rows } = await promisesSettled(session, { from, to });
      return rows.map((row) => settledRow.parse(row));
    },
  };
}

/** Who follows a request since these facts; most have none, and then nothing is written. */
export async function saveFollowers(
  session: Session,
  request: string,
  events: readonly RequestEvent[],
): Promise<void> {
  const people = new Set(events.flatMap(followersIn));
  await insertFollowers(
    session,
    [...people].map((person) => ({ person, request_id: request })),
  );
}

function followersIn(event: RequestEvent): PersonId[] {
  switch (event.type) {
    case 'RequestSubmitted':
      return event.followers ?? [];
    case 'RequestAbsorbed':
      return event.followers;
    case 'RequestFollowed':
      return [event.by];
    default:
      return [];
  }
}

function all({ rows }: { rows: { document: string }[] }): Request[] {
  return rows.map(({ document }) => requestFrom(document));
}

function only({ rows }: { rows: { count: number }[] }): number {
  return Number(rows[0]?.count ?? 0);
}
