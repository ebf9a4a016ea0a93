import { z } from 'zod';
import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { ThreadMessage } from '../../usecases/records.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const messageRow = z.object({
  workspace: z.string(),
  channel: z.string(),
  ts: z.string(),
  threadTs: z.string(),
  request: z.string(),
  side: z.enum(['marketing', 'it']),
  author: personColumn,
  fact: z.int(),
  words: z.string().nullable(),
  crossed: z.int().nullable(),
}) satisfies z.ZodType<ThreadMessage>;

const messageByPlace = statement(
  (db, { workspace, channel, ts }: Given<{ workspace: string; channel: string; ts: string }>) =>
    db
      .selectFrom('thread_message')
      .select(['workspace_id as workspace', 'channel', 'ts', 'thread_ts as threadTs'])
      .select(['request_id as request', 'side', 'author', 'fact', 'words', 'crossed'])
      .where('workspace_id', '=', workspace)
      .where('channel', '=', channel)
      .where('ts', '=', ts),
);

const upsertMessage = statement((db, row: Given<Schema['thread_message']>) =>
  db
    .insertInto('thread_message')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'channel', 'ts']).doUpdateSet((row) => ({
        words: row.ref('excluded.words'),
        crossed: row.ref('excluded.crossed'),
      })),
    ),
);

export function threadMessageReading(session: Session): Pick<Reading, 'threadMessage'> {
  return {
    async threadMessage(workspace, channel, ts) {
      const { rows } = await messageByPlace(session, { workspace, channel, ts });
      return rows[0] ? messageRow.parse(rows[0]) : null;
    },
  };
}

export function threadMessageWriting(session: Session): Pick<Transaction, 'saveThreadMessage'> {
  return {
    async saveThreadMessage({ workspace, request, threadTs, ...message }) {
      const ids = { workspace_id: workspace, request_id: request, thread_ts: threadTs };
      await upsertMessage(session, { ...message, ...ids });
    },
  };
}
