import type { Kysely } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** Who still has to decide about a check of which request. */
export async function up({ schema }: Kysely<unknown>, { text, tableEnd }: SchemaWords): Promise<void> {
  await schema
    .createTable('check_owner')
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addPrimaryKeyConstraint('check_owner_key', ['person', 'request_id'])
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('check_owner_request').on('check_owner').column('request_id').execute();
}
