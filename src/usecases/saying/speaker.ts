import type { DigestLocation } from '../digest/digests.ts';
import type { MessageLocation } from '../records.ts';
import type { OutboxEntry } from './outbox.ts';

/** How long a message that Slack took can stay invisible: no sooner is a doubtful one looked for. */
export const graceMs = 3000;

/** Says outbox entries in Slack. It never throws for what Slack answers; a throw is a bug. */
export interface Speaker {
  /** Says the entry, with the claim that is on it, as things stand now. */
  say(entry: OutboxEntry): Promise<Said>;
  /** Looks for a message that an earlier attempt of this entry may have left. */
  find(entry: OutboxEntry): Promise<Found>;
}

export type Said =
  /** `location` is where a new message stands; null where nothing was posted. */
  | { result: 'said'; location: MessageLocation | DigestLocation | null }
  /** Slack may have done it. */
  | { result: 'unknown'; error: string }
  /** Slack did not do it; `afterMs` if it said when to come back. */
  | { result: 'later'; afterMs: number | null; error: string }
  /** Slack takes nothing at all from us as things are. */
  | { result: 'barred'; afterMs: number; error: string }
  /** It cannot be said as things are. */
  | { result: 'dead'; reason: string };

export type Found =
  /** `revision` is what the message shows; no location where what was said cannot be found again and must do. */
  | { result: 'found'; location: MessageLocation | DigestLocation | null; revision: number }
  | { result: 'absent' }
  | { result: 'later'; afterMs: number | null; error: string };
