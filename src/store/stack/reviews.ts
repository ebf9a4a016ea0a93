import { z } from 'zod';
import { type Review, reviewMatters, reviewVerdicts } from '../../domain/stack/review.ts';
import type { News } from '../../usecases/news.ts';
import type { ToolRequestReading, ToolRequestWriting } from '../../usecases/stack/tool-request-ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const documentSchema = z.object({
  begunAt: instantColumn,
  dueAt: instantColumn,
  told: z.array(z.object({ matter: z.enum(reviewMatters), person: personColumn, at: instantColumn })),
  result: z
    .object({
      verdict: z.enum(reviewVerdicts),
      by: personColumn,
      at: instantColumn,
      until: z.string().nullable(),
      words: z.string().nullable(),
    })
    .nullable(),
});

const reviewColumns = ['request_id as request', 'tool_id as tool', 'document'] as const;

function reviewFrom({
  request,
  tool,
  document,
}: {
  request: string;
  tool: string;
  document: string;
}): Review {
  return { request, tool, ...documentSchema.parse(JSON.parse(document)) };
}

// The primary key.
const ofRequest = statement((db, { request }: Given<{ request: string }>) =>
  db.selectFrom('tool_review').select(reviewColumns).where('request_id', '=', request),
);

// Index tool_review_tool.
const ofTool = statement((db, { tool }: Given<{ tool: string }>) =>
  db
    .selectFrom('tool_review')
    .select(reviewColumns)
    .where('tool_id', '=', tool)
    .orderBy('request_id', 'desc'),
);

// Index tool_review_look.
const due = statement(
  (db, { workspace, until, limit }: Given<{ workspace: string; until: number; limit: number }>) =>
    db
      .selectFrom('tool_review')
      .select('request_id as request')
      .where('workspace_id', '=', workspace)
      .where('look_at', 'is not', null)
      .where('look_at', '<=', until)
      .orderBy('look_at')
      .limit(limit),
);

// Index tool_review_look.
const nextLook = statement((db, { workspace, after }: Given<{ workspace: string; after: number }>) =>
  db
    .selectFrom('tool_review')
    .select((row) => row.fn.min('look_at').as('lookAt'))
    .where('workspace_id', '=', workspace)
    .where('look_at', 'is not', null)
    .where('look_at', '>', after),
);

const upsert = statement((db, row: Given<Schema['tool_review']>) =>
  db
    .insertInto('tool_review')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('request_id').doUpdateSet((row) => ({
        look_at: row.ref('excluded.look_at'),
        document: row.ref('excluded.document'),
      })),
    ),
);

export function reviewReading(
  session: Session,
): Pick<ToolRequestReading, 'review' | 'reviewsOf' | 'reviewsDue' | 'nextReviewLook'> {
  return {
    async review(request) {
      const { rows } = await ofRequest(session, { request });
      return rows[0] ? reviewFrom(rows[0]) : null;
    },
    async reviewsOf(tool) {
      const { rows } = await ofTool(session, { tool });
      return rows.map(reviewFrom);
    },
    async reviewsDue(workspace, until, limit) {
      const { rows } = await due(session, { workspace, until, limit });
      return rows.map(({ request }) => request);
    },
    async nextReviewLook(workspace, after) {
      const { rows } = await nextLook(session, { workspace, after });
      return instantColumn.nullable().parse(rows[0]?.lookAt ?? null);
    },
  };
}

export function reviewWriting(session: Session, news: News): Pick<ToolRequestWriting, 'saveReview'> {
  return {
    async saveReview(workspace, { tool, request, ...document }, lookAt) {
      await upsert(session, {
        ...{ request_id: request, tool_id: tool, workspace_id: workspace, look_at: lookAt },
        document: JSON.stringify(documentSchema.parse(document)),
      });
      news.stack = true;
    },
  };
}
