import { assertNever } from '../assert-never.ts';
import type { Calendar } from './calendar.ts';
import { workingDay } from './working-hours.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What a policy promises, in working time; an amount of 0 promises nothing. */
export interface Target {
  amount: number;
  unit: 'minutes' | 'hours' | 'days';
}

/** The target in working milliseconds; a day is the calendar's usual working day, never 24 hours. */
export function budgetOf({ amount, unit }: Target, calendar: Calendar): number {
  switch (unit) {
    case 'minutes':
      return Math.round(amount * minute);
    case 'hours':
      return Math.round(amount * hour);
    case 'days':
      return Math.round(amount * workingDay(calendar));
    default:
      return assertNever(unit);
  }
}

/** "4 working hours", "1 working day". */
export function targetInWords({ amount, unit }: Target): string {
  return `${amount} working ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

/** "1 working day = 7.5 hours": which number a promise in days is counted with. */
export function workingDayInWords(calendar: Calendar): string {
  const hours = Math.round((workingDay(calendar) / hour) * 100) / 100;
  return `1 working day = ${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}

/** Working milliseconds as a promise reads: whole days if it is that, else hours, else minutes (rounded up). */
export function budgetInWords(budget: number, calendar: Calendar): string {
  const day = workingDay(calendar);
  if (budget > 0 && budget % day === 0) return targetInWords({ amount: budget / day, unit: 'days' });
  if (budget > 0 && budget % hour === 0) return targetInWords({ amount: budget / hour, unit: 'hours' });
  if (budget < hour) return targetInWords({ amount: Math.ceil(budget / minute), unit: 'minutes' });
  return `${timeInWords(budget, calendar)} of working time`;
}

/** Working milliseconds that are left, in whole units of the largest that fits: "1 working day", "3 working hours". */
export function restInWords(time: number, calendar: Calendar): string {
  const day = workingDay(calendar);
  if (time >= day) return targetInWords({ amount: Math.floor(time / day), unit: 'days' });
  if (time >= hour) return targetInWords({ amount: Math.floor(time / hour), unit: 'hours' });
  return targetInWords({ amount: Math.floor(time / minute), unit: 'minutes' });
}

/** Working milliseconds as a ledger reads, in its two largest units and rounded down: "2 d 3 h", "45 min". */
export function timeInWords(time: number, calendar: Calendar): string {
  const day = workingDay(calendar);
  const days = Math.floor(time / day);
  const hours = Math.floor((time - days * day) / hour);
  const minutes = Math.floor((time - days * day - hours * hour) / minute);
  const words = [
    { count: days, word: 'd' },
    { count: hours, word: 'h' },
    { count: minutes, word: 'min' },
  ];
  const largest = words.findIndex(({ count }) => count > 0);
  if (largest === -1) return '0 min';
  return words
    .slice(largest, largest + 2)
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count} ${word}`)
    .join(' ');
}
