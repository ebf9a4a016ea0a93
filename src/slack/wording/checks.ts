import { type Check, nextOwner } from '../../domain/checks/check.ts';
import { checkRounds, firstPending } from '../../domain/checks/standing.ts';
import type { Side } from '../../domain/person.ts';
import { ballOf } from '../../domain/request/ball.ts';
import type { Request } from '../../domain/request/request.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import type { Reader } from './reader.ts';

/** "the security check" */
export function theCheck(name: string): string {
  return `the ${inline(name, ours.name)} check`;
}

export function sideInWords(side: Side, reader: Pick<Reader, 'side'>): string {
  if (side === 'it') return 'IT';
  return reader.side === 'marketing' ? 'you' : 'marketing';
}

/** The check that the request waits for at present, whoever has to do something about it; null if for none. */
export function checkWaitedFor(request: Request): Check | null {
  const { status } = request.state;
  const check = firstPending(request.checks, status === 'in-progress' ? undefined : 'accepting');
  if (!check || (status !== 'new' && status !== 'in-progress' && status !== 'checking')) return null;
  const ball = ballOf(request);
  return ball?.party === 'it' && check.standing.is === 'open' ? null : check;
}

/** Which check a clock is about, and who has to decide about it. */
export function checkOfClock({ request, history }: RequestView, round: number) {
  const name = checkRounds(history)[round - 1];
  const check = request.checks.find((each) => each.name === name);
  return { name: name ?? null, owner: check ? nextOwner(check, request) : null };
}
