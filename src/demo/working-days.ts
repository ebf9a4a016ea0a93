import { officeHours } from '../domain/sla/calendar.ts';
import { dueAt } from '../domain/sla/due.ts';
import type { LocalDate } from '../domain/time.ts';

/** Where the demo's weeks are lived. */
export const demoZone = 'Europe/Berlin';
const office = officeHours(demoZone);
const hour = 60 * 60 * 1000;
const inZone = new Intl.DateTimeFormat('sv-SE', { timeZone: demoZone });

/** The instant after so many working hours. */
export function workingHoursAfter(start: number, hours: number): number {
  const due = dueAt(start, hours * hour, office);
  if (due.kind !== 'due') throw new Error(`office hours never end: ${due.kind}`);
  return due.at;
}

/** The date so many calendar days later; never a weekend. */
export function dayAfter(instant: number, days: number): LocalDate {
  const date = new Date(instant + days * 24 * hour);
  const weekend = { Sat: 2, Sun: 1 }[weekdayOf(date)] ?? 0;
  return inZone.format(date.getTime() + weekend * 24 * hour);
}

function weekdayOf(date: Date): string {
  return date.toLocaleDateString('en-US', { timeZone: demoZone, weekday: 'short' });
}
