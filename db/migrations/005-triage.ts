import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** What IT's channel needs: the messages of the threads, where each line stands, and a queue to look through. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  const { text, integer, instant, tableEnd } = words;
  const { schema } = db;

  await schema.alterTable('message_location').addColumn('event', integer).execute();

  await schema
    .createTable('thread_message')
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('channel', text, (column) => column.notNull())
    .addColumn('ts', text, (column) => column.notNull())
    .addColumn('thread_ts', text, (column) => column.notNull())
    .addColumn('request_id', text, (column) => column.notNull().references('request.id'))
    .addColumn('side', text, (column) => column.notNull())
    .addColumn('author', text, (column) => column.notNull())
    .addColumn('fact', integer, (column) => column.notNull())
    .addColumn('words', text)
    .addColumn('crossed', integer)
    .addPrimaryKeyConstraint('thread_message_key', ['workspace_id', 'channel', 'ts'])
    .modifyEnd(tableEnd)
    .execute();

  await schema.alterTable('request').addColumn('waits_on', text).execute();
  await schema.alterTable('request').addColumn('next_due', instant).execute();
  await fillIn(db.withTables<Tables>());
  await schema
    .createIndex('request_due')
    .on('request')
    .columns(['workspace_id', 'open', 'next_due', 'number', 'waits_on', 'assignee'])
    .execute();

  await schema
    .createTable('queue_place')
    .addColumn('person_id', text, (column) => column.primaryKey().notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('list', text, (column) => column.notNull())
    .addColumn('page', integer, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
}

/** The tables as they were when this was written: a migration never follows later changes of the code. */
type Tables = {
  request: {
    id: string;
    open: number;
    status: string;
    document: string;
    waits_on: string | null;
    next_due: number | null;
  };
  commitment: { request_id: string; due_at: number | null; ended_at: number | null };
};

const waiting = z.object({
  state: z.object({
    missing: z.string().optional(),
    waitsFor: z.object({ party: z.string() }).optional(),
  }),
});

async function fillIn(db: Kysely<Tables>): Promise<void> {
  const open = await db
    .selectFrom('request')
    .select(['id', 'status', 'document'])
    .where('open', '=', 1)
    .execute();
  for (const { id, status, document } of open) {
    const owed = await db
      .selectFrom('commitment')
      .select((row) => row.fn.min('due_at').as('due'))
      .where('request_id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    const { state } = waiting.parse(JSON.parse(document));
    const waits_on = state.missing ?? state.waitsFor?.party ?? partyIn[status] ?? 'it';
    await db
      .updateTable('request')
      .set({ waits_on, next_due: owed?.due ?? null })
      .where('id', '=', id)
      .execute();
  }
}

const partyIn: Record<string, string> = {
  'needs-info': 'marketing',
  countered: 'marketing',
  delivered: 'marketing',
  checking: 'check-owner',
};
