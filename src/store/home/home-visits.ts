import { z } from 'zod';
import {
  type HomeReading,
  type HomeVisit,
  type HomeWriting,
  homeLists,
} from '../../usecases/home/home-visits.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const visitColumns = [
  'person_id as person',
  'pages',
  'opened_at as openedAt',
  'refreshed_at as refreshedAt',
  'shown',
  'hash',
] as const;

const visitOf = statement((db, { person }: Given<{ person: string }>) =>
  db.selectFrom('home_visit').select(visitColumns).where('person_id', '=', person),
);

// Index home_visit_opened.
const visitsSince = statement((db, { workspace, since }: Given<{ workspace: string; since: number }>) =>
  db
    .selectFrom('home_visit')
    .select(visitColumns)
    .where('workspace_id', '=', workspace)
    .where('opened_at', '>=', since),
);

const visitRow = z.object({
  person: personColumn,
  pages: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.partialRecord(z.enum(homeLists), z.int())),
  openedAt: instantColumn,
  refreshedAt: instantColumn.nullable(),
  shown: z.string().nullable(),
  hash: z.string().nullable(),
}) satisfies z.ZodType<HomeVisit>;

const upsertOpened = statement(
  (db, row: Given<Omit<Schema['home_visit'], 'refreshed_at' | 'shown' | 'hash'>>) =>
    db
      .insertInto('home_visit')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('person_id').doUpdateSet((row) => ({ opened_at: row.ref('excluded.opened_at') })),
      ),
);

const upsertPages = statement(
  (db, row: Given<Omit<Schema['home_visit'], 'refreshed_at' | 'shown' | 'hash'>>) =>
    db
      .insertInto('home_visit')
      .values(row)
      .onConflict((conflict) =>
        conflict.column('person_id').doUpdateSet((row) => ({ pages: row.ref('excluded.pages') })),
      ),
);

const takeRefresh = statement(
  (db, { person, at, earlier }: Given<{ person: string; at: number; earlier: number }>) =>
    db
      .updateTable('home_visit')
      .set({ refreshed_at: at })
      .where('person_id', '=', person)
      .where((row) =>
        row.or([
          row('refreshed_at', 'is', null),
          row('refreshed_at', '<=', earlier),
          // The machine's time was set back.
          row('refreshed_at', '>', at),
        ]),
      ),
);

const updateShown = statement(
  (db, { person, shown, hash }: Given<{ person: string; shown: string; hash: string | null }>) =>
    db.updateTable('home_visit').set({ shown, hash }).where('person_id', '=', person),
);

export function homeVisitReading(session: Session): Pick<HomeReading, 'homeVisit' | 'homesOpenedSince'> {
  return {
    async homeVisit(person) {
      const { rows } = await visitOf(session, { person });
      return rows[0] ? visitRow.parse(rows[0]) : null;
    },
    async homesOpenedSince(workspace, since) {
      const { rows } = await visitsSince(session, { workspace, since });
      return rows.map((row) => visitRow.parse(row));
    },
  };
}

export function homeVisitWriting(session: Session): HomeWriting {
  return {
    async saveHomeOpened(workspace, person, at) {
      await upsertOpened(session, { person_id: person, workspace_id: workspace, pages: '{}', opened_at: at });
    },
    async saveHomePages(workspace, person, pages, at) {
      const row = { person_id: person, workspace_id: workspace, opened_at: at };
      await upsertPages(session, { ...row, pages: JSON.stringify(pages) });
    },
    async takeHomeRefresh(person, at, earlier) {
      const { numAffectedRows } = await takeRefresh(session, { person, at, earlier });
      return numAffectedRows === 1n;
    },
    async saveHomeShown(person, shown, hash) {
      await updateShown(session, { person, shown, hash });
    },
  };
}
