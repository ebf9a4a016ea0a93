import { type RawBuilder, sql } from 'kysely';
import type { KeepingReading, KeepingWriting } from '../../usecases/keeping/keeping-ports.ts';
import { type Outdated, outdatedKinds } from '../../usecases/keeping/kept-for.ts';
import { mendable } from '../../usecases/saying/unsaid.ts';
import type { Session } from '../engine/engine.ts';
import type { Schema } from '../schema.ts';

interface Rows {
  table: keyof Schema;
  key: readonly string[];
  /** The column that says how old a row is. */
  at: string;
  /** That nobody works with it any more. */
  isDone: RawBuilder<unknown>;
}

const isSettled = sql`status in ('said', 'dead')
  and not (status = 'dead' and error in (${sql.join(mendable.map((reason) => sql.lit(reason)))}))`;

/** Without an index but for those named: an index would cost each click more than one look a day does. */
const rowsOf: Record<Outdated, Rows> = {
  inbox: { table: 'inbox', key: ['id'], at: 'received_at', isDone: sql`finished_at is not null` },
  answers: { table: 'handled', key: ['key'], at: 'at', isDone: sql`"key" not like 'import:%'` },
  // Index outbox_status, as is the next. What was said has been due until then.
  outbox: {
    ...{ table: 'outbox', key: ['id'], at: 'due_at' },
    isDone: sql`${isSettled} and subject_key not like 'tell:pulse:%'`,
  },
  pulse: {
    ...{ table: 'outbox', key: ['id'], at: 'due_at' },
    isDone: sql`${isSettled} and subject_key like 'tell:pulse:%'`,
  },
  // Index morning_said.
  mornings: {
    ...{ table: 'morning', key: ['person_id', 'day'], at: 'said_at' },
    isDone: sql`exists (select 1 from morning as later
      where later.person_id = morning.person_id and later.day > morning.day)`,
  },
  // Index home_visit_opened.
  homes: { table: 'home_visit', key: ['person_id'], at: 'opened_at', isDone: sql`1 = 1` },
};

interface Bounds {
  workspace: string;
  before: number;
  limit: number;
}

function keysOf(rows: Rows, bounds: Bounds) {
  const { table, key } = rows;
  return sql`select ${columns(key)} from ${sql.table(table)} where ${isOutdated(rows, bounds)} limit ${bounds.limit}`;
}

function isOutdated({ at, isDone }: Rows, { workspace, before }: Bounds): RawBuilder<unknown> {
  return sql`workspace_id = ${workspace} and ${sql.ref(at)} < ${before} and ${isDone}`;
}

function columns(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}

export function outdatedReading(session: Session): Pick<KeepingReading, 'outdated'> {
  return {
    async outdated(workspace, horizons) {
      const found: Outdated[] = [];
      for (const what of outdatedKinds) {
        const query = keysOf(rowsOf[what], { workspace, before: horizons[what], limit: 1 });
        const { rows } = await session.execute(query.compile(session.engine.builder));
        if (rows.length > 0) found.push(what);
      }
      return found;
    },
  };
}

export function outdatedWriting(session: Session): Pick<KeepingWriting, 'dropOutdated'> {
  return {
    async dropOutdated(workspace, what, before, limit) {
      const rows = rowsOf[what];
      const { table, key } = rows;
      const bounds = { workspace, before, limit };
      // Asked twice: what somebody has just announced anew is chosen before their commit, and seen after it.
      const query = sql`delete from ${sql.table(table)}
        where (${columns(key)}) in (${keysOf(rows, bounds)}) and ${isOutdated(rows, bounds)}`;
      const { numAffectedRows } = await session.execute(query.compile(session.engine.builder));
      return Number(numAffectedRows ?? 0n);
    },
  };
}
