import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** What waits on each person, what they follow, and how their App Home was left. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, instant, tableEnd } = words;
  const { schema } = db;

  await schema.alterTable('request').addColumn('also_waits_on', text).execute();

  await schema
    .createTable('follower')
    .addColumn('person', text, (column) => column.notNull())
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addPrimaryKeyConstraint('follower_key', ['person', 'request_id'])
    .modifyEnd(tableEnd)
    .execute();

  await fillIn(db.withTables<Tables>());

  await schema
    .createIndex('commitment_ended')
    .on('commitment')
    .column('ended_at')
    .where(sql.ref('ended_at'), 'is not', null)
    .execute();

  await schema
    .createTable('home_visit')
    .addColumn('person_id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('pages', text, (column) => column.notNull())
    .addColumn('opened_at', instant, (column) => column.notNull())
    .addColumn('refreshed_at', instant)
    .addColumn('shown', text)
    .addColumn('hash', text)
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('home_visit_opened')
    .on('home_visit')
    .columns(['workspace_id', 'opened_at'])
    .execute();
}

/** The tables as they were when this was written: a migration never follows later changes of the code. */
type Tables = {
  request: { id: string; document: string; also_waits_on: string | null };
  follower: { person: string; request_id: string };
};

const asItWas = z.object({
  followers: z.array(z.string()).default([]),
  state: z.object({ status: z.string() }).optional(),
  outcome: z.object({ verdict: z.string().nullable() }).nullish(),
  agreement: z
    .object({
      inForce: z.object({}).nullable(),
      proposed: z.object({ signatures: z.object({ marketing: z.object({}).optional() }) }).nullable(),
    })
    .optional(),
});

async function fillIn(db: Kysely<Tables>): Promise<void> {
  const rows = await db.selectFrom('request').select(['id', 'document']).execute();
  for (const { id, document } of rows) {
    const { followers, state, outcome, agreement } = asItWas.parse(JSON.parse(document));
    for (const person of new Set(followers)) {
      await db.insertInto('follower').values({ person, request_id: id }).execute();
    }
    const signature = agreement?.proposed?.signatures.marketing ? 'it' : 'marketing';
    const isSigned = !agreement?.inForce || !agreement.proposed;
    const change = state?.status !== 'in-progress' || isSigned ? null : signature;
    const owes = state?.status === 'done' && outcome?.verdict === null ? 'marketing' : change;
    if (owes) await db.updateTable('request').set({ also_waits_on: owes }).where('id', '=', id).execute();
  }
}
