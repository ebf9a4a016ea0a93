import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** Tools that may do the same job as another: when to compare them, and who was told of which pair. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, instant, tableEnd } = words;
  // What was recorded before stays as it is: nobody is told of a whole stack at once.
  await db.schema.alterTable('tool').addColumn('compare_at', instant).execute();
  await db.schema
    .createIndex('tool_compare')
    .on('tool')
    .columns(['workspace_id', 'compare_at'])
    .where(sql.ref('compare_at'), 'is not', null)
    .execute();
  await db.schema
    .createTable('tool_pair_told')
    .addColumn('tool_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('other_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('told_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('tool_pair_told_key', ['tool_id', 'other_id', 'person'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema.createIndex('tool_pair_told_other').on('tool_pair_told').column('other_id').execute();
}
