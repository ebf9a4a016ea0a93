import { expect, test } from 'vitest';
import { calendarSchema, officeHours, overlappingHours } from '../../../src/domain/sla/calendar.ts';
import { elapsed } from '../../../src/domain/sla/elapsed.ts';
import { workingDay } from '../../../src/domain/sla/working-hours.ts';
import { daily, hoursOf, officeWithout, weekly } from './calendars.ts';

const hour = 60 * 60_000;
const berlin = officeHours('Europe/Berlin');

test('office hours are a valid calendar', () => {
  expect(calendarSchema.parse(berlin)).toEqual(berlin);
});

test.each([
  ['an unknown zone', { ...berlin, zone: 'Europe/Bärlin' }, 'zone'],
  ['an offset instead of a zone', { ...berlin, zone: '+01:00' }, 'zone'],
  ['25:00', weekly('UTC', { monday: '09:00-25:00' }), 'week.monday.0.to'],
  ['24:00 as a start', weekly('UTC', { friday: '24:00-24:00' }), 'week.friday.0.from'],
  ['an end before its start', weekly('UTC', { tuesday: '09:00-12:00 17:00-13:00' }), 'week.tuesday.1.to'],
  ['a window without length', weekly('UTC', { sunday: '09:00-09:00' }), 'week.sunday.0.to'],
  ['a month 13', officeWithout('UTC', '2026-12-25', '2026-13-01'), 'holidays.1.date'],
  ['a 30th of February', officeWithout('UTC', '2026-02-30'), 'holidays.0.date'],
  ['no version', { ...berlin, version: undefined }, 'version'],
])('%s is refused, naming the field', (_, calendar, field) => {
  const issues = calendarSchema.safeParse(calendar).error?.issues ?? [];
  expect(issues.map(({ path }) => path.join('.'))).toEqual([field]);
});

test('what is refused says what it got and what to write', () => {
  const { error } = calendarSchema.safeParse(officeWithout('Mars/Olympus', '2026-13-01'));
  expect(error?.issues.map(({ message }) => message)).toEqual([
    'must be an IANA time zone such as Europe/Berlin (got "Mars/Olympus")',
    'must be a date of the calendar written 2026-12-31 (got "2026-13-01")',
  ]);
});

test('a form can refuse overlapping windows, by field', () => {
  const calendar = {
    ...weekly('UTC', { monday: '09:00-13:00 12:00-17:00', tuesday: '09:00-12:00 12:00-17:00' }),
    openings: [{ date: '2026-12-19', hours: hoursOf('10:00-14:00 10:00-12:00') }],
  };
  expect(overlappingHours(calendar)).toEqual([
    { path: ['week', 'monday', 1], message: 'overlaps 09:00-13:00: join the two windows' },
    { path: ['openings', 0, 'hours', 1], message: 'overlaps 10:00-14:00: join the two windows' },
  ]);
});

test('a holiday closes its day, one with hours replaces them, and an opening adds to them', () => {
  const calendar = {
    ...berlin,
    holidays: [
      { date: '2026-12-24', name: 'Christmas Eve', hours: hoursOf('09:00-12:00') },
      { date: '2026-12-25', name: 'Christmas', hours: [] },
      { date: '2026-12-28', name: 'Bridge day', hours: [] },
      { date: '2026-12-28', name: 'Stocktaking', hours: hoursOf('09:00-10:00') },
    ],
    openings: [
      { date: '2026-12-25', hours: hoursOf('20:00-21:00') },
      { date: '2026-12-26', hours: hoursOf('10:00-14:00') },
    ],
  };
  const hoursOn = (date: string) => {
    const midnight = Date.parse(`${date}T00:00+01:00`);
    return elapsed(midnight, midnight + 24 * hour, calendar) / hour;
  };
  expect(['23', '24', '25', '26', '27', '28', '29'].map((day) => hoursOn(`2026-12-${day}`))).toEqual([
    8, 3, 1, 4, 0, 1, 8,
  ]);
});

test.each([
  ['office hours', berlin, 8],
  [
    'a short Friday',
    weekly('UTC', { monday: '09:00-17:00', tuesday: '09:00-17:00', friday: '09:00-14:00' }),
    8,
  ],
  ['as many short days as long ones', weekly('UTC', { monday: '09:00-13:00', tuesday: '09:00-17:00' }), 8],
  ['a lunch break', daily('UTC', '08:30-12:00 13:00-17:00'), 7.5],
  ['overlapping windows', daily('UTC', '09:00-13:00 12:00-17:00'), 8],
  ['round the clock', daily('UTC', '00:00-24:00'), 24],
  ['no weekly hours', weekly('UTC', {}), 8],
])('one working day with %s', (_, calendar, hours) => {
  expect(workingDay(calendar)).toBe(hours * hour);
});
