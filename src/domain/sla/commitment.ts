import type { Side } from '../person.ts';
import type { Instant } from '../time.ts';
import type { AlertKind } from './alerts.ts';

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
  /**
   * When its verdict became final: a delivery's only with the end of its request, everything else's as it ends. Null
   * while it is owed. A figure that counts promises counts each at this instant, so that what was told never changes.
   */
  settledAt: Instant | null;
  verdict: 'running' | 'paused' | 'met' | 'missed' | 'cancelled';
  /** Missed only because a priority, a policy or a calendar was changed: it was in time until then. */
  byChange: boolean;
  /** When somebody is to be told next; null while there is nothing to tell. */
  nextAlertAt: Instant | null;
  /** The settings' version and the time-zone data that the figures come from; reckoned anew when either changes. */
  reckonedWith: string;
}

/** An alert is told once for each clock, whatever becomes of the clock afterwards. */
export interface ToldAlert {
  clock: ClockKind;
  round: number;
  kind: AlertKind;
  /** When it became true, which may be long before it was told. */
  at: Instant;
}
