import { sql } from 'kysely';
import { z } from 'zod';
import { sizes } from '../../domain/request/kind.ts';
import { noTopFive } from '../../domain/roadmap/top-five.ts';
import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { requestFrom } from '../requests/request-document.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';
import { toolColumns, toolFrom } from '../stack/tool-row.ts';

// Index top_five_key. Read for every card: see `statement` for why it says `in` and a literal limit.
const newestTopFive = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('top_five')
    .select(['revision', 'requests', 'changed_by as by', 'changed_at as at'])
    .where('workspace_id', 'in', [workspace])
    .orderBy('revision', 'desc')
    .limit(sql.lit(1)),
);

// Index request_planned, as is the one below.
const plannedRequests = statement((db, { workspace, limit }: Given<{ workspace: string; limit: number }>) =>
  db
    .selectFrom('request')
    .select('document')
    .where('workspace_id', '=', workspace)
    .where('planned_on', 'is not', null)
    .where('open', '=', 1)
    .where('status', '<>', 'on-hold')
    .orderBy('planned_on')
    .orderBy('number')
    .limit(limit),
);

const plannedSizes = statement(
  (db, { workspace, from, to }: Given<{ workspace: string; from: string; to: string }>) =>
    db
      .selectFrom('request')
      .select(['planned_on as date', 'size'])
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('workspace_id', '=', workspace)
      .where('planned_on', 'is not', null)
      .where('planned_on', '>=', from)
      .where('planned_on', '<=', to)
      .groupBy(['planned_on', 'size']),
);

// Index request_not_now. What was declined for another reason is left out below, where its document is read.
const heldOrDeclined = statement(
  (db, { workspace, since, limit }: Given<{ workspace: string; since: number; limit: number }>) =>
    db
      .selectFrom('request')
      .select('document')
      .where('workspace_id', '=', workspace)
      .where('status', 'in', [sql.lit('on-hold'), sql.lit('declined')])
      .where((row) => row.or([row('status', '=', 'on-hold'), row('changed_at', '>=', since)]))
      .orderBy('changed_at', 'desc')
      .limit(limit),
);

// Index tool_by_name.
const toolsOnTheMove = statement((db, { workspace, limit }: Given<{ workspace: string; limit: number }>) =>
  db
    .selectFrom('tool')
    .select(toolColumns)
    .where('workspace_id', '=', workspace)
    .where('state', 'in', [sql.lit('considering'), sql.lit('pilot'), sql.lit('retiring')])
    .orderBy('sort_name')
    .limit(limit),
);

const insertTopFive = statement((db, row: Given<Schema['top_five']>) =>
  db.insertInto('top_five').values(row),
);

const topFiveRow = z.object({
  revision: z.int(),
  requests: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
  by: personColumn,
  at: instantColumn,
});

const plannedRow = z.object({ date: z.string(), size: z.enum(sizes), count: z.coerce.number() });

type PlanReading = Pick<
  Reading,
  'topFive' | 'plannedRequests' | 'plannedSizes' | 'toolsOnTheMove' | 'notNow'
>;

export function planReading(session: Session): PlanReading {
  return {
    async topFive(workspace) {
      const { rows } = await newestTopFive(session, { workspace });
      return rows[0] ? topFiveRow.parse(rows[0]) : noTopFive;
    },
    async plannedRequests(workspace, limit) {
      const { rows } = await plannedRequests(session, { workspace, limit });
      return rows.map(({ document }) => requestFrom(document));
    },
    async plannedSizes(workspace, { from, to }) {
      // Days are compared as text, and no month has a day behind its 31st.
      const { rows } = await plannedSizes(session, { workspace, from: `${from}-01`, to: `${to}-31` });
      return rows.map((row) => {
        const { date, size, count } = plannedRow.parse(row);
        return { month: date.slice(0, 7), size, count };
      });
    },
    async toolsOnTheMove(workspace, limit) {
      const { rows } = await toolsOnTheMove(session, { workspace, limit });
      return rows.map(toolFrom);
    },
    async notNow(workspace, since, limit) {
      const { rows } = await heldOrDeclined(session, { workspace, since, limit });
      return rows
        .map(({ document }) => requestFrom(document))
        .filter(({ state }) => state.status !== 'declined' || state.reason === 'not-now');
    },
  };
}

export function planWriting(session: Session): Pick<Transaction, 'addTopFive'> {
  return {
    async addTopFive(workspace, { revision, requests, by, at }) {
      if (by === null || at === null) throw new Error('a top five was put in order by somebody');
      await insertTopFive(session, {
        ...{ workspace_id: workspace, revision, requests: JSON.stringify(requests) },
        ...{ changed_by: by, changed_at: at },
      });
    },
  };
}
