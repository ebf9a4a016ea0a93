import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** What people began to ask for and did not send: one for each window, for some days. */
export async function up(
  { schema }: Kysely<unknown>,
  { text, instant, tableEnd }: SchemaWords,
): Promise<void> {
  await schema
    .createTable('draft')
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('cause', text, (column) => column.notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .addColumn('kept_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('draft_key', ['person', 'cause'])
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('draft_kept').on('draft').columns(['workspace_id', 'kept_at']).execute();
}
