import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** That a database was restored from a copy: what Slack shows since then is not in it. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, instant, tableEnd } = words;

  await db.schema
    .createTable('restoration')
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('taken_at', instant, (column) => column.notNull())
    .addColumn('started_at', instant)
    .addPrimaryKeyConstraint('restoration_key', ['workspace_id', 'taken_at'])
    .modifyEnd(tableEnd)
    .execute();
}
