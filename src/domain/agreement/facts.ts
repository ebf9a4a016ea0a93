import type { RequestEvent } from '../request/events.ts';
import type { OutcomeVerdict } from '../request/request.ts';
import type { Instant } from '../time.ts';

/** A stretch of time: from its first millisecond up to, not including, its end. */
export interface Period {
  from: Instant;
  to: Instant;
}

/** What agreeing and confirming came to in a period. Nothing in it is about one person. */
export interface AgreementFacts {
  /** Requests that ended as done in the period; a reopened one can end again. */
  closed: { confirmed: number; unconfirmed: number };
  /** Of the confirmed ones, those that were never sent back. */
  confirmedAtFirstDelivery: number;
  /** How often each criterion failed, by its words, the most frequent first. */
  failing: { criterion: string; times: number }[];
  /** From the acceptance to the signature under which work began, for each request that had to be agreed. */
  timesToAgree: number[];
  amendments: { proposed: number; signed: number; dropped: number };
  outcomes: Record<OutcomeVerdict, number> & { unanswered: number };
}

/** Adds up the histories of any number of requests. `texts` are the words of criteria by their ids. */
export function agreementFacts(
  histories: readonly (readonly RequestEvent[])[],
  texts: ReadonlyMap<string, string>,
  { from, to }: Period,
): AgreementFacts {
  const facts: AgreementFacts = {
    closed: { confirmed: 0, unconfirmed: 0 },
    confirmedAtFirstDelivery: 0,
    failing: [],
    timesToAgree: [],
    amendments: { proposed: 0, signed: 0, dropped: 0 },
    outcomes: { keep: 0, fix: 0, retire: 0, unanswered: 0 },
  };
  const failed = new Map<string, number>();
  const counts = (at: Instant) => from <= at && at < to;
  for (const history of histories) {
    addHistory(facts, history, counts);
    for (const id of history.filter(({ at }) => counts(at)).flatMap(failedIn)) {
      const text = texts.get(id);
      // Words that are no longer kept can't be told apart.
      if (text !== undefined) failed.set(text, (failed.get(text) ?? 0) + 1);
    }
  }
  facts.failing = [...failed]
    .map(([criterion, times]) => ({ criterion, times }))
    .sort((a, b) => b.times - a.times || a.criterion.localeCompare(b.criterion));
  return facts;
}

/** A share of a whole between 0 and 1; null where there is no whole. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function failedIn(event: RequestEvent): readonly string[] {
  return event.type === 'DeliveryRejected' || event.type === 'RequestReopened' ? event.failed : [];
}

function addHistory(
  facts: AgreementFacts,
  history: readonly RequestEvent[],
  counts: (at: Instant) => boolean,
): void {
  let acceptedAt: Instant | null = null;
  let works = false;
  let sentBack = false;
  let unanswered = false;
  for (const event of history) {
    const isCounted = counts(event.at);
    switch (event.type) {
      case 'RequestAccepted':
        acceptedAt = event.at;
        break;
      case 'WorkStarted':
        if (isCounted && acceptedAt !== null) facts.timesToAgree.push(event.at - acceptedAt);
        works = true;
        break;
      case 'DefinitionProposed':
        if (works && isCounted) facts.amendments.proposed += 1;
        break;
      case 'DefinitionSigned':
        if (works && isCounted) facts.amendments.signed += 1;
        break;
      case 'AmendmentDropped':
        if (isCounted) facts.amendments.dropped += 1;
        break;
      case 'DeliveryRejected':
      case 'RequestReopened':
        // A reopened request is delivered anew: its next delivery is a first one again.
        sentBack = event.type === 'DeliveryRejected';
        break;
      case 'DeliveryConfirmed':
        if (!isCounted) break;
        facts.closed.confirmed += 1;
        if (!sentBack) facts.confirmedAtFirstDelivery += 1;
        break;
      case 'ClosedUnconfirmed':
        if (isCounted) facts.closed.unconfirmed += 1;
        break;
      case 'OutcomeAsked':
        unanswered = isCounted;
        break;
      case 'OutcomeJudged':
        unanswered = false;
        if (isCounted) facts.outcomes[event.verdict] += 1;
        break;
      default:
        break;
    }
  }
  if (unanswered) facts.outcomes.unanswered += 1;
}
