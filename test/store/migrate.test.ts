import { writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { UnusableDatabase } from '../../src/store/engine/unusable-database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { type Migration, migrations } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startChild } from '../support/child.ts';
import { engines, freshPostgresUrl, freshSqliteUrl, freshStore } from '../support/fresh-store.ts';
import { acme } from '../support/sample-request.ts';

const second: Migration = {
  number: (migrations.at(-1)?.number ?? 0) + 1,
  name: '002-notes',
  checksum: 'second',
  async up(db, { text, tableEnd }) {
    await db.schema.createTable('note').addColumn('id', text).modifyEnd(tableEnd).execute();
  },
};

async function migrateTo(url: string, steps: readonly Migration[], appVersion = '0.2.0') {
  const database = await openDatabase(url);
  onTestFinished(() => database.close());
  await migrate(database, steps, { appVersion, now: () => 1 });
  return database;
}

describe.each(engines)('migrations on $engine', ({ freshUrl }) => {
  it('run once, each in its turn, and keep what is stored', async () => {
    const url = await freshUrl();
    const store = await freshStore(url);
    await store.write((transaction) => transaction.saveWorkspace(acme));

    const database = await migrateTo(url, [...migrations, second]);
    await migrateTo(url, [...migrations, second]);

    const { rows } = await database.alone((db) =>
      sql<{ name: string }>`select name, app_version from schema_migration order by number`.execute(db),
    );
    expect(rows.slice(-2)).toMatchObject([{}, { name: '002-notes', app_version: '0.2.0' }]);
    expect(await store.workspace()).toEqual(acme);
  });

  it('run once even if several instances start in the same instant', async () => {
    const url = await freshUrl();

    const stores = await Promise.all([freshStore(url), freshStore(url), freshStore(url)]);

    await stores[0].write((transaction) => transaction.saveWorkspace(acme));
    expect(await stores[2].workspace()).toEqual(acme);
  });

  it('refuse a newer database and name the version it needs', async () => {
    const url = await freshUrl();
    await migrateTo(url, [...migrations, second], '3.1.0');

    const older = openStore(url, { now: () => 1 });

    await expect(older).rejects.toThrow(UnusableDatabase);
    await expect(older).rejects.toThrow('Start version 3.1.0 or a newer one');
  });

  it('refuse a migration that was edited after it ran', async () => {
    const url = await freshUrl();
    await migrateTo(url, [...migrations, second]);

    const edited = migrateTo(url, [...migrations, { ...second, checksum: 'edited' }]);

    await expect(edited).rejects.toThrow('db/migrations/002-notes.ts reads differently here');
  });

  it('that fail leave the schema as it was', async () => {
    const url = await freshUrl();
    const failing: Migration = {
      ...second,
      async up(db, words) {
        await second.up(db, words);
        throw new Error('no more room');
      },
    };

    await expect(migrateTo(url, [...migrations, failing])).rejects.toThrow('no more room');

    await migrateTo(url, [...migrations, second]);
  });

  it('killed midway leave the old schema, and the next start makes the new one', async () => {
    const url = await freshUrl();
    const child = startChild('store/halted-migration.ts', url);
    expect(await child.nextLine()).toBe('midway');
    await child.kill();

    await freshStore(url);
    const database = await migrateTo(url, [...migrations, second]);
    const half = database.alone((db) => sql`select id from half`.execute(db));
    await expect(half).rejects.toThrow('half');
  });
});

describe('a database that cannot be used is refused with a sentence', () => {
  const open = (url: string) => openStore(url, { now: () => 1 });

  it('when the file is no database', async () => {
    const url = freshSqliteUrl();
    writeFileSync(url.slice('file:'.length), 'Dear diary, '.repeat(200));
    await expect(open(url)).rejects.toThrow(/cannot be used: it is not a SQLite database/);
  });

  it('when its folder cannot be made', async () => {
    const url = freshSqliteUrl();
    writeFileSync(url.slice('file:'.length), 'a file where the folder should be');
    await expect(open(`${url}/broker.db`)).rejects.toThrow('Check that its folder exists');
  });

  it('when another process keeps it locked', async () => {
    const url = freshSqliteUrl();
    await (await openStore(url, { now: () => 1 })).close();
    await startChild('store/lock-holder.ts', url.slice('file:'.length)).nextLine();
    await expect(open(url)).rejects.toThrow('locked by another process');
  });

  it('when nobody answers, or the database is not there', async () => {
    const url = new URL(await freshPostgresUrl());
    url.pathname = '/gone';
    await expect(open(url.href)).rejects.toThrow('does not let us into the database gone');
    url.port = '1';
    await expect(open(url.href)).rejects.toThrow(UnusableDatabase);
  });

  it('when DATABASE_URL names neither engine', async () => {
    await expect(open('mysql://here')).rejects.toThrow('DATABASE_URL must be file:… or postgres://…');
  });
});
