import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** Words on their way to the other side that a request's broker has not read yet. */
export async function up(
  { schema }: Kysely<unknown>,
  { text, instant, tableEnd }: SchemaWords,
): Promise<void> {
  await schema
    .createTable('brokered_words')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('words', text, (column) => column.notNull())
    .addColumn('way', text, (column) => column.notNull())
    .addColumn('channel', text)
    .addColumn('ts', text)
    .addColumn('due_at', instant, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('brokered_words_place')
    .on('brokered_words')
    .columns(['workspace_id', 'channel', 'ts'])
    .execute();
  await schema
    .createIndex('brokered_words_due')
    .on('brokered_words')
    .columns(['workspace_id', 'due_at'])
    .execute();
}
