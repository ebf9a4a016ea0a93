import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { reading } from '../../src/store/reading.ts';
import { engines } from '../support/fresh-store.ts';

const settled = 22;

test.each(engines)(
  'promises that ended before are settled when they were, on $engine',
  async ({ freshUrl }) => {
    const database = await openDatabase(await freshUrl());
    onTestFinished(() => database.close());
    const run = { appVersion: '1.0.0', now: () => 0 };
    await migrate(
      database,
      migrations.filter(({ number }) => number < settled),
      run,
    );
    await database.alone(async (db) => {
      await sql`insert into workspace (id, name, bot_user_id) values ('T1', 'Acme', 'U1')`.execute(db);
      await sql`
      insert into request (id, workspace_id, number, kind, status, requester, author, priority, open,
        submitted_at, changed_at, version, document)
      values ('R1', 'T1', 1, 'change', 'done', 'T1/U2', 'T1/U2', 3, 0, 0, 0, 1, '{}')
    `.execute(db);
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

    await migrate(database, migrations, run);

    const commitments = await reading(database.committed).commitments('R1');
    expect(commitments.map(({ clock, settledAt }) => [clock, settledAt])).toEqual([
      ['decision', 10],
      ['delivery', 30],
      ['delivery', 60],
      ['acceptance', null],
    ]);
  },
);
