import { daysUntil, localDay } from '../day.ts';
import type { Brief } from '../request/brief.ts';
import type { Figures } from './figures.ts';
import { type Span, within } from './schedule.ts';
import { Listing, type Tally } from './tally.ts';

/** Whether IT was asked about a new tool before something was signed, which is when its word can still help. */
export function contractTally(week: Span, zone: string): Tally<Figures['contract']> {
  const listings = { before: new Listing(), after: new Listing(), unknown: new Listing() };
  const daysAhead: number[] = [];
  return {
    add({ request, brief }) {
      const { kind, number, submittedAt, neededBy } = request;
      if (kind !== 'tool' || !within(week, submittedAt)) return;
      const when = askedWhen(brief);
      listings[when].add({ request: number });
      if (when === 'before' && neededBy !== null) {
        daysAhead.push(daysUntil(neededBy, localDay(submittedAt, zone)));
      }
    },
    figure: () => ({
      before: listings.before.figure(),
      after: listings.after.figure(),
      unknown: listings.unknown.figure(),
      daysAhead: daysAhead.toSorted((a, b) => a - b),
    }),
  };
}

/** A signature counts more than where somebody says to be: what is signed is signed, and what is bought is bought. */
function askedWhen(brief: Brief | null): 'before' | 'after' | 'unknown' {
  const { contract, where } = brief?.details ?? {};
  if (contract === 'signed' || where === 'bought') return 'after';
  return contract === undefined && where === undefined ? 'unknown' : 'before';
}

/** The middle of an ascending list; of an even number the lower of the two. Null of none. */
export function median(ascending: readonly number[]): number | null {
  return ascending[Math.floor((ascending.length - 1) / 2)] ?? null;
}
