import type { Reading, Transaction } from '../usecases/ports.ts';
import type { Session } from './engine/engine.ts';
import { type Given, statementOfRows } from './engine/statement.ts';
import type { Schema } from './schema.ts';

const wordsById = statementOfRows((db, wanted: Given<{ id: string }>[]) =>
  db
    .selectFrom('body')
    .select(['id', 'text'])
    .where(
      'id',
      'in',
      wanted.map(({ id }) => id),
    ),
);

const insertBodies = statementOfRows((db, rows: Given<Schema['body']>[]) =>
  db.insertInto('body').values(rows),
);

export function wordsReading(session: Session): Pick<Reading, 'words'> {
  return {
    async words(bodies) {
      const { rows } = await wordsById(
        session,
        bodies.map((id) => ({ id })),
      );
      return new Map(rows.flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));
    },
  };
}

export function wordsWriting(session: Session): Pick<Transaction, 'saveWords'> {
  return {
    async saveWords(workspace, bodies, at) {
      await insertBodies(
        session,
        [...bodies].map(([id, text]) => ({ id, workspace_id: workspace, text, written_at: at })),
      );
    },
  };
}
