import type { Figures } from './figures.ts';
import { type Span, within } from './schedule.ts';
import { Listing, Ranking, type Tally } from './tally.ts';

/** What came in, and what ended without having been done. */
export function flowTally(week: Span): Tally<Figures['flow']> {
  const [asked, declined, withdrawn] = [new Listing(), new Listing(), new Listing()];
  return {
    add({ request: { number }, history }) {
      for (const { type, at } of history) {
        if (!within(week, at)) continue;
        if (type === 'RequestSubmitted') asked.add({ request: number });
        else if (type === 'RequestDeclined') declined.add({ request: number });
        else if (type === 'RequestWithdrawn') withdrawn.add({ request: number });
      }
    },
    figure: () => ({ asked: asked.figure(), declined: declined.figure(), withdrawn: withdrawn.figure() }),
  };
}

/** What ended as done, whether or not marketing said so. A reopened request can end again. */
export function doneTally(week: Span): Tally<Figures['done']> {
  const [confirmed, unconfirmed] = [new Ranking(), new Ranking()];
  return {
    add({ request: { number, priority }, history }) {
      for (const { type, at } of history) {
        if (!within(week, at)) continue;
        // Priority one is the highest.
        if (type === 'DeliveryConfirmed') confirmed.add({ request: number }, -priority);
        else if (type === 'ClosedUnconfirmed') unconfirmed.add({ request: number }, -priority);
      }
    },
    figure: () => ({ confirmed: confirmed.figure(), unconfirmed: unconfirmed.figure() }),
  };
}

/** How much IT took on, by size. */
export function acceptedTally(week: Span): Tally<Figures['accepted']> {
  const sizes = { S: new Listing(), M: new Listing(), L: new Listing() };
  return {
    add({ request: { number }, history }) {
      for (const event of history) {
        if (event.type === 'RequestAccepted' && within(week, event.at))
          sizes[event.size].add({ request: number });
      }
    },
    figure: () => ({ S: sizes.S.figure(), M: sizes.M.figure(), L: sizes.L.figure() }),
  };
}
