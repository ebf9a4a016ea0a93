import type { Instant } from '../time.ts';
import type { PromiseClock, Term } from './clocks.ts';
import type { ClockKind, Debtor } from './commitment.ts';
import { type Stretch, without } from './interval.ts';

/** Why a term took the place of the one before: an event (by its seq), new settings (by their version), a new date. */
export type TermCause = { event: number } | { settings: number } | 'agreed-date' | null;

/** What is promised from an instant on, and why it is that; the first term of a clock needs no reason. */
export interface CourseTerm extends Term {
  because: TermCause;
}

/** A clock as the history tells it: when it began, while whom it ran, how it ended. */
export interface Course {
  clock: ClockKind;
  round: number;
  debtor: Debtor;
  startedAt: Instant;
  /** An obligation runs whoever holds the ball; the others stand while the ball is elsewhere. */
  obligation: boolean;
  running: Stretch[];
  runsSince: Instant | null;
  end: { at: Instant; met: boolean } | null;
  terms: [CourseTerm, ...CourseTerm[]];
}

/** The clock to be read: it stands whenever the one who owes it does not hold the ball. */
export function promiseClock({ startedAt, running, runsSince, end, terms }: Course): PromiseClock {
  const stretches =
    runsSince === null ? running : [...running, { from: runsSince, to: Number.POSITIVE_INFINITY }];
  return {
    start: startedAt,
    terms,
    pauses: without(stretches, startedAt, Number.POSITIVE_INFINITY),
    stoppedAt: end?.at,
  };
}
