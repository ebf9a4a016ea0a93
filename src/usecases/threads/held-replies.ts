import type { PersonId } from '../../domain/person.ts';
import type { GivenFile } from '../../domain/request/given-file.ts';

/** What somebody wrote in their thread and what has not crossed, because it looks like a secret. */
export interface HeldReply {
  workspace: string;
  channel: string;
  ts: string;
  threadTs: string;
  author: PersonId;
  /** Themselves, and no body: nothing of them is kept once its author has decided. */
  words: string;
  files: GivenFile[];
}

export interface HeldReplyReading {
  heldReply(workspace: string, channel: string, ts: string): Promise<HeldReply | null>;
}

export interface HeldReplyWriting {
  /** Replaces what was held back of the same message. */
  holdReply(held: HeldReply): Promise<void>;
  /** False if nothing is held back there. */
  releaseReply(workspace: string, channel: string, ts: string): Promise<boolean>;
}
