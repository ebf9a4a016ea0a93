import { type Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { reading } from '../../src/store/reading.ts';
import { engines } from '../support/fresh-store.ts';

/** A database with one request from before a migration, which has been through all of them since. */
async function cameThrough(migration: number, url: string, fill: (db: Kysely<unknown>) => Promise<unknown>) {
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  const run = { appVersion: '1.0.0', now: () => 0 };
  const before = migrations.filter(({ number }) => number < migration);
  await migrate(database, before, run);
  await database.alone(async (db) => {
    await sql`insert into workspace (id, name, bot_user_id) values ('T1', 'Acme', 'U1')`.execute(db);
    await sql`
      insert into request (id, workspace_id, number, kind, status, requester, author, priority, open,
        submitted_at, changed_at, version, document)
      values ('R1', 'T1', 1, 'change', 'new', 'T1/U2', 'T1/U2', 3, 1, 0, 0, 1, '{}')
    `.execute(db);
    await fill(db);
  });
  await migrate(database, migrations, run);
  return reading(database.committed);
}

describe.each(engines)('what was there before a migration, on $engine', ({ freshUrl }) => {
  test('requests from before the search are found by their words', async () => {
    const brief = JSON.stringify({ title: 'Webinar form', outcome: 'More leads', link: null });
    const store = await cameThrough(6, await freshUrl(), async (db) => {
      await sql`
        insert into body (id, workspace_id, text, written_at) values ('B1', 'T1', ${brief}, 0)
      `.execute(db);
      await sql`
        insert into request_event (request_id, seq, type, at, cause, data)
        values ('R1', 1, 'RequestSubmitted', 0, 'test', '{"brief":"B1"}')
      `.execute(db);
    });
    const found = (words: string[], match: 'alike' | 'all') =>
      store.searchRequests('T1', words, { match, limit: 5 });
    expect(await found(['webinar', 'form'], 'alike')).toEqual(['R1']);
    expect(await found(['lead'], 'all')).toEqual(['R1']);
  });

  test('promises that ended before are settled when they were', async () => {
    const store = await cameThrough(22, await freshUrl(), async (db) => {
      await sql`
        insert into request_event (request_id, seq, type, at, cause, data)
        values ('R1', 1, 'RequestDeclined', 30, 'test', '{}'), ('R1', 2, 'RequestDelivered', 50, 'test', '{}'),
          ('R1', 3, 'DeliveryConfirmed', 60, 'test', '{}')
      `.execute(db);
      await sql`
        insert into commitment (request_id, clock, round, debtor, started_at, budget, ended_at, verdict)
        values ('R1', 'decision', 1, 'it', 1, 5, 10, 'met'), ('R1', 'delivery', 1, 'it', 10, 5, 30, 'missed'),
          ('R1', 'delivery', 2, 'it', 40, 50, 50, 'met'), ('R1', 'acceptance', 1, 'marketing', 50, 5, null, 'running')
      `.execute(db);
    });
    const commitments = await store.commitments('R1');
    expect(commitments.map(({ clock, settledAt }) => [clock, settledAt])).toEqual([
      ['decision', 10],
      ['delivery', 30],
      ['delivery', 60],
      ['acceptance', null],
    ]);
  });
});
