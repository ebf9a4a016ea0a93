import { sql } from 'kysely';
import { z } from 'zod';
import {
  type Renewal,
  reachedVerdicts,
  renewalMatters,
  renewalVerdicts,
} from '../../domain/stack/renewal.ts';
import type { News } from '../../usecases/news.ts';
import type { RenewalReading, RenewalWriting } from '../../usecases/stack/renewal-ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';
import { toolColumns, toolFrom } from './tool-row.ts';

const documentSchema = z.object({
  told: z.array(
    z.object({
      matter: z.enum(renewalMatters),
      person: personColumn,
      at: instantColumn,
    }),
  ),
  answers: z.array(
    z.object({
      by: personColumn,
      as: z.enum(['owner', 'lead']),
      at: instantColumn,
      verdict: z.enum(renewalVerdicts),
      reached: z.enum(reachedVerdicts),
      words: z.string().nullable(),
    }),
  ),
});

const renewalRow = z.object({
  tool: z.string(),
  contractEnd: z.string(),
  noticeOn: z.string(),
  document: z.string(),
});

const renewalColumns = [
  'tool_renewal.tool_id as tool',
  'tool_renewal.contract_end as contractEnd',
  'tool_renewal.notice_on as noticeOn',
  'tool_renewal.document as document',
] as const;

function renewalFrom(row: unknown): Renewal {
  const { document, ...facts } = renewalRow.parse(row);
  return { ...facts, ...documentSchema.parse(JSON.parse(document)) };
}

// The primary key.
const renewalOfTerm = statement((db, { tool, contractEnd }: Given<{ tool: string; contractEnd: string }>) =>
  db
    .selectFrom('tool_renewal')
    .select(renewalColumns)
    .where('tool_id', '=', tool)
    .where('contract_end', '=', contractEnd),
);

const renewalsOfTool = statement((db, { tool }: Given<{ tool: string }>) =>
  db
    .selectFrom('tool_renewal')
    .select(renewalColumns)
    .where('tool_id', '=', tool)
    .orderBy('contract_end', 'desc'),
);

interface Within {
  workspace: string;
  from: string;
  to: string;
}

const used = [sql.lit('live'), sql.lit('pilot')];

// Index tool_notice. A contract whose notice date was changed has no row of that date, and is looked at.
const toolsToLookAt = statement(
  (db, { workspace, from, to, until, limit }: Given<Within & { until: number; limit: number }>) =>
    db
      .selectFrom('tool')
      .leftJoin('tool_renewal', (join) =>
        join
          .onRef('tool_renewal.tool_id', '=', 'tool.id')
          .onRef('tool_renewal.notice_on', '=', 'tool.notice_on'),
      )
      .select('tool.id as id')
      .where('tool.workspace_id', '=', workspace)
      .where('tool.notice_on', 'is not', null)
      .where('tool.notice_on', '>=', from)
      .where('tool.notice_on', '<=', to)
      .where('tool.state', 'in', used)
      .where((row) =>
        row.or([row('tool_renewal.tool_id', 'is', null), row('tool_renewal.look_at', '<=', until)]),
      )
      .orderBy('tool.notice_on')
      .orderBy('tool.id')
      .limit(limit),
);

// Index tool_notice.
const toolsWithin = statement((db, { workspace, from, to }: Given<Within>) =>
  db
    .selectFrom('tool')
    .leftJoin('tool_renewal', (join) =>
      join
        .onRef('tool_renewal.tool_id', '=', 'tool.id')
        .onRef('tool_renewal.notice_on', '=', 'tool.notice_on'),
    )
    .select(toolColumns)
    .select([
      'tool_renewal.contract_end as contractEnd',
      'tool_renewal.notice_on as noticeOn',
      'tool_renewal.document as document',
    ])
    .where('tool.workspace_id', '=', workspace)
    .where('tool.notice_on', 'is not', null)
    .where('tool.notice_on', '>=', from)
    .where('tool.notice_on', '<=', to)
    .where('tool.state', 'in', used)
    .orderBy('tool.notice_on')
    .orderBy('tool.sort_name'),
);

// Index tool_renewal_look.
const nextLook = statement((db, { workspace, after }: Given<{ workspace: string; after: number }>) =>
  db
    .selectFrom('tool_renewal')
    .select((row) => row.fn.min('look_at').as('lookAt'))
    .where('workspace_id', '=', workspace)
    .where('look_at', '>', after),
);

const upsertRenewal = statement((db, row: Given<Schema['tool_renewal']>) =>
  db
    .insertInto('tool_renewal')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['tool_id', 'contract_end']).doUpdateSet((row) => ({
        notice_on: row.ref('excluded.notice_on'),
        look_at: row.ref('excluded.look_at'),
        document: row.ref('excluded.document'),
      })),
    ),
);

const lookAnew = statementOfRows((db, tools: Given<{ id: string }>[]) =>
  db
    .updateTable('tool_renewal')
    .set({ look_at: 0 })
    .where(
      'tool_id',
      'in',
      tools.map(({ id }) => id),
    ),
);

export function renewalReading(session: Session): RenewalReading {
  return {
    async renewal(tool, contractEnd) {
      const { rows } = await renewalOfTerm(session, { tool, contractEnd });
      return rows[0] ? renewalFrom(rows[0]) : null;
    },
    async renewalsOf(tool) {
      const { rows } = await renewalsOfTool(session, { tool });
      return rows.map(renewalFrom);
    },
    async renewalsDue(workspace, { from, to }, until, limit) {
      const { rows } = await toolsToLookAt(session, { workspace, from, to, until, limit });
      return rows.map(({ id }) => id);
    },
    async renewalsWithin(workspace, { from, to }) {
      const { rows } = await toolsWithin(session, { workspace, from, to });
      return rows.map(({ contractEnd, noticeOn, document, ...row }) => ({
        tool: toolFrom(row),
        renewal: document === null ? null : renewalFrom({ tool: row.id, contractEnd, noticeOn, document }),
      }));
    },
    async nextRenewalLook(workspace, after) {
      const { rows } = await nextLook(session, { workspace, after });
      return instantColumn.nullable().parse(rows[0]?.lookAt ?? null);
    },
  };
}

export function renewalWriting(session: Session, news: News): RenewalWriting {
  return {
    async saveRenewal(workspace, { tool, contractEnd, noticeOn, told, answers }, lookAt) {
      await upsertRenewal(session, {
        ...{ tool_id: tool, contract_end: contractEnd, workspace_id: workspace, notice_on: noticeOn },
        ...{ look_at: lookAt, document: JSON.stringify({ told, answers }) },
      });
      news.stack = true;
    },
  };
}

/** Owners and dates of these tools may be others now, and so may those who are to be asked. */
export async function lookAtRenewalsAnew(session: Session, tools: readonly { id: string }[]): Promise<void> {
  await lookAnew(
    session,
    tools.map(({ id }) => ({ id })),
  );
}
