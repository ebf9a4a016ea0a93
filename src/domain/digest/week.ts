import type { Policies } from '../sla/policy.ts';
import type { LocalDate } from '../time.ts';
import { contractTally } from './contract.ts';
import { deliveryTally } from './delivery.ts';
import type { Figures } from './figures.ts';
import { acceptedTally, doneTally, flowTally } from './flow.ts';
import { datesTally, openTally } from './open.ts';
import { promisesTally } from './promises.ts';
import type { Slot } from './schedule.ts';
import type { RequestFacts } from './tally.ts';
import { timeTally } from './time.ts';

export interface WeekTally {
  /** Each request once, whatever the order. */
  add(facts: RequestFacts): void;
  figures(others: Pick<Figures, 'renewals' | 'launches' | 'load' | 'pulse'>): Figures;
}

/** All the figures of a week: its parts know nothing of each other. */
export function weekTally(
  week: Pick<Slot, 'from' | 'to' | 'before'>,
  { zone, today, policies }: { zone: string; today: LocalDate; policies: Policies },
): WeekTally {
  const parts = {
    promises: promisesTally(week, week.before),
    time: timeTally(week, policies),
    flow: flowTally(week),
    done: doneTally(week),
    open: openTally(),
    delivery: deliveryTally(week),
    contract: contractTally(week, zone),
    accepted: acceptedTally(week),
    dates: datesTally(today),
  };
  const tallies = Object.values(parts);
  return {
    add(facts) {
      for (const tally of tallies) tally.add(facts);
    },
    figures: (others) => ({
      promises: parts.promises.figure(),
      time: parts.time.figure(),
      flow: parts.flow.figure(),
      done: parts.done.figure(),
      open: parts.open.figure(),
      delivery: parts.delivery.figure(),
      contract: parts.contract.figure(),
      accepted: parts.accepted.figure(),
      dates: parts.dates.figure(),
      ...others,
    }),
  };
}
