import { type PersonId, userOf } from '../person.ts';
import { ballOf } from '../request/ball.ts';
import type { RequestEvent } from '../request/events.ts';
import { declineReasons, type Request } from '../request/request.ts';
import { requestKey } from '../request/request-key.ts';
import type { Commitment } from '../sla/commitment.ts';
import type { Instant } from '../time.ts';
import type { ExportRow, historyColumns, requestColumns } from './columns.ts';

type NameOf = (person: PersonId) => string | null;
type RowOf<Columns extends readonly string[]> = Record<Columns[number], ExportRow[string]>;

export function requestRow(
  request: Request,
  brief: { title: string; outcome: string | null },
  commitments: readonly Commitment[],
  nameOf: NameOf,
): RowOf<typeof requestColumns> {
  const { state, requester, author, assignee, agreement } = request;
  const ended = (debtor: Commitment['debtor'], verdict: Commitment['verdict']) =>
    commitments.filter((each) => each.debtor === debtor && each.verdict === verdict).length;
  const isClosed = ballOf(request) === null;
  return {
    ...{ key: requestKey(request.number), title: brief.title, kind: request.kind, status: state.status },
    waits_on: ballOf(request)?.party ?? null,
    ...{ priority: request.priority, impact: request.impact, urgency: request.urgency, size: request.size },
    ...{ requester: userOf(requester), requester_name: nameOf(requester), author: userOf(author) },
    assignee: assignee && userOf(assignee),
    assignee_name: assignee && nameOf(assignee),
    ...{ outcome: brief.outcome, needed_by: request.neededBy, agreed_date: agreement.inForce?.date ?? null },
    ...{ submitted_at: instant(request.submittedAt), changed_at: instant(request.changedAt) },
    closed_at: isClosed ? instant(state.status === 'done' ? state.closedAt : request.changedAt) : null,
    confirmed: state.status === 'done' ? state.confirmed : null,
    ...{ verdict: request.outcome?.verdict ?? null, rounds: request.cycle },
    ...{ it_kept: ended('it', 'met'), it_missed: ended('it', 'missed') },
    ...{ marketing_kept: ended('marketing', 'met'), marketing_missed: ended('marketing', 'missed') },
  };
}

/** A fact without the words that somebody typed: those stay with the request. */
export function historyRow(
  { number }: Pick<Request, 'number'>,
  event: RequestEvent,
  nameOf: NameOf,
): RowOf<typeof historyColumns> {
  const { seq, at, actor, side, type, cause: _, ...facts } = event;
  const details = Object.fromEntries(Object.entries(facts).filter(([name, value]) => isFigure(name, value)));
  return {
    ...{ key: requestKey(number), seq, at: instant(at), fact: type, side },
    ...{ actor: actor && userOf(actor), actor_name: actor && nameOf(actor) },
    details: Object.keys(details).length === 0 ? null : JSON.stringify(details),
  };
}

/** What of a fact is no word that somebody typed; what is not named here stays where it is. */
const figures = new Set([
  ...['number', 'kind', 'headsUp', 'impact', 'urgency', 'priority', 'size', 'neededBy', 'date', 'reviewOn'],
  ...[
    'requester',
    'author',
    'to',
    'by',
    'into',
    'from',
    'version',
    'nudge',
    'verdict',
    'partlyLive',
    'shared',
  ],
]);

function isFigure(name: string, value: unknown): boolean {
  if (name === 'reason') return declineReasons.some((reason) => reason === value);
  return figures.has(name);
}

function instant(at: Instant): string {
  return new Date(at).toISOString();
}
