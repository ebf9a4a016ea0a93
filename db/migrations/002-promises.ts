import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** When somebody is to be told of a promise, whom it was told to, and who is away. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, instant, flag, tableEnd } = words;
  const { schema } = db;

  await schema
    .alterTable('commitment')
    .addColumn('by_change', flag, (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('commitment').addColumn('next_alert_at', instant).execute();
  // Not reckoned with anything yet: the first sweep reads every open clock anew.
  await schema
    .alterTable('commitment')
    .addColumn('reckoned_with', text, (column) => column.notNull().defaultTo(''))
    .execute();
  await schema
    .createIndex('commitment_next_alert')
    .on('commitment')
    .column('next_alert_at')
    .where(sql.ref('next_alert_at'), 'is not', null)
    .execute();
  await schema
    .createIndex('commitment_reckoned_with')
    .on('commitment')
    .column('reckoned_with')
    .where(sql.ref('ended_at'), 'is', null)
    .execute();

  await schema
    .createTable('alert')
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addColumn('clock', text, (column) => column.notNull())
    .addColumn('round', integer, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('at', instant, (column) => column.notNull())
    .addColumn('told_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('alert_key', ['request_id', 'clock', 'round', 'kind'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('absence')
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('first_day', text, (column) => column.notNull())
    .addColumn('last_day', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('absence_key', ['person', 'first_day'])
    .modifyEnd(tableEnd)
    .execute();
}
