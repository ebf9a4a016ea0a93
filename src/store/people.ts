import { z } from 'zod';
import { teamOf } from '../domain/person.ts';
import type { Reading, Transaction } from '../usecases/ports.ts';
import type { Person } from '../usecases/records.ts';
import type { Session } from './engine/engine.ts';
import { type Given, statement, statementOfRows } from './engine/statement.ts';
import { flag, flagColumn, instantColumn, personColumn } from './row-values.ts';
import type { Schema } from './schema.ts';

const personRow = z.object({
  id: personColumn,
  name: z.string(),
  zone: z.string().nullable(),
  isMember: flagColumn,
  isAdmin: flagColumn,
  readAt: instantColumn,
}) satisfies z.ZodType<Person>;

const peopleById = statementOfRows((db, wanted: Given<{ id: string }>[]) =>
  db
    .selectFrom('person')
    .select(['id', 'name', 'zone', 'is_member as isMember', 'is_admin as isAdmin', 'read_at as readAt'])
    .where(
      'id',
      'in',
      wanted.map(({ id }) => id),
    ),
);

const upsertPerson = statement((db, row: Given<Schema['person']>) =>
  db
    .insertInto('person')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        zone: row.ref('excluded.zone'),
        is_member: row.ref('excluded.is_member'),
        is_admin: row.ref('excluded.is_admin'),
        read_at: row.ref('excluded.read_at'),
      })),
    ),
);

export function peopleReading(session: Session): Pick<Reading, 'person' | 'people'> {
  async function people(ids: readonly string[]): Promise<Person[]> {
    const { rows } = await peopleById(
      session,
      ids.map((id) => ({ id })),
    );
    return rows.map((row) => personRow.parse(row));
  }

  return {
    async person(id) {
      const [person] = await people([id]);
      return person ?? null;
    },
    async people(ids) {
      return new Map((await people(ids)).map((person) => [person.id, person]));
    },
  };
}

export function peopleWriting(session: Session): Pick<Transaction, 'savePerson'> {
  return {
    async savePerson({ id, name, zone, isMember, isAdmin, readAt }) {
      await upsertPerson(session, {
        ...{ id, workspace_id: teamOf(id), name, zone },
        ...{ is_member: flag(isMember), is_admin: flag(isAdmin), read_at: readAt },
      });
    },
  };
}
