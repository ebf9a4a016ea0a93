import { z } from 'zod';
import {
  type Attachment,
  type AttachmentReading,
  type AttachmentWriting,
  reasonsLeftBehind,
} from '../../usecases/threads/attachments.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { flag, flagColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const attachmentRow = z
  .object({
    id: z.string(),
    workspace: z.string(),
    request: z.string(),
    fact: z.int(),
    side: z.enum(['marketing', 'it']),
    author: personColumn,
    channel: z.string().nullable(),
    ts: z.string().nullable(),
    source: z.string(),
    name: z.string(),
    size: z.int(),
    shared: flagColumn,
    leftBehind: z.enum(reasonsLeftBehind).nullable(),
    copy: z.string().nullable(),
    checksum: z.string().nullable(),
  })
  .transform(
    ({ channel, ts, ...row }): Attachment => ({
      ...row,
      message: channel === null || ts === null ? null : { channel, ts },
    }),
  );

const columns = [
  'id',
  'workspace_id as workspace',
  'request_id as request',
  ...(['fact', 'side', 'author', 'channel', 'ts', 'source', 'name', 'size', 'shared'] as const),
  'left_behind as leftBehind',
  'copy',
  'checksum',
] as const;

const attachmentById = statement((db, { id }: Given<{ id: string }>) =>
  db.selectFrom('attachment').select(columns).where('id', '=', id),
);

// Index attachment_request.
const attachmentsOfRequest = statement((db, { request }: Given<{ request: string }>) =>
  db.selectFrom('attachment').select(columns).where('request_id', 'in', [request]).orderBy('id'),
);

// Index attachment_source.
const attachmentsOfSource = statement((db, given: Given<{ workspace: string; source: string }>) =>
  db
    .selectFrom('attachment')
    .select(columns)
    .where('workspace_id', '=', given.workspace)
    .where('source', '=', given.source),
);

const insertAttachments = statementOfRows((db, rows: Given<Schema['attachment']>[]) =>
  db.insertInto('attachment').values(rows),
);

const updateCrossing = statement(
  (db, { id, shared, leftBehind }: Given<{ id: string; shared: number; leftBehind: string | null }>) =>
    db.updateTable('attachment').set({ shared, left_behind: leftBehind }).where('id', '=', id),
);

type Copying = { id: string; was: string | null; copy: string | null; checksum: string | null };

const updateCopy = statement((db, { id, was, copy, checksum }: Given<Copying>) =>
  db
    .updateTable('attachment')
    .set({ copy, checksum })
    .where('id', '=', id)
    .where('copy', 'is not distinct from', was),
);

export function attachmentReading(session: Session): AttachmentReading {
  return {
    async attachment(id) {
      const { rows } = await attachmentById(session, { id });
      return rows[0] ? attachmentRow.parse(rows[0]) : null;
    },
    async attachments(request) {
      const { rows } = await attachmentsOfRequest(session, { request });
      return rows.map((row) => attachmentRow.parse(row));
    },
    async attachmentsFrom(workspace, source) {
      const { rows } = await attachmentsOfSource(session, { workspace, source });
      return rows.map((row) => attachmentRow.parse(row));
    },
  };
}

export function attachmentWriting(session: Session): AttachmentWriting {
  return {
    async addAttachments(attachments) {
      const rows = attachments.map(({ workspace, request, message, leftBehind, shared, ...rest }) => ({
        ...rest,
        ...{ workspace_id: workspace, request_id: request, shared: flag(shared), left_behind: leftBehind },
        ...{ channel: message?.channel ?? null, ts: message?.ts ?? null },
      }));
      await insertAttachments(session, rows);
    },
    async saveCrossing({ id, shared, leftBehind }) {
      await updateCrossing(session, { id, shared: flag(shared), leftBehind });
    },
    async recordCopy(id, change) {
      return (await updateCopy(session, { id, ...change })).numAffectedRows === 1n;
    },
  };
}
