import { sql } from 'kysely';
import type { TextSearch } from './engine.ts';

/** A generated tsvector under a GIN index: https://www.postgresql.org/docs/18/textsearch-tables.html */
export const postgresSearch: TextSearch = {
  tables: [
    sql`
      create table search_entry (position bigint generated always as identity primary key,
        workspace_id text collate "C" not null,
        request_id text collate "C" not null unique references request (id), title text not null, rest text not null,
        found_by tsvector generated always as (
          setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', rest), 'C')) stored)
    `,
    sql`create index search_entry_found_by on search_entry using gin (found_by)`,
  ],

  async find(session, { workspace, anyOf, titleOnly, limit }) {
    const weight = titleOnly ? ':A' : '';
    const groups = anyOf.map((terms) => `(${terms.map((term) => `'${term}'${weight}`).join(' & ')})`);
    const query = sql<{ request_id: string }>`
      select request_id
      from search_entry, to_tsquery('simple', ${groups.join(' | ')}) as wanted
      where found_by @@ wanted and workspace_id = ${workspace}
      order by ts_rank(found_by, wanted) desc, position desc
      limit ${limit}
    `.compile(session.engine.builder);
    const { rows } = await session.execute(query);
    return rows.map(({ request_id: id }) => id);
  },
};
