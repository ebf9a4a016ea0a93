import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { freshSqliteUrl, freshStore } from '../../support/fresh-store.ts';

it('requests that were closed lately are found without a look at all that ever were', async () => {
  const url = freshSqliteUrl();
  await freshStore(url);
  const database = new Database(url.slice('file:'.length), { readonly: true });
  const plan = database
    .prepare(
      'explain query plan select id from request where workspace_id = ? and open = 0 and changed_at >= ?',
    )
    .all('T1', 1)
    .map((row) => JSON.stringify(row))
    .join('\n');
  database.close();
  expect(plan).toContain('request_closed (workspace_id=? AND open=? AND changed_at>?)');
});
