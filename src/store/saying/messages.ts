import { z } from 'zod';
import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { MessageLocation, Reaction } from '../../usecases/records.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { flag, flagColumn, instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

type Message = { workspace: string; channel: string; ts: string };

const locationRow = z.object({
  workspace: z.string(),
  channel: z.string(),
  ts: z.string(),
  threadTs: z.string().nullable(),
  request: z.string(),
  purpose: z.enum(['triage-card', 'private-card', 'say']),
  recipient: personColumn.nullable(),
  event: z.int().nullable(),
  supersededAt: instantColumn.nullable(),
}) satisfies z.ZodType<MessageLocation>;

const reactionRow = z.object({
  workspace: z.string(),
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  name: z.string(),
  present: flagColumn,
  eventTs: z.string(),
}) satisfies z.ZodType<Reaction>;

const locationColumns = [
  'workspace_id as workspace',
  'channel',
  'ts',
  'thread_ts as threadTs',
  'request_id as request',
  'purpose',
  'recipient',
  'event',
  'superseded_at as supersededAt',
] as const;

const locationOfMessage = statement((db, { workspace, channel, ts }: Given<Message>) =>
  db
    .selectFrom('message_location')
    .select(locationColumns)
    .where('workspace_id', '=', workspace)
    .where('channel', '=', channel)
    .where('ts', '=', ts),
);

// Index message_location_request.
const standingCard = statement(
  (
    db,
    { request, purpose, recipient }: Given<{ request: string; purpose: string; recipient: string | null }>,
  ) =>
    db
      .selectFrom('message_location')
      .select(locationColumns)
      .where('request_id', '=', request)
      .where('purpose', '=', purpose)
      .where('recipient', 'is not distinct from', recipient)
      .where('superseded_at', 'is', null),
);

// Index message_location_request.
const standingLine = statement((db, { request, event }: Given<{ request: string; event: number }>) =>
  db
    .selectFrom('message_location')
    .select(locationColumns)
    .where('request_id', '=', request)
    .where('purpose', '=', 'say')
    .where('event', '=', event)
    .where('superseded_at', 'is', null),
);

const upsertLocation = statement((db, row: Given<Schema['message_location']>) =>
  db
    .insertInto('message_location')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'channel', 'ts']).doUpdateSet((row) => ({
        thread_ts: row.ref('excluded.thread_ts'),
        request_id: row.ref('excluded.request_id'),
        purpose: row.ref('excluded.purpose'),
        recipient: row.ref('excluded.recipient'),
        event: row.ref('excluded.event'),
        superseded_at: row.ref('excluded.superseded_at'),
      })),
    ),
);

const supersede = statement((db, { workspace, channel, ts, at }: Given<Message & { at: number }>) =>
  db
    .updateTable('message_location')
    .set({ superseded_at: at })
    .where('workspace_id', '=', workspace)
    .where('channel', '=', channel)
    .where('ts', '=', ts)
    .where('superseded_at', 'is', null),
);

const presentReactions = statement((db, { workspace, channel, ts }: Given<Message>) =>
  db
    .selectFrom('reaction')
    .select(['workspace_id as workspace', 'channel', 'ts', 'user_id as user', 'name', 'present'])
    .select('event_ts as eventTs')
    .where('workspace_id', 'in', [workspace])
    .where('channel', 'in', [channel])
    .where('ts', 'in', [ts])
    .where('present', 'in', [1])
    .orderBy('heard_at')
    .orderBy('user_id')
    .orderBy('name'),
);

const insertReaction = statement((db, row: Given<Schema['reaction']>) =>
  db
    .insertInto('reaction')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'channel', 'ts', 'user_id', 'name']).doNothing(),
    ),
);

const reactionToChange = statement((db, row: Given<Schema['reaction']>, engine) =>
  engine.lockRows(
    db
      .selectFrom('reaction')
      .select(['present', 'heard_at'])
      .where('workspace_id', '=', row.workspace_id)
      .where('channel', '=', row.channel)
      .where('ts', '=', row.ts)
      .where('user_id', '=', row.user_id)
      .where('name', '=', row.name),
  ),
);

const updateReaction = statement((db, row: Given<Schema['reaction']>) =>
  db
    .updateTable('reaction')
    .set({ present: row.present, event_ts: row.event_ts, heard_at: row.heard_at })
    .where('workspace_id', '=', row.workspace_id)
    .where('channel', '=', row.channel)
    .where('ts', '=', row.ts)
    .where('user_id', '=', row.user_id)
    .where('name', '=', row.name),
);

export function messageReading(
  session: Session,
): Pick<Reading, 'location' | 'cardLocation' | 'triageCards' | 'lineLocation' | 'reactions'> {
  return {
    async location(workspace, channel, ts) {
      const { rows } = await locationOfMessage(session, { workspace, channel, ts });
      return rows[0] ? locationRow.parse(rows[0]) : null;
    },
    async cardLocation(request, purpose, recipient) {
      const { rows } = await standingCard(session, { request, purpose, recipient });
      // The newest, should a card stand twice.
      const [newest] = rows.toSorted((one, other) => Number(other.ts) - Number(one.ts));
      return newest ? locationRow.parse(newest) : null;
    },
    async triageCards(request) {
      const { rows } = await standingCard(session, { request, purpose: 'triage-card', recipient: null });
      return rows.map((row) => locationRow.parse(row));
    },
    async lineLocation(request, event, recipient) {
      const { rows } = await standingLine(session, { request, event });
      const lines = rows.map((row) => locationRow.parse(row));
      return lines.find((line) => line.recipient === recipient) ?? null;
    },
    async reactions(workspace, channel, ts) {
      const { rows } = await presentReactions(session, { workspace, channel, ts });
      return rows.map((row) => reactionRow.parse(row));
    },
  };
}

export function messageWriting(
  session: Session,
): Pick<Transaction, 'saveLocation' | 'supersedeLocation' | 'recordReaction'> {
  return {
    async saveLocation(location) {
      const { workspace, channel, ts, threadTs, request, purpose, recipient, event, supersededAt } = location;
      await upsertLocation(session, {
        ...{ workspace_id: workspace, channel, ts, thread_ts: threadTs },
        ...{ request_id: request, purpose, recipient, event, superseded_at: supersededAt },
      });
    },
    async supersedeLocation(workspace, channel, ts, at) {
      await supersede(session, { workspace, channel, ts, at });
    },
    async recordReaction({ workspace, channel, ts, user, name, present, eventTs }) {
      const row = {
        ...{ workspace_id: workspace, channel, ts, user_id: user, name, present: flag(present) },
        ...{ event_ts: eventTs, heard_at: microseconds(eventTs) },
      };
      // A removal that arrives first is kept too, so that the older addition changes nothing.
      if ((await insertReaction(session, row)).numAffectedRows === 1n) return present;
      const [known] = (await reactionToChange(session, row)).rows;
      if (!known || known.heard_at >= row.heard_at) return false;
      await updateReaction(session, row);
      return known.present !== row.present;
    },
  };
}

/** Slack's times are seconds with six digits behind the point. */
function microseconds(eventTs: string): number {
  return Math.round(Number(eventTs) * 1_000_000);
}
