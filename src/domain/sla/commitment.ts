import type { Side } from '../person.ts';
import type { Instant } from '../time.ts';

/** The clocks of a request's life, in the order in which they can start. */
export const clockKinds = [
  'first-response',
  'decision',
  'answer',
  'agreement',
  'ruling',
  'delivery',
  'acceptance',
  'check',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Who owes it: a side, or somebody else who is waited for. */
export type Debtor = Side | 'check-owner' | 'third-party';

/** One thing owed to the other side by a time: what a card promises and the digest counts. */
export interface Commitment {
  clock: ClockKind;
  /** 1 for the first of its kind on this request; a new question, say, starts a new one. */
  round: number;
  debtor: Debtor;
  startedAt: Instant;
  /** Working milliseconds; null where there is no target. */
  budget: number | null;
  /** Null without a target, and while the clock stands because somebody else holds the ball. */
  dueAt: Instant | null;
  /** When it was met or became pointless; null while it is owed. */
  endedAt: Instant | null;
  verdict: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
}
