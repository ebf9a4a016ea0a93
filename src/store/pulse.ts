import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { sides } from '../domain/person.ts';
import type { PulsePorts, PulseWriting } from '../usecases/pulse/pulse-ports.ts';
import type { Session } from './engine/engine.ts';
import { type Given, statement } from './engine/statement.ts';
import { personColumn } from './row-values.ts';
import type { Schema } from './schema.ts';

type Since = { workspace: string; since: number };

const changedSince = (db: Kysely<Schema>, { workspace, since }: Given<Since>) =>
  db
    .selectFrom('request')
    .select(['requester', 'author', 'assignee'])
    .distinct()
    .where('workspace_id', '=', workspace)
    .where('changed_at', '>=', since);

// Index request_open.
const peopleOfOpen = statement((db, given: Given<Since>) =>
  changedSince(db, given).where('open', '=', sql.lit(1)),
);

// Index request_closed: far more are closed than open, most of them long ago.
const peopleOfClosed = statement((db, given: Given<Since>) =>
  changedSince(db, given).where('open', '=', sql.lit(0)),
);

// Index pulse_ballot_quarter.
const tallies = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('pulse_ballot')
    .select(['quarter', 'side'])
    .select((row) => row.fn.count<number>('score').as('answers'))
    .select((row) => row.fn.sum<number>('score').as('sum'))
    .where('workspace_id', '=', workspace)
    .where('score', 'is not', null)
    .groupBy(['quarter', 'side']),
);

const ballot = statement((db, { secret }: Given<{ secret: string }>) =>
  db.selectFrom('pulse_ballot').select(['quarter', 'side']).where('secret', '=', secret),
);

const insertBallot = statement((db, row: Given<Schema['pulse_ballot']>) =>
  db.insertInto('pulse_ballot').values(row),
);

const deleteBallot = statement((db, { secret }: Given<{ secret: string }>) =>
  db.deleteFrom('pulse_ballot').where('secret', '=', secret),
);

const sideColumn = z.enum(sides);

export function pulseReading(session: Session): PulsePorts {
  return {
    async peopleSince(workspace, since) {
      const closed = await peopleOfClosed(session, { workspace, since });
      const open = await peopleOfOpen(session, { workspace, since });
      return [...closed.rows, ...open.rows].flatMap(({ requester, author, assignee }) => [
        ...[requester, author].map((person) => ({
          person: personColumn.parse(person),
          side: 'marketing' as const,
        })),
        ...(assignee === null ? [] : [{ person: personColumn.parse(assignee), side: 'it' as const }]),
      ]);
    },
    async pulseTallies(workspace) {
      const { rows } = await tallies(session, { workspace });
      return rows.map(({ quarter, side, answers, sum }) => ({
        ...{ quarter, side: sideColumn.parse(side), answers: Number(answers), sum: Number(sum) },
      }));
    },
  };
}

export function pulseWriting(session: Session): PulseWriting {
  return {
    async addBallot(workspace, { secret, quarter, side }) {
      await insertBallot(session, { secret, workspace_id: workspace, quarter, side, score: null });
    },
    async ballotQuarter(secret) {
      const { rows } = await ballot(session, { secret });
      return rows[0] ? { quarter: rows[0].quarter, side: sideColumn.parse(rows[0].side) } : null;
    },
    async castBallot(workspace, { secret, quarter, side, score }) {
      await deleteBallot(session, { secret });
      await insertBallot(session, { secret, workspace_id: workspace, quarter, side, score });
    },
  };
}
