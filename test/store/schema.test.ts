import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { freshSqliteUrl, freshStore } from '../support/fresh-store.ts';

const heading = `-- The schema as the migrations leave it on SQLite. Generated; to write it anew after a new migration:
--   npx vitest run test/store/schema.test.ts --update
`;

it('db/schema.sql shows the schema as it now is', async () => {
  const url = freshSqliteUrl();
  await freshStore(url);
  const database = await openDatabase(url);
  onTestFinished(() => database.close());

  const { rows } = await database.alone((db) =>
    sql<{ sql: string }>`
      select sql from sqlite_schema where sql is not null order by rowid
    `.execute(db),
  );

  const schema = [heading, ...rows.map((row) => `${onLines(row.sql)};\n`)].join('\n');
  await expect(schema).toMatchFileSnapshot('../../db/schema.sql');
});

/** Puts the columns of a table on lines of their own. */
function onLines(statement: string): string {
  if (!/^create table/i.test(statement)) return statement;
  const open = statement.indexOf('(');
  const close = statement.lastIndexOf(')');
  const columns = statement.slice(open + 1, close).split(/, (?![^(]*\))/);
  return `${statement.slice(0, open)}(\n  ${columns.join(',\n  ')}\n)${statement.slice(close + 1)}`;
}
