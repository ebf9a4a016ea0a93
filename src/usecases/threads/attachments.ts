import type { PersonId, Side } from '../../domain/person.ts';
import type { GivenFile } from '../../domain/request/given-file.ts';

/** Why a file is not, or no longer, on the other side. */
export const reasonsLeftBehind = [
  'too-large',
  /** It is gone, or Slack does not give it to us. */
  'unreadable',
  /** Slack only links to it; it lies with another service. */
  'kept-elsewhere',
  /** The app may not read or write files here. */
  'not-allowed',
  /** Its author deleted it. */
  'deleted',
] as const;
export type LeftBehind = (typeof reasonsLeftBehind)[number];

/** A file that somebody gave to a request: where it came from, and whether the other side has it. */
export interface Attachment extends GivenFile {
  id: string;
  workspace: string;
  request: string;
  /** The seq of the fact that it came with. */
  fact: number;
  side: Side;
  author: PersonId;
  /** The message that it was posted with; null if it came through a window. */
  message: { channel: string; ts: string } | null;
  /** Whether the other side is to have it. */
  shared: boolean;
  leftBehind: LeftBehind | null;
  /** Slack's id of the app's own upload for the other side; null while there is none. */
  copy: string | null;
  /** SHA-256 of the bytes that crossed, in hex. */
  checksum: string | null;
}

export interface AttachmentReading {
  attachment(id: string): Promise<Attachment | null>;
  /** Of a request, oldest first. */
  attachments(request: string): Promise<Attachment[]>;
  /** Those that came from one file of Slack's. */
  attachmentsFrom(workspace: string, source: string): Promise<Attachment[]>;
}

export interface AttachmentWriting {
  addAttachments(attachments: readonly Attachment[]): Promise<void>;
  /** Whether it is to cross; its copy is left as it is. */
  saveCrossing(attachment: Pick<Attachment, 'id' | 'shared' | 'leftBehind'>): Promise<void>;
  /** Puts the upload `copy` in the place of `was`; false if by now another stands there. */
  recordCopy(
    id: string,
    change: { was: string | null; copy: string | null; checksum: string | null },
  ): Promise<boolean>;
}

/** What can be seen of a request's files: IT's own stay with IT. */
export function visibleFiles(attachments: readonly Attachment[]): Attachment[] {
  return attachments.filter(
    ({ side, shared, leftBehind }) => leftBehind !== 'deleted' && (side === 'marketing' || shared),
  );
}
