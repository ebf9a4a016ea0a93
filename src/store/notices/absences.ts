import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import type { Schema } from '../schema.ts';

const absencesOfPerson = statement((db, { person, from }: Given<{ person: string; from: string }>) =>
  db
    .selectFrom('absence')
    .select(['first_day as firstDay', 'last_day as lastDay'])
    .where('person', '=', person)
    .where('last_day', '>=', from)
    .orderBy('first_day'),
);

const deleteAbsences = statement((db, { person }: Given<{ person: string }>) =>
  db.deleteFrom('absence').where('person', '=', person),
);

const insertAbsences = statementOfRows((db, rows: Given<Schema['absence']>[]) =>
  db.insertInto('absence').values(rows),
);

export function absenceReading(session: Session): Pick<Reading, 'absences'> {
  return {
    async absences(person, from) {
      return (await absencesOfPerson(session, { person, from })).rows;
    },
  };
}

export function absenceWriting(session: Session): Pick<Transaction, 'replaceAbsences'> {
  return {
    async replaceAbsences(person, absences) {
      await deleteAbsences(session, { person });
      await insertAbsences(
        session,
        absences.map(({ firstDay, lastDay }) => ({ person, first_day: firstDay, last_day: lastDay })),
      );
    },
  };
}
