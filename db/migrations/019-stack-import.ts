import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** Files that somebody wants in the stack, from the window to the last word about them. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, tableEnd } = words;
  await db.schema
    .createTable('stack_import')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createIndex('stack_import_to_do')
    .on('stack_import')
    .columns(['workspace_id', 'state'])
    .execute();
}
