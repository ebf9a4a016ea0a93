import { agreementFacts } from '../agreement/facts.ts';
import type { Figures } from './figures.ts';
import type { Span } from './schedule.ts';
import { Listing, type Tally } from './tally.ts';

const noTexts: ReadonlyMap<string, string> = new Map();

/** Of what marketing confirmed in the week: right at the first delivery, or sent back before. */
export function deliveryTally(week: Span): Tally<Figures['delivery']> {
  const [confirmedAtFirst, sentBack] = [new Listing(), new Listing()];
  return {
    add({ request: { number }, history }) {
      const { closed, confirmedAtFirstDelivery } = agreementFacts([history], noTexts, week);
      for (let nth = 0; nth < closed.confirmed; nth += 1) {
        (nth < confirmedAtFirstDelivery ? confirmedAtFirst : sentBack).add({ request: number });
      }
    },
    figure: () => ({ confirmedAtFirst: confirmedAtFirst.figure(), sentBack: sentBack.figure() }),
  };
}
