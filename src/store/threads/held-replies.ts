import { z } from 'zod';
import { givenFileSchema } from '../../domain/request/given-file.ts';
import type { HeldReply, HeldReplyReading, HeldReplyWriting } from '../../usecases/threads/held-replies.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

type Place = { workspace: string; channel: string; ts: string };

const heldRow = z.object({
  workspace: z.string(),
  channel: z.string(),
  ts: z.string(),
  threadTs: z.string(),
  author: personColumn,
  words: z.string(),
  files: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(givenFileSchema)),
}) satisfies z.ZodType<HeldReply>;

const heldByPlace = statement((db, { workspace, channel, ts }: Given<Place>) =>
  db
    .selectFrom('held_reply')
    .select(['workspace_id as workspace', 'channel', 'ts', 'thread_ts as threadTs'])
    .select(['author', 'words', 'files'])
    .where('workspace_id', '=', workspace)
    .where('channel', '=', channel)
    .where('ts', '=', ts),
);

const upsertHeld = statement((db, row: Given<Schema['held_reply']>) =>
  db
    .insertInto('held_reply')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'channel', 'ts'])
        .doUpdateSet((row) => ({ words: row.ref('excluded.words'), files: row.ref('excluded.files') })),
    ),
);

const deleteHeld = statement((db, { workspace, channel, ts }: Given<Place>) =>
  db
    .deleteFrom('held_reply')
    .where('workspace_id', '=', workspace)
    .where('channel', '=', channel)
    .where('ts', '=', ts),
);

export function heldReplyReading(session: Session): HeldReplyReading {
  return {
    async heldReply(workspace, channel, ts) {
      const { rows } = await heldByPlace(session, { workspace, channel, ts });
      return rows[0] ? heldRow.parse(rows[0]) : null;
    },
  };
}

export function heldReplyWriting(session: Session): HeldReplyWriting {
  return {
    async holdReply({ workspace, threadTs, files, ...held }) {
      const stored = { workspace_id: workspace, thread_ts: threadTs, files: JSON.stringify(files) };
      await upsertHeld(session, { ...held, ...stored });
    },
    async releaseReply(workspace, channel, ts) {
      return (await deleteHeld(session, { workspace, channel, ts })).numAffectedRows === 1n;
    },
  };
}
