import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** Files that came with requests and their messages, and replies that are held back because of what is in them. */
export async function up(db: Kysely<unknown>, { text, integer, tableEnd }: SchemaWords): Promise<void> {
  const { schema } = db;

  await schema
    .createTable('attachment')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addColumn('fact', integer, (column) => column.notNull())
    .addColumn('side', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('channel', text)
    .addColumn('ts', text)
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('size', integer, (column) => column.notNull())
    .addColumn('shared', integer, (column) => column.notNull())
    .addColumn('left_behind', text)
    .addColumn('copy', text)
    .addColumn('checksum', text)
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('attachment_request').on('attachment').column('request_id').execute();
  await schema
    .createIndex('attachment_source')
    .on('attachment')
    .columns(['workspace_id', 'source'])
    .execute();

  await schema
    .createTable('held_reply')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('ts', text, (column) => column.notNull())
    .addColumn('thread_ts', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('words', text, (column) => column.notNull())
    .addColumn('files', text, (column) => column.notNull())
    .addPrimaryKeyConstraint('held_reply_key', ['workspace_id', 'channel', 'ts'])
    .modifyEnd(tableEnd)
    .execute();
}
