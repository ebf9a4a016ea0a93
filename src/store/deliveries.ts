import { z } from 'zod';
import type { News } from '../usecases/news.ts';
import type { Reading, Transaction } from '../usecases/ports.ts';
import type { InboxEvent } from '../usecases/records.ts';
import type { Session } from './engine/engine.ts';
import { type Given, statement } from './engine/statement.ts';
import { instantColumn } from './row-values.ts';
import type { Schema } from './schema.ts';

const inboxRow = z.object({
  id: z.string(),
  workspace: z.string(),
  body: z.string(),
  receivedAt: instantColumn,
}) satisfies z.ZodType<InboxEvent>;

const answerByKey = statement((db, { workspace, key }: Given<{ workspace: string; key: string }>) =>
  db.selectFrom('handled').select('answer').where('workspace_id', '=', workspace).where('key', '=', key),
);

const insertHandled = statement((db, row: Given<Schema['handled']>) => db.insertInto('handled').values(row));

// Index inbox_unfinished.
const unfinished = statement((db, { limit }: Given<{ limit: number }>) =>
  db
    .selectFrom('inbox')
    .select(['id', 'workspace_id as workspace', 'body', 'received_at as receivedAt'])
    .where('finished_at', 'is', null)
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit),
);

const insertEvent = statement((db, row: Given<Omit<Schema['inbox'], 'finished_at'>>) =>
  db
    .insertInto('inbox')
    .values({ ...row, finished_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

// The payload holds what people typed, and nobody needs it any more.
const finish = statement((db, { id, at }: Given<{ id: string; at: number }>) =>
  db
    .updateTable('inbox')
    .set({ finished_at: at, body: null })
    .where('id', '=', id)
    .where('finished_at', 'is', null),
);

export function deliveryReading(session: Session): Pick<Reading, 'handled' | 'unfinishedEvents'> {
  return {
    async handled(workspace, key) {
      const { rows } = await answerByKey(session, { workspace, key });
      return rows[0]?.answer ?? null;
    },
    async unfinishedEvents(limit) {
      const { rows } = await unfinished(session, { limit });
      return rows.map((row) => inboxRow.parse(row));
    },
  };
}

export function deliveryWriting(
  session: Session,
  news: News,
): Pick<Transaction, 'remember' | 'takeEvent' | 'finishEvent'> {
  return {
    async remember(workspace, key, answer, at) {
      await insertHandled(session, { workspace_id: workspace, key, answer, at });
    },
    async takeEvent({ id, workspace, body, receivedAt }, { mayWait } = { mayWait: false }) {
      const row = { id, workspace_id: workspace, body, received_at: receivedAt };
      const { numAffectedRows } = await insertEvent(session, row);
      const isNew = numAffectedRows === 1n;
      if (isNew && mayWait) news.inboxLater = true;
      else if (isNew) news.inbox = true;
      return isNew;
    },
    async finishEvent(id, at) {
      await finish(session, { id, at });
    },
  };
}
