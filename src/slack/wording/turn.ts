import { assertNever } from '../../domain/assert-never.ts';
import type { Side } from '../../domain/person.ts';
import { ballOf } from '../../domain/request/ball.ts';
import type { DeclineReason, EndState, Request } from '../../domain/request/request.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { checkWaitedFor, theCheck } from './checks.ts';
import type { Reader } from './reader.ts';

/** Where a request is, in the words people know: never a state's name. */
export function placeOf({ request }: Pick<RequestView, 'request'>, reader: Pick<Reader, 'side'>): string {
  const { state } = request;
  if (checkWaitedFor(request)) return withHolder(request, reader);
  switch (state.status) {
    case 'new':
    case 'checking':
      return 'With IT';
    case 'needs-info':
    case 'countered':
      return withSide('marketing', reader);
    case 'agreeing':
      return withSide(state.missing, reader);
    case 'in-progress':
      return 'Being worked on';
    case 'on-hold':
      return state.waitsFor.party === 'third-party'
        ? `With ${inline(state.waitsFor.name, ours.name)}`
        : withSide(state.waitsFor.party, reader);
    case 'delivered':
      return reader.side === 'marketing' ? 'Ready for you to check' : 'Ready for marketing to check';
    case 'contested':
      return 'With IT’s lead';
    case 'done':
    case 'declined':
    case 'noted':
    case 'withdrawn':
    case 'merged':
      return 'Closed';
    default:
      return assertNever(state);
  }
}

/** A check has an owner, and what its owner wants changed is owed by a side. */
function withHolder(request: Request, reader: Pick<Reader, 'side'>): string {
  const ball = ballOf(request);
  if (ball?.party === 'check-owner') return `With ${mention(ball.owner)}`;
  return withSide(ball?.party === 'marketing' ? 'marketing' : 'it', reader);
}

function withSide(side: Side, reader: Pick<Reader, 'side'>): string {
  if (side === 'it') return 'With IT';
  return reader.side === 'marketing' ? 'With you' : 'With marketing';
}

/** What is waited for there, in half a sentence. */
export function taskOf({ request, settings }: RequestView, reader: Reader): string {
  const { state, headsUp, assignee } = request;
  const isTheirs = reader.side === 'marketing';
  const check = checkWaitedFor(request);
  if (check) {
    return check.standing.is === 'open'
      ? `for ${theCheck(check.name)}`
      : `${theCheck(check.name)} wants something changed`;
  }
  switch (state.status) {
    case 'new':
      if (headsUp) return 'a heads-up: nothing is asked yet';
      return assignee ? `${mention(assignee)} has it and decides next` : 'waiting for someone to take it';
    case 'needs-info':
      return 'a question waits for an answer';
    case 'countered':
      return 'another way was suggested: take it, or keep the request';
    case 'agreeing':
      return 'to agree on what “done” means';
    case 'in-progress':
      return assignee ? `by ${mention(assignee)}` : 'by IT';
    case 'on-hold':
      return `on hold, looked at again on ${day(state.reviewOn)}`;
    case 'checking':
      return 'for a check';
    case 'delivered':
      return isTheirs ? 'say “All good” or “Not yet”' : 'they say “All good” or “Not yet”';
    case 'contested':
      return settings.leads.it
        ? `${mention(settings.leads.it)} looks at the decision once more`
        : 'to look at the decision once more';
    case 'done':
    case 'declined':
    case 'noted':
    case 'withdrawn':
    case 'merged':
      return endInWords(state);
    default:
      return assertNever(state);
  }
}

/** How a request ended, in half a sentence. */
export function endInWords(state: EndState): string {
  switch (state.status) {
    case 'done':
      return state.confirmed ? 'done and confirmed' : 'done, not confirmed';
    case 'declined':
      return `declined: ${declineReasonInWords[state.reason]}`;
    case 'noted':
      return 'noted';
    case 'withdrawn':
      return 'withdrawn';
    case 'merged':
      return 'part of another request now';
    default:
      return assertNever(state);
  }
}

export const declineReasonInWords: Record<DeclineReason, string> = {
  'already-have-it': 'we already have something for this',
  'not-secure': 'it is not safe enough',
  'not-now': 'not now',
  'not-ours': 'it is not for IT to do',
  'too-costly': 'it costs more than it brings',
  other: 'another reason',
};
