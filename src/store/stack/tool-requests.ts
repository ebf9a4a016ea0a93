import { z } from 'zod';
import { type ToolRequest, toolStages, toolWishes } from '../../domain/stack/following.ts';
import type { News } from '../../usecases/news.ts';
import type { ToolRequestReading, ToolRequestWriting } from '../../usecases/stack/tool-request-ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { flag, flagColumn, instantColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const toolRequestRow = z.object({
  request: z.string(),
  tool: z.string(),
  wish: z.enum(toolWishes),
  stage: z.enum(toolStages),
  began: flagColumn,
  counts: flagColumn,
}) satisfies z.ZodType<ToolRequest>;

const toolRequestColumns = [
  'tool_request.request_id as request',
  'tool_request.tool_id as tool',
  'tool_request.wish as wish',
  'tool_request.stage as stage',
  'tool_request.began as began',
  'tool_request.counts as counts',
] as const;

// Index request_for_stack, which holds nothing but what is to be followed.
const toFollow = statement((db, { workspace, limit }: Given<{ workspace: string; limit: number }>) =>
  db
    .selectFrom('request')
    .select('id')
    .where('workspace_id', '=', workspace)
    .whereRef('stack_seen', '<', 'version')
    .orderBy('id')
    .limit(limit),
);

// The primary key.
const ofRequest = statement((db, { request }: Given<{ request: string }>) =>
  db.selectFrom('tool_request').select(toolRequestColumns).where('request_id', '=', request),
);

// Index tool_request_tool. Ids of requests sort by time.
const ofTool = statement((db, { tool, limit }: Given<{ tool: string; limit: number }>) =>
  db
    .selectFrom('tool_request')
    .select(toolRequestColumns)
    .where('tool_id', '=', tool)
    .orderBy('request_id', 'desc')
    .limit(limit),
);

type Between = { workspace: string; from: number; to: number };

// Index tool_request_workspace.
const between = statement((db, { workspace, from, to }: Given<Between>) =>
  db
    .selectFrom('tool_request')
    .innerJoin('request', 'request.id', 'tool_request.request_id')
    .select(toolRequestColumns)
    .where('tool_request.workspace_id', '=', workspace)
    .where('request.submitted_at', '>=', from)
    .where('request.submitted_at', '<', to)
    .orderBy('tool_request.request_id'),
);

const firstMigration = statement((db, { number }: Given<{ number: number }>) =>
  db.selectFrom('schema_migration').select('applied_at as at').where('number', '=', number),
);

type Seen = { id: string; seen: number };
const markSeen = statement((db, { id, seen }: Given<Seen>) =>
  db.updateTable('request').set({ stack_seen: seen }).where('id', '=', id),
);

const upsert = statement((db, row: Given<Schema['tool_request']>) =>
  db
    .insertInto('tool_request')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('request_id').doUpdateSet((row) => ({
        tool_id: row.ref('excluded.tool_id'),
        wish: row.ref('excluded.wish'),
        stage: row.ref('excluded.stage'),
        began: row.ref('excluded.began'),
      })),
    ),
);

type Reading = Pick<
  ToolRequestReading,
  'requestsForStack' | 'toolRequest' | 'requestsOfTool' | 'toolRequestsBetween' | 'installedAt'
>;

export function toolRequestReading(session: Session): Reading {
  return {
    async requestsForStack(workspace, limit) {
      const { rows } = await toFollow(session, { workspace, limit });
      return rows.map(({ id }) => id);
    },
    async toolRequest(request) {
      const { rows } = await ofRequest(session, { request });
      return rows[0] ? toolRequestRow.parse(rows[0]) : null;
    },
    async requestsOfTool(tool, limit) {
      const { rows } = await ofTool(session, { tool, limit });
      return rows.map((row) => toolRequestRow.parse(row));
    },
    async toolRequestsBetween(workspace, from, to) {
      const { rows } = await between(session, { workspace, from, to });
      return rows.map((row) => toolRequestRow.parse(row));
    },
    async installedAt() {
      const { rows } = await firstMigration(session, { number: 1 });
      return instantColumn.parse(rows[0]?.at);
    },
  };
}

export function toolRequestWriting(
  session: Session,
  news: News,
): Pick<ToolRequestWriting, 'followForStack' | 'followedForStack' | 'saveToolRequest'> {
  return {
    async followForStack(request) {
      await markSeen(session, { id: request, seen: 0 });
    },
    async followedForStack(request, version) {
      await markSeen(session, { id: request, seen: version });
    },
    async saveToolRequest(workspace, { request, tool, wish, stage, began, counts }) {
      await upsert(session, {
        ...{ request_id: request, tool_id: tool, workspace_id: workspace, wish, stage },
        ...{ began: flag(began), counts: flag(counts) },
      });
      news.stack = true;
    },
  };
}
