import { daysAfter, startOfDay } from '../day.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { Calendar } from './calendar.ts';
import { horizon } from './due.ts';
import { elapsed } from './elapsed.ts';

export type DateBudget =
  | { kind: 'budget'; budget: number }
  | { kind: 'refused'; reason: 'no-working-time-left' | 'over-five-years-ahead' };

/**
 * What an agreed date is worth when it is signed: the working milliseconds from then to the last closing on or before
 * that local date ('YYYY-MM-DD').
 */
export function budgetUntilDate(signedAt: Instant, date: LocalDate, calendar: Calendar): DateBudget {
  // Nothing is open between the last closing and the end of the date, so both give the same sum.
  const instant = startOfDay(daysAfter(date, 1), calendar.zone);
  if (instant - signedAt > horizon) return { kind: 'refused', reason: 'over-five-years-ahead' };
  const budget = elapsed(signedAt, instant, calendar);
  return budget > 0 ? { kind: 'budget', budget } : { kind: 'refused', reason: 'no-working-time-left' };
}
