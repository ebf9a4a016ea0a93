import { expect, test } from 'vitest';
import {
  budgetInWords,
  budgetOf,
  restInWords,
  targetInWords,
  timeInWords,
  workingDayInWords,
} from '../../../src/domain/sla/business-time.ts';
import { officeHours } from '../../../src/domain/sla/calendar.ts';
import { daily } from './calendars.ts';

const minute = 60_000;
const hour = 60 * minute;
const office = officeHours('UTC');
const shortDays = daily('UTC', '08:30-12:00 13:00-17:00');

test('a target is worth working minutes, hours, or days of its calendar', () => {
  expect(budgetOf({ amount: 30, unit: 'minutes' }, office)).toBe(30 * minute);
  expect(budgetOf({ amount: 4, unit: 'hours' }, office)).toBe(4 * hour);
  expect(budgetOf({ amount: 2, unit: 'days' }, office)).toBe(16 * hour);
  expect(budgetOf({ amount: 2, unit: 'days' }, shortDays)).toBe(15 * hour);
});

test('a target in words', () => {
  expect(targetInWords({ amount: 4, unit: 'hours' })).toBe('4 working hours');
  expect(targetInWords({ amount: 1, unit: 'days' })).toBe('1 working day');
  expect(workingDayInWords(office)).toBe('1 working day = 8 hours');
  expect(workingDayInWords(shortDays)).toBe('1 working day = 7.5 hours');
});

test.each([
  [16 * hour, '2 working days'],
  [4 * hour, '4 working hours'],
  [20 * hour, '20 working hours'],
  [45 * minute, '45 working minutes'],
  [1, '1 working minute'],
  [18.5 * hour, '2 d 2 h of working time'],
])('a budget of %d ms reads %s', (budget, words) => {
  expect(budgetInWords(budget, office)).toBe(words);
});

test.each([
  [0, '0 min'],
  [59_999, '0 min'],
  [45 * minute, '45 min'],
  [6 * hour, '6 h'],
  [6 * hour + 20 * minute, '6 h 20 min'],
  [16 * hour, '2 d'],
  [19 * hour + 20 * minute, '2 d 3 h'],
  [16 * hour + 20 * minute, '2 d'],
])('a time of %d ms reads %s', (time, words) => {
  expect(timeInWords(time, office)).toBe(words);
});

test.each([
  [19 * hour, '2 working days'],
  [7 * hour + 59 * minute, '7 working hours'],
  [hour + 1, '1 working hour'],
  [90_000, '1 working minute'],
])('%i ms are left as %s', (time, words) => {
  expect(restInWords(time, office)).toBe(words);
});
