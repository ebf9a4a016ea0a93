import { expect, test } from 'vitest';
import { budgetUntilDate } from '../../../src/domain/sla/agreed-date.ts';
import { officeHours } from '../../../src/domain/sla/calendar.ts';
import { dueAt } from '../../../src/domain/sla/due.ts';
import { daily, officeWithout } from './calendars.ts';

const hour = 60 * 60_000;
const at = (iso: string) => Date.parse(iso);
const office = officeHours('UTC');
const wednesday = at('2026-03-04T15:00Z');

test.each([
  ['a working day: until it closes', office, '2026-03-06', 18, '2026-03-06T17:00Z'],
  ['a Sunday: until Friday closes', office, '2026-03-08', 18, '2026-03-06T17:00Z'],
  [
    'a holiday: until the day before closes',
    officeWithout('UTC', '2026-03-06'),
    '2026-03-06',
    10,
    '2026-03-05T17:00Z',
  ],
  ['today', office, '2026-03-04', 2, '2026-03-04T17:00Z'],
  ['IT’s own zone', officeHours('America/New_York'), '2026-03-04', 7, '2026-03-04T22:00Z'],
  ['round the clock: until midnight', daily('UTC', '00:00-24:00'), '2026-03-04', 9, '2026-03-05T00:00Z'],
])('%s', (_, calendar, date, hours, due) => {
  expect(budgetUntilDate(wednesday, date, calendar)).toEqual({ kind: 'budget', budget: hours * hour });
  expect(dueAt(wednesday, hours * hour, calendar)).toEqual({ kind: 'due', at: at(due) });
});

test.each([
  ['a date that is past', wednesday, office, '2026-03-03', 'no-working-time-left'],
  ['today after closing', at('2026-03-04T17:00Z'), office, '2026-03-04', 'no-working-time-left'],
  ['the weekend, on Friday evening', at('2026-03-06T18:00Z'), office, '2026-03-08', 'no-working-time-left'],
  ['the next century', wednesday, office, '2126-03-08', 'over-five-years-ahead'],
])('%s cannot be signed', (_, signedAt, calendar, date, reason) => {
  expect(budgetUntilDate(signedAt, date, calendar)).toEqual({ kind: 'refused', reason });
});
