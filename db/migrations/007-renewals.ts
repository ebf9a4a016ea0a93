import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** What the owners of a tool say before its contract goes on. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, instant, tableEnd } = words;
  await db.schema
    .createTable('tool_renewal')
    .addColumn('tool_id', text, (column) => column.notNull().references('tool.id'))
    .addColumn('contract_end', text, (column) => column.notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('notice_on', text, (column) => column.notNull())
    .addColumn('look_at', instant)
    .addColumn('document', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('tool_renewal_key', ['tool_id', 'contract_end'])
    .modifyEnd(tableEnd)
    .execute();
  await db.schema
    .createIndex('tool_renewal_look')
    .on('tool_renewal')
    .columns(['workspace_id', 'look_at'])
    .where(sql.ref('look_at'), 'is not', null)
    .execute();
}
