import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** One question a quarter, answered on ballots that name nobody. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, tableEnd } = words;
  const { schema } = db;

  await schema
    .createTable('pulse_ballot')
    .addColumn('secret', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('quarter', text, (column) => column.notNull())
    .addColumn('side', text, (column) => column.notNull())
    .addColumn('score', integer)
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('pulse_ballot_quarter')
    .on('pulse_ballot')
    .columns(['workspace_id', 'quarter', 'side', 'score'])
    .execute();
}
