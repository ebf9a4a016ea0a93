import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** The weekly digest: one for each ISO week, what the leads decide about, and where it stands. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, instant, flag, tableEnd } = words;
  const { schema } = db;

  await schema
    .createTable('digest')
    .addColumn('workspace_id', text, (column) => column.notNull().references('workspace.id'))
    .addColumn('week', text, (column) => column.notNull())
    .addColumn('from_at', instant, (column) => column.notNull())
    .addColumn('to_at', instant, (column) => column.notNull())
    .addColumn('due_at', instant, (column) => column.notNull())
    .addColumn('made_at', instant, (column) => column.notNull())
    .addColumn('figures', text, (column) => column.notNull())
    .addColumn('is_private', flag, (column) => column.notNull())
    .addColumn('published_by', text)
    .addColumn('published_at', instant)
    .addPrimaryKeyConstraint('digest_key', ['workspace_id', 'week'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('digest_item')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('week', text, (column) => column.notNull())
    .addColumn('position', integer, (column) => column.notNull())
    .addColumn('about', text, (column) => column.notNull())
    .addColumn('item', text, (column) => column.notNull())
    .addColumn('choice', text)
    .addColumn('decided_by', text)
    .addColumn('decided_at', instant)
    .addPrimaryKeyConstraint('digest_item_key', ['workspace_id', 'week', 'position'])
    .addForeignKeyConstraint('digest_item_digest', ['workspace_id', 'week'], 'digest', [
      'workspace_id',
      'week',
    ])
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('digest_item_about')
    .on('digest_item')
    .columns(['workspace_id', 'about'])
    .execute();

  await schema
    .createTable('digest_message')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('week', text, (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('ts', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('digest_message_key', ['workspace_id', 'week', 'place'])
    .addForeignKeyConstraint('digest_message_digest', ['workspace_id', 'week'], 'digest', [
      'workspace_id',
      'week',
    ])
    .modifyEnd(tableEnd)
    .execute();

  // Only closed requests: a new one, which is open, costs nothing more than before.
  await schema
    .createIndex('request_closed')
    .on('request')
    // `open` is in it so that SQLite prefers it to other indexes that begin with both.
    .columns(['workspace_id', 'open', 'changed_at'])
    .where(sql.ref('open'), '=', sql.lit(0))
    .execute();
}
