import type { Tool } from '../../domain/stack/tool.ts';
import { searchWords } from '../../domain/stack/words.ts';
import type { Reading } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statementOfRows } from '../engine/statement.ts';
import type { Schema } from '../schema.ts';
import { toolColumns, toolFrom } from './tool-row.ts';

/**
 * Search by an index of words of our own rather than by FTS5 here and tsvector there: the words are folded in the
 * domain, so both engines find and rank the same.
 */

interface Term {
  workspace: string;
  /** The range of words that begin with the term. */
  from: string;
  to: string;
  limit: number;
}

// Index tool_word_search, for each term; most terms found, then the heaviest words.
const toolsByTerms = statementOfRows((db, terms: Given<Term>[]) => {
  const [first, ...rest] = terms.map(({ workspace, from, to }) =>
    db
      .selectFrom('tool_word')
      .select('tool_id')
      .select((row) => row.fn.max('weight').as('weight'))
      .where('workspace_id', '=', workspace)
      .where('word', '>=', from)
      .where('word', '<', to)
      .groupBy('tool_id'),
  );
  const [term] = terms;
  if (!first || !term) throw new Error('a search has at least one term');
  const found = rest.reduce((all, each) => all.unionAll(each), first);
  return db
    .selectFrom(
      db
        .selectFrom(found.as('found'))
        .select('tool_id')
        .select((row) => [row.fn.countAll<number>().as('terms'), row.fn.sum<number>('weight').as('weight')])
        .groupBy('tool_id')
        .orderBy('terms', 'desc')
        .orderBy('weight', 'desc')
        .orderBy('tool_id')
        // Before the join: a common word is in thousands of tools, and only these few are read.
        .limit(term.limit)
        .as('hit'),
    )
    .innerJoin('tool', 'tool.id', 'hit.tool_id')
    .select(toolColumns)
    .select('hit.terms')
    .orderBy('hit.terms', 'desc')
    .orderBy('hit.weight', 'desc')
    .orderBy('tool.sort_name');
});

const deleteWords = statementOfRows((db, tools: Given<{ id: string }>[]) =>
  db.deleteFrom('tool_word').where(
    'tool_id',
    'in',
    tools.map(({ id }) => id),
  ),
);

const insertWords = statementOfRows((db, rows: Given<Schema['tool_word']>[]) =>
  db.insertInto('tool_word').values(rows),
);

export function toolSearch(session: Session): Pick<Reading, 'searchTools'> {
  return {
    async searchTools(workspace, terms, limit) {
      const ranges = terms.map((term) => ({ workspace, from: term, to: `${term}\u{10FFFF}`, limit }));
      const { rows } = await toolsByTerms(session, ranges);
      return rows.map(({ terms, ...row }) => ({ tool: toolFrom(row), terms }));
    },
  };
}

/** The words of these tools take the place of those they had. */
export async function saveSearchWords(
  session: Session,
  tools: readonly Tool[],
  chunk: number,
): Promise<void> {
  const words = tools.flatMap((tool) =>
    [...searchWords(tool)].map(([word, weight]) => ({
      ...{ workspace_id: tool.workspace, tool_id: tool.id, word, weight },
    })),
  );
  const changed = tools.filter(({ revision }) => revision > 1);
  await deleteWords(
    session,
    changed.map(({ id }) => ({ id })),
  );
  for (let from = 0; from < words.length; from += chunk) {
    await insertWords(session, words.slice(from, from + chunk));
  }
}
