import type { Kysely } from 'kysely';
import { z } from 'zod';
import { type Commitment, clockKinds } from '../../domain/sla/commitment.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { flag, flagColumn, instantColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const commitmentRow = z.object({
  clock: z.enum(clockKinds),
  round: z.int(),
  debtor: z.enum(['marketing', 'it', 'check-owner', 'third-party']),
  startedAt: instantColumn,
  budget: z.int().nullable(),
  dueAt: instantColumn.nullable(),
  endedAt: instantColumn.nullable(),
  settledAt: instantColumn.nullable(),
  verdict: z.enum(['running', 'paused', 'met', 'missed', 'cancelled']),
  byChange: flagColumn,
  nextAlertAt: instantColumn.nullable(),
  reckonedWith: z.string(),
}) satisfies z.ZodType<Commitment>;

const columns = [
  'clock',
  'round',
  'debtor',
  'started_at as startedAt',
  'budget',
  'due_at as dueAt',
  'ended_at as endedAt',
  'settled_at as settledAt',
  'verdict',
  'by_change as byChange',
  'next_alert_at as nextAlertAt',
  'reckoned_with as reckonedWith',
] as const;

const commitmentsOfRequest = statement((db, { request }: Given<{ request: string }>) =>
  db
    .selectFrom('commitment')
    .select(columns)
    .where('request_id', 'in', [request])
    .orderBy('started_at')
    .orderBy('round')
    .orderBy('clock'),
);

const ofRequests = (db: Kysely<Schema>, wanted: readonly Given<{ request: string }>[]) =>
  db
    .selectFrom('commitment')
    .select(['request_id as request', ...columns])
    .where(
      'request_id',
      'in',
      wanted.map(({ request }) => request),
    )
    .orderBy('started_at')
    .orderBy('round')
    .orderBy('clock');

const allCommitments = statementOfRows((db, wanted: Given<{ request: string }>[]) => ofRequests(db, wanted));
const openCommitments = statementOfRows((db, wanted: Given<{ request: string }>[]) =>
  ofRequests(db, wanted).where('ended_at', 'is', null),
);

const deleteCommitments = statement((db, { request }: Given<{ request: string }>) =>
  db.deleteFrom('commitment').where('request_id', '=', request),
);

const insertCommitments = statementOfRows((db, rows: Given<Schema['commitment']>[]) =>
  db.insertInto('commitment').values(rows),
);

/** In the order in which they started. */
export async function commitmentsOf(session: Session, request: string): Promise<Commitment[]> {
  const { rows } = await commitmentsOfRequest(session, { request });
  return rows.map((row) => commitmentRow.parse(row));
}

export async function openCommitmentsOf(
  session: Session,
  requests: readonly string[],
): Promise<Map<string, Commitment[]>> {
  return commitmentsBy(openCommitments, session, requests);
}

/** By request; those that ended, too. */
export async function allCommitmentsOf(
  session: Session,
  requests: readonly string[],
): Promise<Map<string, Commitment[]>> {
  return commitmentsBy(allCommitments, session, requests);
}

async function commitmentsBy(
  read: typeof openCommitments,
  session: Session,
  requests: readonly string[],
): Promise<Map<string, Commitment[]>> {
  const { rows } = await read(
    session,
    requests.map((request) => ({ request })),
  );
  const byRequest = Map.groupBy(rows, ({ request }) => request);
  return new Map([...byRequest].map(([id, own]) => [id, own.map((row) => commitmentRow.parse(row))]));
}

export async function replaceCommitments(
  session: Session,
  request: string,
  commitments: readonly Commitment[],
  isNew: boolean,
): Promise<void> {
  if (!isNew) await deleteCommitments(session, { request });
  await insertCommitments(
    session,
    commitments.map((each) => ({
      ...{ request_id: request, clock: each.clock, round: each.round, debtor: each.debtor },
      ...{ started_at: each.startedAt, budget: each.budget, due_at: each.dueAt, ended_at: each.endedAt },
      ...{ settled_at: each.settledAt, verdict: each.verdict, by_change: flag(each.byChange) },
      ...{ next_alert_at: each.nextAlertAt, reckoned_with: each.reckonedWith },
    })),
  );
}
