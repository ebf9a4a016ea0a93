import { sql } from 'kysely';
import { z } from 'zod';
import { clockKinds, type ToldAlert } from '../../domain/sla/commitment.ts';
import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { instantColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const alertRow = z.object({
  clock: z.enum(clockKinds),
  round: z.int(),
  kind: z.enum(['at-risk', 'breach', 'escalation']),
  at: instantColumn,
}) satisfies z.ZodType<ToldAlert>;

const alertsOfRequest = statement((db, { request }: Given<{ request: string }>) =>
  db
    .selectFrom('alert')
    .select(['clock', 'round', 'kind', 'at'])
    .where('request_id', 'in', [request])
    .orderBy('told_at')
    .orderBy('at'),
);

const insertAlerts = statementOfRows((db, rows: Given<Schema['alert']>[]) =>
  db.insertInto('alert').values(rows),
);

// Index commitment_next_alert.
const dueFirst = statement((db, { until, limit }: Given<{ until: number; limit: number }>) =>
  db
    .selectFrom('commitment')
    .select('request_id as request')
    .where('next_alert_at', '<=', until)
    .orderBy('next_alert_at')
    .limit(limit),
);

// Index commitment_reckoned_with: what sorts before the present basis, and what sorts behind it.
const reckonedBefore = statement((db, { basis, limit }: Given<{ basis: string; limit: number }>) =>
  db
    .selectFrom('commitment')
    .select('request_id as request')
    .where('ended_at', 'is', null)
    .where('reckoned_with', '<', basis)
    .limit(limit),
);
const reckonedBehind = statement((db, { basis, limit }: Given<{ basis: string; limit: number }>) =>
  db
    .selectFrom('commitment')
    .select('request_id as request')
    .where('ended_at', 'is', null)
    .where('reckoned_with', '>', basis)
    .limit(limit),
);

// Index commitment_next_alert.
const earliestAlert = statement((db, { limit }: Given<{ limit: number }>) =>
  db
    .selectFrom('commitment')
    .select('next_alert_at')
    .where('next_alert_at', 'is not', null)
    .orderBy('next_alert_at')
    .limit(sql<number>`cast(${limit} as integer)`),
);

type AlertReading = Pick<
  Reading,
  'toldAlerts' | 'requestsWithAlertsDue' | 'requestsReckonedOtherwise' | 'nextAlertAt'
>;

export function alertReading(session: Session): AlertReading {
  return {
    async toldAlerts(request) {
      const { rows } = await alertsOfRequest(session, { request });
      return rows.map((row) => alertRow.parse(row));
    },
    async requestsWithAlertsDue(until, limit) {
      return distinct(await dueFirst(session, { until, limit }));
    },
    async requestsReckonedOtherwise(basis, limit) {
      const before = distinct(await reckonedBefore(session, { basis, limit }));
      return before.length > 0 ? before : distinct(await reckonedBehind(session, { basis, limit }));
    },
    async nextAlertAt() {
      const { rows } = await earliestAlert(session, { limit: 1 });
      return rows[0]?.next_alert_at ?? null;
    },
  };
}

export function alertWriting(session: Session): Pick<Transaction, 'recordAlerts'> {
  return {
    async recordAlerts(request, alerts, toldAt) {
      await insertAlerts(
        session,
        alerts.map(({ clock, round, kind, at }) => ({
          ...{ request_id: request, clock, round, kind, at },
          told_at: toldAt,
        })),
      );
    },
  };
}

/** Several clocks of one request may be due. */
function distinct({ rows }: { rows: { request: string }[] }): string[] {
  return [...new Set(rows.map(({ request }) => request))];
}
