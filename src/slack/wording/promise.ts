import { budgetInWords } from '../../domain/sla/business-time.ts';
import type { ClockKind, Commitment } from '../../domain/sla/commitment.ts';
import { calendarOf } from '../../domain/sla/party-calendar.ts';
import type { Instant } from '../../domain/time.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { moment } from '../kit/date.ts';
import { mention } from '../kit/mention.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { checkOfClock, theCheck } from './checks.ts';
import type { Reader } from './reader.ts';

/** What is owed and by when, or what of it is about one check: one line each, the earliest first. None while nothing runs. */
export function promisesOf(
  view: RequestView,
  reader: Reader,
  now: Instant,
  only: { check?: string } = {},
): string[] {
  return view.commitments
    .filter(
      ({ clock, round }) =>
        only.check === undefined || (clock === 'check' && checkOfClock(view, round).name === only.check),
    )
    .flatMap((commitment) =>
      commitment.endedAt === null && commitment.dueAt !== null
        ? [{ commitment, dueAt: commitment.dueAt }]
        : [],
    )
    .sort((a, b) => a.dueAt - b.dueAt)
    .map(({ commitment, dueAt }) => promiseLine(commitment, dueAt, view, reader, now));
}

/** "IT decides by Tue 14:00 · 2 working days", or "A decision was due …". */
export function promiseLine(
  commitment: Commitment,
  dueAt: Instant,
  view: RequestView,
  reader: Reader,
  now: Instant,
): string {
  const { before, after } = promiseInWords(commitment, view, reader);
  const line = now > dueAt ? `${after} was ${moment(dueAt, 'due')}` : `${before} ${moment(dueAt, 'by')}`;
  const change = commitment.byChange ? ', late only since the terms were changed' : '';
  return `${line}${budgetOf(commitment, view)}${change}`;
}

/** How a promise reads before its time and after it. Being late is said as a fact, not as a fault. */
function promiseInWords(
  { clock, debtor, round }: Commitment,
  view: RequestView,
  reader: Reader,
): { before: string; after: string } {
  const { request } = view;
  if (clock === 'check') return checkInWords(checkOfClock(view, round), reader);
  const isReaders = debtor === 'marketing' && reader.side === 'marketing';
  const debtorName = debtor === 'marketing' ? mention(request.requester) : 'IT';
  const { please, does, noun } = deeds[clock];
  return isReaders
    ? { before: `Please ${please}`, after: `Please ${please}; it` }
    : { before: `${debtorName} ${does}`, after: noun };
}

function checkInWords({ name, owner }: ReturnType<typeof checkOfClock>, { person }: Reader) {
  const check = name === null ? 'the check' : theCheck(name);
  const who =
    owner === null ? 'Its owner decides' : owner === person ? 'You decide' : `${mention(owner)} decides`;
  return { before: `${who} about ${check}`, after: sentenceCase(check) };
}

export const deeds: Record<ClockKind, { please: string; does: string; noun: string }> = {
  'first-response': { please: 'reply', does: 'replies', noun: 'A first reply' },
  decision: { please: 'decide', does: 'decides', noun: 'A decision' },
  answer: { please: 'answer', does: 'answers', noun: 'An answer' },
  agreement: {
    please: 'agree or suggest a change',
    does: 'agrees or suggests a change',
    noun: 'A yes, or a change,',
  },
  ruling: { please: 'decide', does: 'decides about the objection', noun: 'A decision about the objection' },
  delivery: { please: 'deliver', does: 'delivers', noun: 'Delivery' },
  acceptance: { please: 'check it', does: 'checks it', noun: 'The check' },
  check: { please: 'decide', does: 'decides about the check', noun: 'The check' },
};

function budgetOf({ clock, budget, debtor }: Commitment, { settings }: RequestView): string {
  if (budget === null) return '';
  // It was agreed as a date: what that is worth in working hours is for `explain`.
  if (clock === 'delivery') return ' · as agreed';
  return ` · ${budgetInWords(budget, calendarOf(debtor, settings.hours))}`;
}
