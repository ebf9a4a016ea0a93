import type { OverlapReading, OverlapWriting } from '../../usecases/stack/overlap-ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { instantColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

/** As many rows as `statementOfRows` keeps compiled. */
const chunk = 40;

// Index tool_compare.
const toCompare = statement(
  (db, { workspace, until, limit }: Given<{ workspace: string; until: number; limit: number }>) =>
    db
      .selectFrom('tool')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('compare_at', 'is not', null)
      .where('compare_at', '<=', until)
      .orderBy('compare_at')
      .limit(limit),
);

// Index tool_compare.
const nextComparison = statement((db, { workspace, after }: Given<{ workspace: string; after: number }>) =>
  db
    .selectFrom('tool')
    .select((row) => row.fn.min('compare_at').as('at'))
    .where('workspace_id', '=', workspace)
    .where('compare_at', 'is not', null)
    .where('compare_at', '>', after),
);

// Indexes tool_pair_told_key and tool_pair_told_other.
const toldOf = statementOfRows((db, tools: Given<{ id: string }>[]) =>
  db
    .selectFrom('tool_pair_told')
    .select(['tool_id', 'other_id', 'person'])
    .where((row) =>
      row.or([
        row(
          'tool_id',
          'in',
          tools.map(({ id }) => id),
        ),
        row(
          'other_id',
          'in',
          tools.map(({ id }) => id),
        ),
      ]),
    ),
);

const plan = statementOfRows((db, tools: Given<{ id: string; at: number | null }>[]) => {
  const [first] = tools;
  if (!first) throw new Error('a plan is for at least one tool');
  return db
    .updateTable('tool')
    .set({ compare_at: first.at })
    .where(
      'id',
      'in',
      tools.map(({ id }) => id),
    );
});

// Index tool_compare.
const skip = statement((db, { workspace, until }: Given<{ workspace: string; until: number }>) =>
  db
    .updateTable('tool')
    .set({ compare_at: null })
    .where('workspace_id', '=', workspace)
    .where('compare_at', 'is not', null)
    .where('compare_at', '<=', until),
);

const insertTold = statementOfRows((db, rows: Given<Schema['tool_pair_told']>[]) =>
  db
    .insertInto('tool_pair_told')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['tool_id', 'other_id', 'person']).doNothing()),
);

export function overlapReading(session: Session): OverlapReading {
  return {
    async toolsToCompare(workspace, until, limit) {
      const { rows } = await toCompare(session, { workspace, until, limit });
      return rows.map(({ id }) => id);
    },
    async nextComparison(workspace, after) {
      const { rows } = await nextComparison(session, { workspace, after });
      return instantColumn.nullable().parse(rows[0]?.at ?? null);
    },
    async pairsTold(tools) {
      const { rows } = await toldOf(
        session,
        tools.map((id) => ({ id })),
      );
      return rows.map(({ tool_id: tool, other_id: other, person }) => ({ tools: [tool, other], person }));
    },
  };
}

export function overlapWriting(session: Session): OverlapWriting {
  return {
    async planComparison(tools, at) {
      for (let from = 0; from < tools.length; from += chunk) {
        await plan(
          session,
          tools.slice(from, from + chunk).map(({ id }) => ({ id, at })),
        );
      }
    },
    async skipComparisons(workspace, until) {
      await skip(session, { workspace, until });
    },
    async rememberPairs(told, at) {
      for (let from = 0; from < told.length; from += chunk) {
        await insertTold(
          session,
          told.slice(from, from + chunk).map(({ tools: [tool, other], person }) => ({
            ...{ tool_id: tool, other_id: other, person, told_at: at },
          })),
        );
      }
    },
  };
}
