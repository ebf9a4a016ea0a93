import { type Kysely, sql } from 'kysely';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** When the verdict of a promise became final, which is when it counts: a delivery's with the end of its request. */
export async function up(db: Kysely<unknown>, { instant }: SchemaWords): Promise<void> {
  const { schema } = db;
  await schema.alterTable('commitment').addColumn('settled_at', instant).execute();
  await sql`
    update commitment set settled_at = coalesce(
      case when clock = 'delivery' then (
        select min(request_event.at) from request_event
        where request_event.request_id = commitment.request_id and request_event.at >= commitment.ended_at
          and request_event.type in (
            'DeliveryConfirmed', 'ClosedUnconfirmed', 'RequestDeclined', 'RequestWithdrawn', 'RequestMerged'))
      end,
      ended_at)
    where ended_at is not null`.execute(db);

  await schema.dropIndex('commitment_ended').execute();
  await schema
    .createIndex('commitment_settled')
    .on('commitment')
    // All that a count of them asks for.
    .columns(['settled_at', 'budget', 'debtor', 'verdict', 'by_change'])
    .where(sql.ref('settled_at'), 'is not', null)
    .execute();
}
