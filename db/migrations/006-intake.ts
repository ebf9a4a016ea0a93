import { type Kysely, sql } from 'kysely';
import { searchTerms } from '../../src/domain/intake/search-terms.ts';
import type { SchemaWords } from '../../src/store/engine/engine.ts';

/** What requests are found by: their words as terms, under a full-text index of the engine's own. */
export async function up(db: Kysely<unknown>, words: SchemaWords): Promise<void> {
  for (const statement of words.textSearch) await statement.execute(db);

  const { rows } = await sql<{ id: string; workspace: string; brief: string | null }>`
    select request.id as id, request.workspace_id as workspace, body.text as brief
    from request join request_event on request_event.request_id = request.id and request_event.seq = 1
    join body on body.id = ${sql.raw(words.jsonText('request_event.data', 'brief'))}
  `.execute(db);
  for (const { id, workspace, brief } of rows) {
    if (brief === null) continue;
    const { title, outcome }: { title: string; outcome: string | null } = JSON.parse(brief);
    await sql`
      insert into search_entry (workspace_id, request_id, title, rest)
      values (${workspace}, ${id}, ${searchTerms(title).join(' ')}, ${searchTerms(outcome ?? '').join(' ')})
    `.execute(db);
  }
}
