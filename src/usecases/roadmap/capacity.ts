import type { PersonId } from '../../domain/person.ts';
import {
  type Capacity,
  capacityIn,
  loadOf,
  type MonthLoad,
  type SizeCounts,
  sameCounts,
} from '../../domain/roadmap/capacity.ts';
import { type Month, monthsFrom } from '../../domain/roadmap/month.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Desk } from '../desk.ts';
import type { Outcome } from '../outcome.ts';
import type { Reading } from '../ports.ts';
import { changePlans } from './change-plans.ts';

/** Work accepted by size against stated capacity, month by month. What was done in a month counts in it. */
export async function capacityReading(
  reading: Reading,
  workspace: string,
  { capacity }: Pick<Settings, 'capacity'>,
  { from, count }: { from: Month; count: number },
): Promise<MonthLoad[]> {
  const months = monthsFrom(from, count);
  const accepted = await reading.plannedSizes(workspace, { from, to: months.at(-1) ?? from });
  return loadOf(months, accepted, capacity);
}

/** What stands for a month, or for all that have nothing of their own. */
export function statedFor(capacity: Capacity, month: Month | null): SizeCounts | null {
  return month === null ? capacity.usual : capacityIn(capacity, month);
}

/** IT's lead says what IT can do in one month, or in every month that has no figures of its own. */
export async function stateCapacity(
  desk: Desk,
  order: {
    person: PersonId;
    cause: string;
    month: Month | null;
    seen: SizeCounts | null;
    counts: SizeCounts;
  },
): Promise<Outcome<'kept' | 'moved-on'>> {
  const { month, seen, counts } = order;
  return changePlans(desk, order, (settings) => {
    const { usual, months } = settings.capacity;
    if (!sameCounts(statedFor(settings.capacity, month), seen)) return 'moved-on';
    const capacity =
      month === null ? { usual: counts, months } : { usual, months: { ...months, [month]: counts } };
    return { ...settings, capacity };
  });
}
