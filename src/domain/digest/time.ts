import { timeChargedWithin } from '../sla/ledger.ts';
import type { Policies } from '../sla/policy.ts';
import { type Figures, type Party, parties } from './figures.ts';
import type { Span } from './schedule.ts';
import { Ranking, type Tally } from './tally.ts';

/** With whom the week's working time was: the clock's own ledger, cut to the week. */
export function timeTally(week: Span, policies: Policies): Tally<Figures['time']> {
  const time = { it: 0, marketing: 0, 'third-party': 0, 'check-owner': 0 };
  const rankings = new Map<Party, Ranking>(parties.map((party) => [party, new Ranking()]));
  return {
    add({ request, moves }) {
      const charged = new Map<Party, number>();
      for (const { holder, time: spent } of timeChargedWithin(moves, policies, week)) {
        charged.set(holder.party, (charged.get(holder.party) ?? 0) + spent);
      }
      for (const [party, spent] of charged) {
        if (spent === 0) continue;
        time[party] += spent;
        rankings.get(party)?.add({ request: request.number }, spent);
      }
    },
    figure() {
      const of = (party: Party) => ({
        time: time[party],
        ...(rankings.get(party) ?? new Ranking()).figure(),
      });
      return {
        it: of('it'),
        marketing: of('marketing'),
        'third-party': of('third-party'),
        'check-owner': of('check-owner'),
      };
    },
  };
}
