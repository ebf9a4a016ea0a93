import { sql } from 'kysely';
import { z } from 'zod';
import { clockKinds } from '../../domain/sla/commitment.ts';
import type { DigestReading } from '../../usecases/digest/digests.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { allCommitmentsOf } from '../requests/commitments.ts';
import { historiesOf } from '../requests/history.ts';

// Index request_open.
const openRequests = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db.selectFrom('request').select('id').where('workspace_id', '=', workspace).where('open', '=', sql.lit(1)),
);

// Index request_closed.
const closedSince = statement((db, { workspace, since }: Given<{ workspace: string; since: number }>) =>
  db
    .selectFrom('request')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('open', '=', sql.lit(0))
    .where('changed_at', '>=', since),
);

const warnings = statementOfRows((db, wanted: Given<{ request: string }>[]) =>
  db
    .selectFrom('alert')
    .select(['request_id as request', 'clock', 'round'])
    .where(
      'request_id',
      'in',
      wanted.map(({ request }) => request),
    )
    .where('kind', '=', sql.lit('at-risk')),
);

const warning = z.object({ request: z.string(), clock: z.enum(clockKinds), round: z.int() });

export type WeekFacts = Pick<
  DigestReading,
  'requestsInPlay' | 'historiesOf' | 'allCommitmentsOf' | 'warnedOf'
>;

/** What a week is told from. */
export function weekFacts(session: Session): WeekFacts {
  return {
    async requestsInPlay(workspace, since) {
      const open = await openRequests(session, { workspace });
      const closed = await closedSince(session, { workspace, since });
      return [...open.rows, ...closed.rows].map(({ id }) => id).sort();
    },
    historiesOf: (requests) => historiesOf(session, requests),
    allCommitmentsOf: (requests) => allCommitmentsOf(session, requests),
    async warnedOf(requests) {
      const { rows } = await warnings(
        session,
        requests.map((request) => ({ request })),
      );
      return Map.groupBy(
        rows.map((row) => warning.parse(row)),
        ({ request }) => request,
      );
    },
  };
}
