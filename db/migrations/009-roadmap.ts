import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** What is planned: launches, marketing's top five, and for which day and launch a request is accepted. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, instant, flag, tableEnd } = words;
  const { schema } = db;

  await schema
    .createTable('launch')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('date', text, (column) => column.notNull())
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('cancelled', flag, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('launch_upcoming')
    .on('launch')
    .columns(['workspace_id', 'cancelled', 'date'])
    .execute();
  await schema
    .createTable('launch_change')
    .addColumn('launch_id', text, (column) => column.notNull().references('launch.id'))
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('changed_at', instant, (column) => column.notNull())
    .addColumn('changed_by', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('date', text, (column) => column.notNull())
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('because', text)
    .addPrimaryKeyConstraint('launch_change_key', ['launch_id', 'revision'])
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createTable('top_five')
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('revision', integer, (column) => column.notNull())
    .addColumn('requests', text, (column) => column.notNull())
    .addColumn('changed_by', text, (column) => column.notNull())
    .addColumn('changed_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('top_five_key', ['workspace_id', 'revision'])
    .modifyEnd(tableEnd)
    .execute();
  for (const table of ['launch_change', 'top_five']) {
    for (const trigger of words.appendOnly(table)) await trigger.execute(db);
  }

  for (const name of ['launch_id', 'planned_on', 'size']) {
    await schema.alterTable('request').addColumn(name, text).execute();
  }
  await fillIn(db.withTables<Tables>());
  await schema
    .createIndex('request_launch')
    .on('request')
    .columns(['launch_id', 'open', 'number'])
    .where(sql.ref('launch_id'), 'is not', null)
    .execute();
  await schema
    .createIndex('request_planned')
    .on('request')
    .columns(['workspace_id', 'planned_on', 'number'])
    .where(sql.ref('planned_on'), 'is not', null)
    .execute();
  await schema
    .createIndex('request_not_now')
    .on('request')
    .columns(['workspace_id', 'changed_at'])
    .where(sql.ref('status'), 'in', [sql.lit('on-hold'), sql.lit('declined')])
    .execute();
}

/** The tables as they were when this was written: a migration never follows later changes of the code. */
type Tables = {
  request: { id: string; status: string; document: string; planned_on: string | null; size: string | null };
};

const planned = ['agreeing', 'checking', 'in-progress', 'delivered', 'done'];
const paused = ['needs-info', 'on-hold'];
const dated = z.object({ date: z.string().nullable() }).nullable();
const accepted = z.object({
  size: z.string().nullable(),
  agreement: z.object({ inForce: dated, proposed: dated }),
  state: z.object({ backTo: z.string().optional() }),
});

async function fillIn(db: Kysely<Tables>): Promise<void> {
  const known = await db
    .selectFrom('request')
    .select(['id', 'status', 'document'])
    .where('status', 'in', [...planned, ...paused])
    .execute();
  for (const { id, status, document } of known) {
    const { size, agreement, state } = accepted.parse(JSON.parse(document));
    if (size === null || (paused.includes(status) && state.backTo !== 'in-progress')) continue;
    const planned_on = (agreement.inForce ?? agreement.proposed)?.date ?? null;
    await db.updateTable('request').set({ size, planned_on }).where('id', '=', id).execute();
  }
}
