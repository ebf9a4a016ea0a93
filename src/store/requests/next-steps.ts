import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import type { Schema } from '../schema.ts';

// Index next_step_due.
const dueSteps = statement(
  (db, { workspace, until, limit }: Given<{ workspace: string; until: number; limit: number }>) =>
    db
      .selectFrom('next_step')
      .select('request_id as request')
      .where('workspace_id', '=', workspace)
      .where('due_at', '<=', until)
      .orderBy('due_at')
      .orderBy('request_id')
      .limit(limit),
);

// Index next_step_due.
const firstStep = statement((db, { workspace, limit }: Given<{ workspace: string; limit: number }>) =>
  db
    .selectFrom('next_step')
    .select('due_at as dueAt')
    .where('workspace_id', '=', workspace)
    .orderBy('due_at')
    .limit(limit),
);

const upsertStep = statement((db, row: Given<Schema['next_step']>) =>
  db
    .insertInto('next_step')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('request_id').doUpdateSet((row) => ({ due_at: row.ref('excluded.due_at') })),
    ),
);

const deleteStep = statement((db, { request }: Given<{ request: string }>) =>
  db.deleteFrom('next_step').where('request_id', '=', request),
);

export function stepReading(session: Session): Pick<Reading, 'dueSteps' | 'nextStepDue'> {
  return {
    async dueSteps(workspace, until, limit) {
      const { rows } = await dueSteps(session, { workspace, until, limit });
      return rows.map(({ request }) => request);
    },
    async nextStepDue(workspace) {
      const { rows } = await firstStep(session, { workspace, limit: 1 });
      return rows[0]?.dueAt ?? null;
    },
  };
}

export function stepWriting(session: Session): Pick<Transaction, 'planStep'> {
  return {
    async planStep({ id, workspace }, dueAt) {
      if (dueAt === null) await deleteStep(session, { request: id });
      else await upsertStep(session, { request_id: id, workspace_id: workspace, due_at: dueAt });
    },
  };
}
