import { type Ball, ballOf } from '../request/ball.ts';
import type { RequestEvent } from '../request/events.ts';
import { evolve, replay } from '../request/evolve.ts';
import type { Request } from '../request/request.ts';
import type { Instant } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { elapsed } from './elapsed.ts';
import { calendarOf } from './party-calendar.ts';
import { type Policies, policyVersionAt } from './policy.ts';

/** From `at` on the request is with this party, or closed; the event brought it there. */
export interface BallMove {
  at: Instant;
  event: RequestEvent;
  ball: Ball | null;
}

/** Every change of hands, from the submission on. */
export function ballMoves(
  identity: Pick<Request, 'id' | 'workspace'>,
  history: readonly RequestEvent[],
): BallMove[] {
  const [first, ...later] = history;
  if (!first) return [];
  let request = replay(identity, [first]);
  const moves: BallMove[] = [{ at: first.at, event: first, ball: ballOf(request) }];
  for (const event of later) {
    request = evolve(request, event);
    const ball = ballOf(request);
    if (holderKey(ball) !== holderKey(moves.at(-1)?.ball ?? null)) moves.push({ at: event.at, event, ball });
  }
  return moves;
}

/** Working time that a party held the request, in that party's calendar. */
export interface Charge {
  holder: Ball;
  time: number;
  /** To say it in days: the party's calendar today. */
  calendar: Calendar;
}

/**
 * Where the time went. Each party is charged for every moment that it held the request, by the hours in force then;
 * time that it stood closed counts for nobody. Third parties are counted in IT's hours, and owners of checks too
 * where the settings name none for them.
 */
export function timeCharged(moves: readonly BallMove[], policies: Policies, now: Instant): Charge[] {
  const charges = new Map<string, Charge>();
  for (const [index, { at, ball }] of moves.entries()) {
    if (!ball) continue;
    const until = moves[index + 1]?.at ?? Math.max(now, at);
    const key = holderKey(ball);
    const charge = charges.get(key) ?? { holder: ball, time: 0, calendar: calendarAt(ball, policies, now) };
    charge.time += workingTime(ball, policies, at, until);
    charges.set(key, charge);
  }
  return [...charges.values()];
}

/** The same within a stretch of time only, such as a week. */
export function timeChargedWithin(
  moves: readonly BallMove[],
  policies: Policies,
  { from, to }: { from: Instant; to: Instant },
): Charge[] {
  const within: BallMove[] = moves.flatMap((move, index) => {
    const until = moves[index + 1]?.at ?? to;
    return move.at < to && until > from ? [{ ...move, at: Math.max(move.at, from) }] : [];
  });
  return timeCharged(within, policies, to);
}

function workingTime(ball: Ball, policies: Policies, from: Instant, to: Instant): number {
  const changes = policies.map((version) => version.from).filter((at) => at > from && at < to);
  const edges = [from, ...changes, to];
  return edges
    .slice(1)
    .reduce(
      (sum, edge, index) =>
        sum + elapsed(edges[index] ?? edge, edge, calendarAt(ball, policies, edges[index] ?? edge)),
      0,
    );
}

function calendarAt({ party }: Ball, policies: Policies, at: Instant): Calendar {
  return calendarOf(party, policyVersionAt(policies, at).settings.hours);
}

/** IT and its lead are one party here. */
function holderKey(ball: Ball | null): string {
  if (!ball) return '';
  const { party } = ball;
  if (party === 'third-party') return `${party} ${ball.name}`;
  return party === 'check-owner' ? `${party} ${ball.owner}` : party;
}
