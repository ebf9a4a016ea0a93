import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { reading } from '../../src/store/reading.ts';
import { engines } from '../support/fresh-store.ts';

const searched = 6;

test.each(engines)(
  'requests from before the search are found by their words on $engine',
  async ({ freshUrl }) => {
    const database = await openDatabase(await freshUrl());
    onTestFinished(() => database.close());
    const run = { appVersion: '1.0.0', now: () => 0 };
    await migrate(
      database,
      migrations.filter(({ number }) => number < searched),
      run,
    );
    const brief = JSON.stringify({ title: 'Webinar form', outcome: 'More leads', link: null });
    await database.alone(async (db) => {
      await sql`insert into workspace (id, name, bot_user_id) values ('T1', 'Acme', 'U1')`.execute(db);
      await sql`
      insert into request (id, workspace_id, number, kind, status, requester, author, priority, open,
        submitted_at, changed_at, version, document)
      values ('R1', 'T1', 1, 'change', 'new', 'T1/U2', 'T1/U2', 3, 1, 0, 0, 1, '{}')
    `.execute(db);
      await sql`insert into body (id, workspace_id, text, written_at) values ('B1', 'T1', ${brief}, 0)`.execute(
        db,
      );
      await sql`
      insert into request_event (request_id, seq, type, at, cause, data)
      values ('R1', 1, 'RequestSubmitted', 0, 'test', '{"brief":"B1"}')
    `.execute(db);
    });

    await migrate(database, migrations, run);

    const store = reading(database.committed);
    expect(await store.searchRequests('T1', ['webinar', 'form'], { match: 'alike', limit: 5 })).toEqual([
      'R1',
    ]);
    expect(await store.searchRequests('T1', ['lead'], { match: 'all', limit: 5 })).toEqual(['R1']);
  },
);
