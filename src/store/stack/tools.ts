import { sql } from 'kysely';
import { foldedName } from '../../domain/stack/tool.ts';
import type { News } from '../../usecases/news.ts';
import { Conflict, type Reading, type Transaction } from '../../usecases/ports.ts';
import type { Engine, Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import type { Schema } from '../schema.ts';
import { lookAtRenewalsAnew } from './renewals.ts';
import { categoryRowFrom, rowOfTool, toolChangeFrom, toolColumns, toolFrom } from './tool-row.ts';
import { saveSearchWords, toolSearch } from './tool-search.ts';

type Page = { limit: number; offset: number };

/** Rows written at once; as many as `statementOfRows` keeps compiled. */
const chunk = 40;

const byId = ({ builder }: Engine, { id }: Given<{ id: string }>) =>
  builder.selectFrom('tool').select(toolColumns).where('id', '=', id);

const toolById = statement((_db, key: Given<{ id: string }>, engine) => byId(engine, key));
const toolByIdToChange = statement((_db, key: Given<{ id: string }>, engine) =>
  engine.lockRows(byId(engine, key)),
);

const toolsById = statementOfRows((db, tools: Given<{ id: string }>[]) =>
  db
    .selectFrom('tool')
    .select(toolColumns)
    .where(
      'id',
      'in',
      tools.map(({ id }) => id),
    ),
);

// Index tool_by_name.
const toolsByName = statementOfRows((db, tools: Given<{ workspace: string; name: string }>[]) =>
  db
    .selectFrom('tool')
    .select(toolColumns)
    .where((row) =>
      row.or(
        tools.map(({ workspace, name }) =>
          row.and([row('workspace_id', '=', workspace), row('sort_name', '=', name)]),
        ),
      ),
    ),
);

// Index tool_by_name.
const allTools = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db.selectFrom('tool').select(toolColumns).where('workspace_id', '=', workspace).orderBy('sort_name'),
);

// Index tool_by_category.
const toolsInCategory = statement(
  (db, { workspace, category, limit, offset }: Given<{ workspace: string; category: string } & Page>) =>
    db
      .selectFrom('tool')
      .select(toolColumns)
      .where('workspace_id', '=', workspace)
      .where('category', '=', category)
      .orderBy('sort_name')
      .limit(limit)
      .offset(offset),
);

// Index tool_by_category.
const firstOfCategories = statement((db, { workspace, most }: Given<{ workspace: string; most: number }>) =>
  db
    .selectFrom(
      db
        .selectFrom('tool')
        .select(['category', 'name'])
        .select((row) => [
          row.fn
            .agg<number>('row_number')
            .over((part) => part.partitionBy('category').orderBy('sort_name'))
            .as('place'),
          row.fn
            .countAll<number>()
            .over((part) => part.partitionBy('category'))
            .as('count'),
        ])
        .where('workspace_id', '=', workspace)
        .as('placed'),
    )
    .select(['category', 'name', 'count'])
    .where('place', '<=', most)
    .orderBy('category')
    .orderBy('place'),
);

// Index tool_notice.
const toolsByNotice = statement(
  (
    db,
    { workspace, from, to, limit }: Given<{ workspace: string; from: string; to: string; limit: number }>,
  ) =>
    db
      .selectFrom('tool')
      .select(toolColumns)
      .where('workspace_id', '=', workspace)
      .where('notice_on', 'is not', null)
      .where('notice_on', '>=', from)
      .where('notice_on', '<=', to)
      .where('state', 'not in', [sql.lit('retired'), sql.lit('rejected')])
      .orderBy('notice_on')
      .orderBy('sort_name')
      .limit(limit),
);

const changesOfTool = statement((db, { tool, limit }: Given<{ tool: string; limit: number }>) =>
  db
    .selectFrom('tool_change')
    .select(['revision', 'changed_at as at', 'changed_by as by', 'request_id as request', 'changes'])
    .where('tool_id', '=', tool)
    .orderBy('revision', 'desc')
    .limit(limit),
);

const insertTools = statementOfRows((db, rows: Given<Schema['tool']>[]) =>
  db.insertInto('tool').values(rows),
);

const updateTool = statement((db, { id, expected, ...row }: Given<Schema['tool'] & { expected: number }>) =>
  db.updateTable('tool').set(row).where('id', '=', id).where('revision', '=', expected),
);

const insertChanges = statementOfRows((db, rows: Given<Schema['tool_change']>[]) =>
  db.insertInto('tool_change').values(rows),
);

type ToolReading = Pick<
  Reading,
  | 'tool'
  | 'toolsById'
  | 'toolsByName'
  | 'allTools'
  | 'toolsInCategory'
  | 'toolCategories'
  | 'toolsByNotice'
  | 'toolHistory'
  | 'searchTools'
>;

export function toolReading(session: Session): ToolReading {
  return {
    async tool(id) {
      const { rows } = await toolById(session, { id });
      return rows[0] ? toolFrom(rows[0]) : null;
    },
    async toolsById(ids) {
      const { rows } = await toolsById(
        session,
        ids.map((id) => ({ id })),
      );
      return rows.map(toolFrom);
    },
    async toolsByName(workspace, names) {
      const folded = names.map((name) => ({ workspace, name: foldedName(name) }));
      const { rows } = await toolsByName(session, folded);
      return rows.map(toolFrom);
    },
    async allTools(workspace) {
      const { rows } = await allTools(session, { workspace });
      return rows.map(toolFrom);
    },
    async toolsInCategory(workspace, category, { limit, offset }) {
      const { rows } = await toolsInCategory(session, { workspace, category, limit, offset });
      return rows.map(toolFrom);
    },
    async toolCategories(workspace, most) {
      const { rows } = await firstOfCategories(session, { workspace, most });
      return rows.map(categoryRowFrom);
    },
    async toolsByNotice(workspace, { from, to }, limit) {
      const { rows } = await toolsByNotice(session, { workspace, from, to, limit });
      return rows.map(toolFrom);
    },
    async toolHistory(tool, limit) {
      const { rows } = await changesOfTool(session, { tool, limit });
      return rows.map(toolChangeFrom);
    },
    ...toolSearch(session),
  };
}

/** A tool that is read here stays as it is until this transaction ends. */
export function toolWriting(session: Session, news: News): Pick<Transaction, 'tool' | 'saveTools'> {
  return {
    async tool(id) {
      const { rows } = await toolByIdToChange(session, { id });
      return rows[0] ? toolFrom(rows[0]) : null;
    },
    async saveTools(saved) {
      for (let from = 0; from < saved.length; from += chunk) {
        const part = saved.slice(from, from + chunk);
        const rows = part.map(({ tool }) => rowOfTool(tool));
        await insertTools(
          session,
          rows.filter(({ revision }) => revision === 1),
        );
        for (const row of rows.filter(({ revision }) => revision > 1)) await update(session, row);
        await insertChanges(
          session,
          part.map(({ tool, change: { at, by, changes, request = null } }) => ({
            ...{ tool_id: tool.id, revision: tool.revision, changed_at: at, changed_by: by },
            ...{ request_id: request, changes: JSON.stringify(changes) },
          })),
        );
        await saveSearchWords(
          session,
          part.map(({ tool }) => tool),
          chunk,
        );
        await lookAtRenewalsAnew(
          session,
          rows.filter(({ revision }) => revision > 1),
        );
      }
      news.stack = true;
    },
  };
}

async function update(session: Session, row: Schema['tool']): Promise<void> {
  const expected = row.revision - 1;
  const { numAffectedRows } = await updateTool(session, { ...row, expected });
  if (numAffectedRows !== 1n) throw new Conflict(`tool ${row.id} has moved on from revision ${expected}`);
}
