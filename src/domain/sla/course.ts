import type { Ball } from '../request/ball.ts';
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
  /** Which check it is about, if it is about one. */
  check: string | null;
  running: Stretch[];
  runsSince: Instant | null;
  /** `settledAt`: from then on nothing changes it any more. */
  end: { at: Instant; settledAt: Instant; met: boolean } | null;
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

/** Starts or stops it, as the one who owes it takes or loses the ball. */
export function passBall(course: Course, ball: Ball | null, at: Instant): void {
  if (course.end || course.obligation) return;
  const holds = ball?.party === course.debtor;
  if (holds && course.runsSince === null) course.runsSince = at;
  if (!holds) stand(course, at);
}

function stand(course: Course, at: Instant): void {
  if (course.runsSince === null) return;
  course.running.push({ from: course.runsSince, to: at });
  course.runsSince = null;
}

export function end(course: Course, at: Instant, met: boolean, settledAt = at): void {
  if (course.end) return;
  stand(course, at);
  course.end = { at, settledAt, met };
}
