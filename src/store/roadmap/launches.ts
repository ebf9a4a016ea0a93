import { z } from 'zod';
import type { Launch } from '../../domain/roadmap/launch.ts';
import { Conflict, type Reading, type Transaction } from '../../usecases/ports.ts';
import type { Engine, Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { requestFrom } from '../requests/request-document.ts';
import { flag, flagColumn, instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const columns = [
  'id',
  'workspace_id as workspace',
  'revision',
  'name',
  'date',
  'owner',
  'cancelled',
] as const;

const launchRow = z.object({
  id: z.string(),
  workspace: z.string(),
  revision: z.int(),
  name: z.string(),
  date: z.string(),
  owner: personColumn,
  cancelled: flagColumn,
}) satisfies z.ZodType<Launch>;

const changeRow = z.object({
  revision: z.int(),
  at: instantColumn,
  by: personColumn,
  name: z.string(),
  date: z.string(),
  owner: personColumn,
  because: z.string().nullable(),
});

const byId = ({ builder }: Engine, { id }: Given<{ id: string }>) =>
  builder.selectFrom('launch').select(columns).where('id', '=', id);

const launchById = statement((_db, key: Given<{ id: string }>, engine) => byId(engine, key));
const launchByIdToChange = statement((_db, key: Given<{ id: string }>, engine) =>
  engine.lockRows(byId(engine, key)),
);

const launchesById = statementOfRows((db, wanted: Given<{ id: string }>[]) =>
  db
    .selectFrom('launch')
    .select(columns)
    .where(
      'id',
      'in',
      wanted.map(({ id }) => id),
    ),
);

// Index launch_upcoming.
const upcoming = statement(
  (db, { workspace, from, limit }: Given<{ workspace: string; from: string; limit: number }>) =>
    db
      .selectFrom('launch')
      .select(columns)
      .where('workspace_id', '=', workspace)
      .where('cancelled', '=', 0)
      .where('date', '>=', from)
      .orderBy('date')
      .orderBy('id')
      .limit(limit),
);

const changesOfLaunch = statement((db, { launch, limit }: Given<{ launch: string; limit: number }>) =>
  db
    .selectFrom('launch_change')
    .select(['revision', 'changed_at as at', 'changed_by as by', 'name', 'date', 'owner', 'because'])
    .where('launch_id', '=', launch)
    .orderBy('revision', 'desc')
    .limit(limit),
);

// Index request_launch, as is the one below.
const requestsOfLaunch = statement((db, { launch, limit }: Given<{ launch: string; limit: number }>) =>
  db
    .selectFrom('request')
    .select('document')
    .where('launch_id', '=', launch)
    .orderBy('open', 'desc')
    .orderBy('number')
    .limit(limit),
);

const openByLaunch = statementOfRows((db, wanted: Given<{ id: string }>[]) =>
  db
    .selectFrom('request')
    .select('launch_id as launch')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where(
      'launch_id',
      'in',
      wanted.map(({ id }) => id),
    )
    .where('open', '=', 1)
    .groupBy('launch_id'),
);

const insertLaunch = statement((db, row: Given<Schema['launch']>) => db.insertInto('launch').values(row));

const updateLaunch = statement(
  (db, { id, expected, ...row }: Given<Schema['launch'] & { expected: number }>) =>
    db.updateTable('launch').set(row).where('id', '=', id).where('revision', '=', expected),
);

const insertChange = statement((db, row: Given<Schema['launch_change']>) =>
  db.insertInto('launch_change').values(row),
);

type LaunchReading = Pick<
  Reading,
  'launch' | 'launches' | 'upcomingLaunches' | 'launchHistory' | 'requestsOfLaunch' | 'openRequestsByLaunch'
>;

export function launchReading(session: Session): LaunchReading {
  return {
    async launch(id) {
      const { rows } = await launchById(session, { id });
      return rows[0] ? launchRow.parse(rows[0]) : null;
    },
    async launches(ids) {
      const { rows } = await launchesById(
        session,
        ids.map((id) => ({ id })),
      );
      return rows.map((row) => launchRow.parse(row));
    },
    async upcomingLaunches(workspace, from, limit) {
      const { rows } = await upcoming(session, { workspace, from, limit });
      return rows.map((row) => launchRow.parse(row));
    },
    async launchHistory(launch, limit) {
      const { rows } = await changesOfLaunch(session, { launch, limit });
      return rows.map((row) => changeRow.parse(row));
    },
    async requestsOfLaunch(launch, limit) {
      const { rows } = await requestsOfLaunch(session, { launch, limit });
      return rows.map(({ document }) => requestFrom(document));
    },
    async openRequestsByLaunch(launches) {
      const { rows } = await openByLaunch(
        session,
        launches.map((id) => ({ id })),
      );
      return new Map(rows.map(({ launch, count }) => [launch ?? '', Number(count)]));
    },
  };
}

/** A launch that is read here stays as it is until this transaction ends. */
export function launchWriting(session: Session): Pick<Transaction, 'launch' | 'saveLaunch'> {
  return {
    async launch(id) {
      const { rows } = await launchByIdToChange(session, { id });
      return rows[0] ? launchRow.parse(rows[0]) : null;
    },
    async saveLaunch(launch, { at, by, because }) {
      const { id, workspace, revision, name, date, owner, cancelled } = launch;
      const row = { id, workspace_id: workspace, revision, name, date, owner, cancelled: flag(cancelled) };
      if (revision === 1) await insertLaunch(session, row);
      else {
        const expected = revision - 1;
        const { numAffectedRows } = await updateLaunch(session, { ...row, expected });
        if (numAffectedRows !== 1n) throw new Conflict(`launch ${id} has moved on from revision ${expected}`);
      }
      const change = { launch_id: id, revision, changed_at: at, changed_by: by };
      await insertChange(session, { ...change, name, date, owner, because });
    },
  };
}
