import { z } from 'zod';
import type { KeepingReading, KeepingWriting, Restoration } from '../../usecases/keeping/keeping-ports.ts';
import { nextValue } from '../counters.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { instantColumn } from '../row-values.ts';
import { outdatedReading, outdatedWriting } from './outdated.ts';

const latest = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('restoration')
    .select(['taken_at as takenAt', 'started_at as startedAt'])
    .where('workspace_id', 'in', [workspace])
    .orderBy('taken_at', 'desc')
    .limit(1),
);

const restorationRow = z.object({
  takenAt: instantColumn,
  startedAt: instantColumn.nullable(),
}) satisfies z.ZodType<Restoration>;

const lastSaid = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('outbox')
    .select(({ fn }) => fn.max('settled_at').as('at'))
    .where('workspace_id', '=', workspace),
);

const lastHeard = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('inbox')
    .select(({ fn }) => fn.max('received_at').as('at'))
    .where('workspace_id', '=', workspace),
);

const expect = statement((db, row: Given<{ workspace: string; takenAt: number }>) =>
  db
    .insertInto('restoration')
    .values({ workspace_id: row.workspace, taken_at: row.takenAt, started_at: null })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'taken_at']).doUpdateSet({ started_at: null }),
    ),
);

const begin = statement(
  (db, { workspace, takenAt, at }: Given<{ workspace: string; takenAt: number; at: number }>) =>
    db
      .updateTable('restoration')
      .set({ started_at: at })
      .where('workspace_id', '=', workspace)
      .where('taken_at', '=', takenAt),
);

// What is dead may be revived.
const doubt = statement((db, { workspace, dueAt }: Given<{ workspace: string; dueAt: number }>) =>
  db
    .updateTable('outbox')
    .set((row) => ({
      ...{ in_doubt: 1, due_at: dueAt, claimed_by: null, claimed_at: null },
      status: row
        .case()
        .when('status', '=', 'dead')
        .then('dead' as const)
        .else('pending' as const)
        .end(),
    }))
    .where('workspace_id', '=', workspace)
    .where('status', '<>', 'said'),
);

export function keepingReading(session: Session): KeepingReading {
  return {
    ...outdatedReading(session),
    async restoration(workspace) {
      const { rows } = await latest(session, { workspace });
      return rows[0] ? restorationRow.parse(rows[0]) : null;
    },
    async lastSignOfLife(workspace) {
      const [said] = (await lastSaid(session, { workspace })).rows;
      const [heard] = (await lastHeard(session, { workspace })).rows;
      const instants = [said?.at, heard?.at].filter((at) => at != null);
      return instants.length > 0 ? Math.max(...instants) : null;
    },
  };
}

export function keepingWriting(session: Session): KeepingWriting {
  return {
    ...outdatedWriting(session),
    async expectRestoration(workspace, takenAt) {
      await expect(session, { workspace, takenAt });
    },
    async beginRestoration(workspace, takenAt, at) {
      await begin(session, { workspace, takenAt, at });
    },
    async skipRequestNumbers(workspace, count) {
      await nextValue(session, workspace, 'request', count);
    },
    async doubtOutbox(workspace, dueAt) {
      await doubt(session, { workspace, dueAt });
    },
  };
}
