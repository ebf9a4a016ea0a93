import { z } from 'zod';
import { daysAfter } from '../day.ts';
import type { LocalDate } from '../time.ts';

/** Days, both included, on which something is left as it is. */
const freezeSchema = z.strictObject({
  id: z.string().min(1).max(64),
  /** 1 when it is recorded; each change adds one. */
  revision: z.int().positive(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** What is frozen, such as the shop and its checkout. */
  what: z.string().trim().min(1).max(150),
  why: z.string().trim().min(1).max(300),
});

export type Freeze = z.infer<typeof freezeSchema>;

export const mostFreezes = 50;
export const freezesSchema = z.array(freezeSchema).max(mostFreezes);

interface Stretch {
  from: LocalDate;
  to: LocalDate;
}

/** Those that touch these days, the earliest first. */
export function freezesWithin(freezes: readonly Freeze[], { from, to }: Stretch): Freeze[] {
  return freezes
    .filter((freeze) => freeze.from <= to && freeze.to >= from)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

export interface FreezeWarning {
  freeze: Freeze;
  /** Whether the day itself lies in it, or only the days on which the work would likely be done. */
  hits: 'date' | 'work';
}

/** Nobody knows how long it takes before IT has looked at it: two weeks is the size that most requests have. */
const likelyDays = 14;

/**
 * What stands in the way of having something by a day: a freeze on the day itself, or in the two weeks before it.
 * Without a day, the work is thought to begin now.
 */
export function freezeWarnings(
  freezes: readonly Freeze[],
  date: LocalDate | null,
  today: LocalDate,
): FreezeWarning[] {
  const to = date ?? daysAfter(today, likelyDays);
  const earliest = daysAfter(to, -likelyDays);
  const work = { from: earliest < today ? today : earliest, to };
  return freezesWithin(freezes, work).map((freeze) => ({
    freeze,
    hits: date !== null && freeze.from <= date && date <= freeze.to ? 'date' : 'work',
  }));
}
