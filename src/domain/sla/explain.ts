import type { RequestEvent } from '../request/events.ts';
import type { Request } from '../request/request.ts';
import type { Instant } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { type Reading, readClock } from './clocks.ts';
import { coursesOf } from './commitments.ts';
import { type Course, promiseClock } from './course.ts';
import { countedStretches } from './elapsed.ts';
import { normalised, type Stretch } from './interval.ts';
import { ballMoves } from './ledger.ts';
import type { Policies } from './policy.ts';

export interface ExplainedPause {
  from: Instant;
  /** Null while it lasts. */
  to: Instant | null;
  /** What took the ball away, and what brought it back. */
  stoppedBy: RequestEvent['type'] | null;
  resumedBy: RequestEvent['type'] | null;
}

/** A clock with everything that its figures are the sum of, to be checked by hand. */
export interface Explanation {
  course: Course;
  reading: Reading;
  /** By which the clock counts. */
  calendar: Calendar;
  /** The open hours that were counted, one by one. Their lengths add up to `reading.elapsed`. */
  windows: Stretch[];
  pauses: ExplainedPause[];
}

export function explain(
  identity: Pick<Request, 'id' | 'workspace'>,
  history: readonly RequestEvent[],
  policies: Policies,
  now: Instant,
): Explanation[] {
  const moves = ballMoves(identity, history);
  const moved = (at: Instant) => moves.findLast((move) => move.at === at)?.event.type ?? null;
  return coursesOf(identity, history, policies, now).map((course) => {
    const promise = promiseClock(course);
    const until = promise.stoppedAt ?? now;
    const { calendar } = course.terms.at(-1) ?? course.terms[0];
    return {
      course,
      calendar,
      reading: readClock(promise, now),
      windows: countedStretches(promise.start, until, calendar, promise.pauses),
      pauses: normalised(promise.pauses)
        .filter(({ from }) => from < until)
        .map(({ from, to }) => ({
          from,
          to: to <= until ? to : null,
          stoppedBy: moved(from),
          resumedBy: to <= until ? moved(to) : null,
        })),
    };
  });
}
