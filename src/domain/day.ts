import { tz } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getISOWeekYear } from 'date-fns/getISOWeekYear';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { instantOfLocal, offsetAt } from './sla/zone.ts';
import type { Instant, LocalDate } from './time.ts';

/** A day has no zone; UTC, where every day has 24 hours, is only where it is counted. */
const counted = { in: tz('UTC') };

/** Which day it is in a zone. */
export function localDay(instant: Instant, zone: string): LocalDate {
  return new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 10);
}

/** When a day begins in a zone: at midnight, or at the first instant after it where midnight is skipped. */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return instantOfLocal(zone, midnight(date).getTime()).instant;
}

export function daysAfter(date: LocalDate, days: number): LocalDate {
  return dayOf(addDays(midnight(date), days, counted));
}

/** Whole days from one day to another; negative if it has passed. */
export function daysUntil(date: LocalDate, today: LocalDate): number {
  return differenceInCalendarDays(midnight(date), midnight(today), counted);
}

/** The Monday of a day's week. */
export function mondayOf(date: LocalDate): LocalDate {
  return dayOf(startOfISOWeek(midnight(date), counted));
}

/** The ISO 8601 week of a day, `2026-W09`: weeks begin on Monday, the first of a year has its first Thursday. */
export function isoWeek(date: LocalDate): string {
  const week = String(getISOWeek(midnight(date), counted)).padStart(2, '0');
  return `${getISOWeekYear(midnight(date), counted)}-W${week}`;
}

function midnight(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function dayOf(date: Date): LocalDate {
  return new Date(date.getTime()).toISOString().slice(0, 10);
}
