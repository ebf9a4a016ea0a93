import { sql } from 'kysely';
import type { Reading } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { outboxRow } from './outbox-row.ts';

const columns = [
  'id',
  'workspace_id as workspace',
  'subject',
  'lane',
  'position',
  'announced_at as at',
  'wanted',
  'delivered',
  'status',
  'attempts',
  'due_at as dueAt',
  'in_doubt as inDoubt',
  'claimed_by as claimedBy',
  'first_claimed_at as firstClaimedAt',
  'error',
] as const;

const entryById = statement((db, { id }: Given<{ id: string }>) =>
  db.selectFrom('outbox').select(columns).where('id', '=', id),
);

// Index outbox_status.
const notYetSaid = statement((db, { limit, perLane }: Given<{ limit: number; perLane: number }>) =>
  db
    .selectFrom((outbox) =>
      outbox
        .selectFrom('outbox')
        .select(columns)
        .select(({ fn }) =>
          fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('lane').orderBy('position').orderBy('id'))
            .as('place'),
        )
        .where('status', 'in', ['pending', 'sending', 'looking-up'])
        .as('waiting'),
    )
    .selectAll()
    .where('place', '<=', perLane)
    .orderBy('position')
    .orderBy('id')
    .limit(sql<number>`cast(${limit} as integer)`),
);

// Index outbox_status.
const earliestDue = statement((db, { after }: Given<{ after: number }>) =>
  db
    .selectFrom('outbox')
    .select('due_at')
    .where('status', '=', sql.lit('pending'))
    .where('due_at', '>', after)
    .orderBy('due_at')
    .limit(sql.lit(1)),
);

// Index outbox_status.
const dead = statement((db, { workspace, limit }: Given<{ workspace: string; limit: number }>) =>
  db
    .selectFrom('outbox')
    .select(columns)
    .where('status', '=', 'dead')
    .where('workspace_id', '=', workspace)
    .orderBy('position')
    .orderBy('id')
    .limit(limit),
);

export function outboxReading(
  session: Session,
): Pick<Reading, 'outboxEntry' | 'openOutbox' | 'nextOutboxDue' | 'deadOutbox'> {
  return {
    async outboxEntry(id) {
      const { rows } = await entryById(session, { id });
      return rows[0] ? outboxRow.parse(rows[0]) : null;
    },
    async openOutbox(limit, perLane = limit) {
      const { rows } = await notYetSaid(session, { limit, perLane });
      return rows.map((row) => outboxRow.parse(row));
    },
    async nextOutboxDue(after) {
      const { rows } = await earliestDue(session, { after });
      return rows[0]?.due_at ?? null;
    },
    async deadOutbox(workspace, limit) {
      const { rows } = await dead(session, { workspace, limit });
      return rows.map((row) => outboxRow.parse(row));
    },
  };
}
