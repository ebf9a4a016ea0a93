import type { LocalDate } from '../time.ts';
import type { Freeze } from './freeze.ts';
import type { Launch } from './launch.ts';
import { type Month, monthAfter, monthOf } from './month.ts';
import type { Doing, Plan } from './plan.ts';

export type Horizon = 'now' | 'next' | 'later';

/** What stands on the roadmap, on a day or without one. */
export type Entry =
  | { what: 'plan'; on: LocalDate | null; plan: Plan; isLate: boolean }
  | { what: 'launch'; on: LocalDate; launch: Launch }
  | { what: 'freeze'; on: LocalDate; freeze: Freeze };

export interface RoadmapMonth {
  /** Null for what has no day yet; it stands last. */
  month: Month | null;
  horizon: Horizon;
  entries: Entry[];
}

export interface Known {
  plans: readonly Plan[];
  launches: readonly Launch[];
  freezes: readonly Freeze[];
}

/** This month is now, the three after it come next. */
const nextMonths = 3;

export function horizonOf(month: Month | null, thisMonth: Month): Horizon {
  if (month === null) return 'later';
  if (month <= thisMonth) return 'now';
  return month <= monthAfter(thisMonth, nextMonths) ? 'next' : 'later';
}

/**
 * Everything in the order of its day; what has none stands last. What should have happened before today is late, and
 * stands first. Of one doing alone, where that is asked for; launches and freezes stand between in any case.
 */
export function entriesOf(
  { plans, launches, freezes }: Known,
  today: LocalDate,
  doing: Doing | null = null,
): Entry[] {
  const entries: Entry[] = [
    ...freezes
      .filter(({ to }) => to >= today)
      .map((freeze): Entry => ({ what: 'freeze', on: later(freeze.from, today), freeze })),
    ...launches
      .filter(({ date, cancelled }) => date >= today && !cancelled)
      .map((launch): Entry => ({ what: 'launch', on: launch.date, launch })),
    ...plans
      .filter((plan) => doing === null || plan.doing === doing)
      .map((plan): Entry => {
        const isLate = plan.on !== null && plan.on < today;
        return { what: 'plan', on: plan.on, plan, isLate };
      }),
  ];
  // Text sorts as days do, and nothing sorts behind every day.
  return entries.toSorted((a, b) => compare(a.on ?? '9', b.on ?? '9'));
}

/** Entries by their months; late ones stand in this month. */
export function byMonth(entries: readonly Entry[], today: LocalDate): RoadmapMonth[] {
  const thisMonth = monthOf(today);
  const months: RoadmapMonth[] = [];
  for (const entry of entries) {
    const month = entry.on === null ? null : monthOf(later(entry.on, today));
    const last = months.at(-1);
    if (last && last.month === month) last.entries.push(entry);
    else months.push({ month, horizon: horizonOf(month, thisMonth), entries: [entry] });
  }
  return months;
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
