import { z } from 'zod';
import type { News } from '../../usecases/news.ts';
import {
  type BrokeredReading,
  type BrokeredWords,
  type BrokeredWriting,
  waySchema,
} from '../../usecases/threads/brokered-words.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const columns = [
  'id',
  'workspace_id as workspace',
  'request_id as request',
  'author',
  'words',
  'way',
  'due_at as dueAt',
] as const;

const row = z.object({
  id: z.string(),
  workspace: z.string(),
  request: z.string(),
  author: personColumn,
  words: z.string(),
  way: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(waySchema),
  dueAt: instantColumn,
}) satisfies z.ZodType<BrokeredWords>;

const byId = statement((db, { id }: Given<{ id: string }>) =>
  db.selectFrom('brokered_words').select(columns).where('id', '=', id),
);

// Index brokered_words_place.
const byPlace = statement(
  (db, { workspace, channel, ts }: Given<{ workspace: string; channel: string; ts: string }>) =>
    db
      .selectFrom('brokered_words')
      .select(columns)
      .where('workspace_id', '=', workspace)
      .where('channel', '=', channel)
      .where('ts', '=', ts),
);

// Index brokered_words_due.
const due = statement(
  (db, { workspace, until, limit }: Given<{ workspace: string; until: number; limit: number }>) =>
    db
      .selectFrom('brokered_words')
      .select('id')
      .where('workspace_id', '=', workspace)
      .where('due_at', '<=', until)
      .orderBy('due_at')
      .limit(limit),
);

// Index brokered_words_due.
const nextDue = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('brokered_words')
    .select((row) => row.fn.min('due_at').as('at'))
    .where('workspace_id', '=', workspace),
);

const insert = statement((db, values: Given<Schema['brokered_words']>) =>
  db.insertInto('brokered_words').values(values),
);

const remove = statement((db, { id }: Given<{ id: string }>) =>
  db.deleteFrom('brokered_words').where('id', '=', id),
);

export function brokeredReading(session: Session): BrokeredReading {
  return {
    async brokeredWords(id) {
      const { rows } = await byId(session, { id });
      return rows[0] ? row.parse(rows[0]) : null;
    },
    async brokeredAt(workspace, channel, ts) {
      const { rows } = await byPlace(session, { workspace, channel, ts });
      return rows[0] ? row.parse(rows[0]) : null;
    },
    async brokeredDue(workspace, until, limit) {
      const { rows } = await due(session, { workspace, until, limit });
      return rows.map(({ id }) => id);
    },
    async nextBrokeredDue(workspace) {
      const { rows } = await nextDue(session, { workspace });
      const at = rows[0]?.at ?? null;
      return at === null ? null : Number(at);
    },
  };
}

export function brokeredWriting(session: Session, news: News): BrokeredWriting {
  return {
    async saveBrokered({ id, workspace, request, author, words, way, dueAt }) {
      const { channel = null, ts = null } = way.kind === 'window' ? {} : way;
      await insert(session, {
        ...{ id, workspace_id: workspace, request_id: request, author, words },
        ...{ way: JSON.stringify(way), channel, ts, due_at: dueAt },
      });
      news.brokered = true;
    },
    async dropBrokered(id) {
      return (await remove(session, { id })).numAffectedRows === 1n;
    },
  };
}
