import { z } from 'zod';
import { noticesSchema } from '../../domain/notices/notices.ts';
import { sides } from '../../domain/person.ts';
import type { Morning, MorningReading, MorningWriting } from '../../usecases/notices/morning-ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

// Index request_due, without a look at the rows themselves, but for the requester.
const requestersWaitedOn = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('request')
    .select('requester as person')
    .distinct()
    .where('workspace_id', '=', workspace)
    .where('open', '=', 1)
    .where('waits_on', '=', 'marketing'),
);

// Index request_due, without a look at the rows themselves.
const assigneesWaitedOn = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('request')
    .select('assignee as person')
    .distinct()
    .where('workspace_id', '=', workspace)
    .where('open', '=', 1)
    .where('waits_on', 'in', ['it', 'third-party'])
    .where('assignee', 'is not', null),
);

// Primary key of check_owner: only checks that are pending have rows.
const ownersWaitedOn = statement((db, { most }: Given<{ most: number }>) =>
  db.selectFrom('check_owner').select('person').distinct().limit(most),
);

// Index request_also_waits_on, without a look at the rows themselves.
const alsoWaitedOn = statement((db, { most }: Given<{ most: number }>) =>
  db
    .selectFrom('request')
    .select(['also_waits_on as side', 'requester', 'assignee'])
    .distinct()
    .where('also_waits_on', 'in', [...sides])
    .limit(most),
);
const mostRead = 5000;

const columns = [
  'person_id as person',
  'day',
  'said_at as saidAt',
  'listed',
  'shown',
  'channel',
  'ts',
] as const;

// Primary key, as is the next.
const morningOf = statement((db, { person, day }: Given<{ person: string; day: string }>) =>
  db.selectFrom('morning').select(columns).where('person_id', '=', person).where('day', '=', day),
);

const lastOf = statement((db, { person }: Given<{ person: string }>) =>
  db
    .selectFrom('morning')
    .select(columns)
    .where('person_id', '=', person)
    .where('day', '=', (row) =>
      row
        .selectFrom('morning as newest')
        .select((each) => each.fn.max('newest.day').as('day'))
        .where('newest.person_id', '=', person),
    ),
);

// Index morning_said.
const saidSince = statement((db, { workspace, since }: Given<{ workspace: string; since: number }>) =>
  db
    .selectFrom('morning')
    .select(columns)
    .where('workspace_id', '=', workspace)
    .where('said_at', '>=', since)
    .orderBy('said_at'),
);

const doneUntil = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db.selectFrom('mornings_done').select('until').where('workspace_id', '=', workspace),
);

const noticesOf = statement((db, { person }: Given<{ person: string }>) =>
  db.selectFrom('notices').select('document').where('person_id', '=', person),
);

const insertMorning = statement((db, row: Given<Omit<Schema['morning'], 'channel' | 'ts'>>) =>
  db
    .insertInto('morning')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'day']).doNothing()),
);

const updateShown = statement(
  (db, { person, day, shown }: Given<{ person: string; day: string; shown: string }>) =>
    db.updateTable('morning').set({ shown }).where('person_id', '=', person).where('day', '=', day),
);

const updatePlace = statement(
  (db, { person, day, channel, ts }: Given<{ person: string; day: string; channel: string; ts: string }>) =>
    db.updateTable('morning').set({ channel, ts }).where('person_id', '=', person).where('day', '=', day),
);

const upsertDone = statement((db, row: Given<Schema['mornings_done']>) =>
  db
    .insertInto('mornings_done')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('workspace_id').doUpdateSet((row) => ({ until: row.ref('excluded.until') })),
    ),
);

const upsertNotices = statement((db, row: Given<Schema['notices']>) =>
  db
    .insertInto('notices')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet((row) => ({ document: row.ref('excluded.document') })),
    ),
);

const json = z.string().transform((text): unknown => JSON.parse(text));

const morningRow = z
  .object({
    person: personColumn,
    day: z.string(),
    saidAt: instantColumn,
    listed: json.pipe(z.array(z.object({ key: z.string(), name: z.string() }))),
    shown: z.string(),
    channel: z.string().nullable(),
    ts: z.string().nullable(),
  })
  .transform(
    ({ channel, ts, ...morning }): Morning => ({
      ...morning,
      place: channel !== null && ts !== null ? { channel, ts } : null,
    }),
  );

export function morningReading(session: Session): MorningReading {
  const one = ({ rows }: { rows: unknown[] }) => (rows[0] ? morningRow.parse(rows[0]) : null);
  return {
    async peopleWaitedOn(workspace) {
      const requesters = await requestersWaitedOn(session, { workspace });
      const assignees = await assigneesWaitedOn(session, { workspace });
      const also = await alsoWaitedOn(session, { most: mostRead });
      const owners = await ownersWaitedOn(session, { most: mostRead });
      const found = [
        ...owners.rows.map(({ person }) => ({ person, side: 'it' as const })),
        ...requesters.rows.map(({ person }) => ({ person, side: 'marketing' as const })),
        ...assignees.rows.map(({ person }) => ({ person, side: 'it' as const })),
        ...also.rows.map(({ side, requester, assignee }) =>
          side === 'marketing'
            ? { person: requester, side: 'marketing' as const }
            : { person: assignee, side: 'it' as const },
        ),
      ];
      return found.flatMap(({ person, side }) =>
        person === null ? [] : [{ person: personColumn.parse(person), side }],
      );
    },
    async morning(person, day) {
      return one(await morningOf(session, { person, day }));
    },
    async lastMorning(person) {
      return one(await lastOf(session, { person }));
    },
    async morningsSince(workspace, since) {
      const { rows } = await saidSince(session, { workspace, since });
      return rows.map((row) => morningRow.parse(row));
    },
    async morningsDoneUntil(workspace) {
      const { rows } = await doneUntil(session, { workspace });
      return rows[0]?.until ?? null;
    },
    async notices(person) {
      const { rows } = await noticesOf(session, { person });
      return rows[0] ? noticesSchema.parse(JSON.parse(rows[0].document)) : null;
    },
  };
}

export function morningWriting(session: Session): MorningWriting {
  return {
    async addMorning(workspace, { person, day, saidAt, listed, shown }) {
      const row = { person_id: person, day, workspace_id: workspace, said_at: saidAt, shown };
      const { numAffectedRows } = await insertMorning(session, { ...row, listed: JSON.stringify(listed) });
      return numAffectedRows === 1n;
    },
    async saveMorningShown(person, day, shown) {
      await updateShown(session, { person, day, shown });
    },
    async saveMorningPlace(person, day, place) {
      await updatePlace(session, { person, day, ...place });
    },
    async saveMorningsDone(workspace, until) {
      await upsertDone(session, { workspace_id: workspace, until });
    },
    async saveNotices(workspace, person, notices) {
      await upsertNotices(session, {
        ...{ person_id: person, workspace_id: workspace },
        document: JSON.stringify(notices),
      });
    },
  };
}
