import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** What of a list somebody looks at in the queue, and in which order; null where it is all of it, in its own. */
export async function up(db: Kysely<unknown>, { text, integer }: SchemaWords): Promise<void> {
  const { schema } = db;
  await schema.alterTable('queue_place').addColumn('kind', text).execute();
  await schema.alterTable('queue_place').addColumn('priority', integer).execute();
  await schema.alterTable('queue_place').addColumn('assignee', text).execute();
  await schema.alterTable('queue_place').addColumn('list_order', text).execute();
}
