import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** Which requests are about which tools, and what becomes of tools that were bought first. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, instant, flag, tableEnd } = words;
  const { schema } = db;

  // Null where no tool has anything to learn from a request, as from all that were asked before.
  await schema.alterTable('request').addColumn('stack_seen', integer).execute();
  await schema
    .createIndex('request_for_stack')
    .on('request')
    .columns(['workspace_id', 'id'])
    .where(sql.ref('stack_seen'), '<', sql.ref('version'))
    .execute();

  await schema
    .createTable('tool_request')
    .addColumn('request_id', text, (column) => column.primaryKey().notNull().references('request.id'))
    .addColumn('tool_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('wish', text, (column) => column.notNull())
    .addColumn('stage', text, (column) => column.notNull())
    .addColumn('began', flag, (column) => column.notNull())
    .addColumn('counts', flag, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('tool_request_tool').on('tool_request').column('tool_id').execute();
  await schema.createIndex('tool_request_workspace').on('tool_request').column('workspace_id').execute();

  await schema
    .createTable('tool_review')
    .addColumn('request_id', text, (column) => column.primaryKey().notNull().references('request.id'))
    .addColumn('tool_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('look_at', instant)
    .addColumn('document', text, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('tool_review_tool').on('tool_review').column('tool_id').execute();
  await schema
    .createIndex('tool_review_look')
    .on('tool_review')
    .columns(['workspace_id', 'look_at'])
    .where(sql.ref('look_at'), 'is not', null)
    .execute();

  await schema.alterTable('tool_change').addColumn('request_id', text).execute();
}
