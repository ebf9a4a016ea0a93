import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { transaction } from '../../src/store/transaction.ts';
import { noNews } from '../../src/usecases/news.ts';
import { StoreBusy, type Transaction } from '../../src/usecases/ports.ts';
import { freshSqliteUrl } from '../support/fresh-store.ts';

it('a full disk: new work is refused, nothing is stored by halves, and it recovers by itself', async () => {
  const database = await openDatabase(freshSqliteUrl());
  onTestFinished(() => database.close());
  await migrate(database, migrations, { appVersion: '0.1.0', now: () => 1 });
  const limitPages = (pages: number) =>
    database.alone((db) => sql.raw(`pragma max_page_count = ${pages}`).execute(db));
  const write = (work: (transaction: Transaction) => Promise<void>) =>
    database.write((session) => work(transaction(session, noNews())));
  const remembered = async (key: string) =>
    (
      await database.committed.execute(
        sql`select 1 from handled where key = ${key}`.compile(database.engine.builder),
      )
    ).rows.length === 1;
  const large = (id: string) => new Map([[id, 'x'.repeat(100_000)]]);

  await limitPages(1);
  const [small, tooLarge] = await Promise.allSettled([
    write((each) => each.remember('T1', 'small', 'fits into a page that is there', 1)),
    write(async (each) => {
      await each.remember('T1', 'large', 'has no room', 1);
      await each.saveWords('T1', large('B1'), 1);
    }),
  ]);

  expect(tooLarge).toMatchObject({ status: 'rejected', reason: expect.any(StoreBusy) });
  expect(await remembered('large')).toBe(false);
  expect(await remembered('small')).toBe(small.status === 'fulfilled');

  await limitPages(1_000_000);
  await write((each) => each.saveWords('T1', large('B1'), 1));
});
