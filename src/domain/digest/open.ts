import { daysAfter } from '../day.ts';
import { ballOf } from '../request/ball.ts';
import type { LocalDate } from '../time.ts';
import type { Figures, Party } from './figures.ts';
import { Listing, promiseKey, type Tally } from './tally.ts';

/** What is open as it stands now: late, or warned of, and whose turn it is. */
export function openTally(): Tally<Figures['open']> {
  let count = 0;
  const [overdue, atRisk] = [listings(), listings()];
  const contested = new Listing();
  return {
    add({ request, commitments, warned }) {
      const ball = ballOf(request);
      if (!ball) return;
      count += 1;
      const owed = commitments.filter(({ endedAt }) => endedAt === null);
      const row = { request: request.number };
      if (request.state.status === 'contested') contested.add(row);
      if (owed.some(({ verdict }) => verdict === 'missed')) overdue[ball.party].add(row);
      else if (owed.some((each) => warned.has(promiseKey(each)))) atRisk[ball.party].add(row);
    },
    figure: () => ({
      ...{ count, overdue: figuresOf(overdue), atRisk: figuresOf(atRisk) },
      contested: contested.figure(),
    }),
  };
}

export const daysLookedAhead = 14;
const datesKept = 100;

/** The days of the next two weeks, counted from `today`, that something open is promised for, wanted by or reviewed on. */
export function datesTally(today: LocalDate): Tally<Figures['dates']> {
  const until = daysAfter(today, daysLookedAhead);
  const dates: Figures['dates']['rows'] = [];
  return {
    add({ request }) {
      if (!ballOf(request)) return;
      const { number, state, agreement, neededBy } = request;
      const note = (on: LocalDate | null, what: Figures['dates']['rows'][number]['what']) => {
        if (on !== null && today <= on && on < until) dates.push({ on, what, request: number });
      };
      // What both agreed to takes the place of what was wished for.
      const promised = agreement.inForce?.date ?? null;
      note(promised, 'promised');
      if (promised === null) note(neededBy, 'wanted');
      if (state.status === 'on-hold') note(state.reviewOn, 'review');
    },
    figure() {
      dates.sort((a, b) => (a.on === b.on ? a.request - b.request : a.on < b.on ? -1 : 1));
      return { count: dates.length, rows: dates.slice(0, datesKept) };
    },
  };
}

function listings(): Record<Party, Listing> {
  return {
    it: new Listing(),
    marketing: new Listing(),
    'third-party': new Listing(),
    'check-owner': new Listing(),
  };
}

function figuresOf(by: Record<Party, Listing>): Figures['open']['overdue'] {
  return {
    it: by.it.figure(),
    marketing: by.marketing.figure(),
    'third-party': by['third-party'].figure(),
    'check-owner': by['check-owner'].figure(),
  };
}
