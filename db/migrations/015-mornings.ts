import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** One message a morning for everybody on whom something waits, and how each person wants to hear of things. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, instant, tableEnd } = words;
  const { schema } = db;

  await schema
    .createIndex('request_also_waits_on')
    .on('request')
    .columns(['also_waits_on', 'requester', 'assignee'])
    .where(sql.ref('also_waits_on'), 'is not', null)
    .execute();

  await schema
    .createTable('morning')
    .addColumn('person_id', text, (column) => column.notNull())
    .addColumn('day', text, (column) => column.notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('said_at', instant, (column) => column.notNull())
    .addColumn('listed', text, (column) => column.notNull())
    .addColumn('shown', text, (column) => column.notNull())
    .addColumn('channel', text)
    .addColumn('ts', text)
    .addPrimaryKeyConstraint('morning_key', ['person_id', 'day'])
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('morning_said').on('morning').columns(['workspace_id', 'said_at']).execute();

  await schema
    .createTable('mornings_done')
    .addColumn('workspace_id', text, (column) => column.primaryKey().notNull())
    .addColumn('until', instant, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('notices')
    .addColumn('person_id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('document', text, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
}
