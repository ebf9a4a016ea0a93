import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** What the clock does about a request next, and the standing definitions of done with both leads' signatures. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, instant, tableEnd } = words;
  const { schema } = db;

  await schema
    .createTable('next_step')
    .addColumn('request_id', text, (column) => column.primaryKey().notNull().references('request.id'))
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('due_at', instant, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('next_step_due')
    .on('next_step')
    .columns(['workspace_id', 'due_at', 'request_id'])
    .execute();

  await schema
    .createTable('standing_definition')
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('version', integer, (column) => column.notNull())
    .addColumn('criteria', text, (column) => column.notNull())
    .addColumn('proposed_side', text, (column) => column.notNull())
    .addColumn('proposed_by', text, (column) => column.notNull())
    .addColumn('proposed_at', instant, (column) => column.notNull())
    .addColumn('signed_by', text)
    .addColumn('signed_at', instant)
    .addPrimaryKeyConstraint('standing_definition_key', ['workspace_id', 'kind', 'version'])
    .modifyEnd(tableEnd)
    .execute();
}
