import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter, daysUntil, isoWeek, localDay, mondayOf, startOfDay } from '../../src/domain/day.ts';

const dates = fc
  .integer({ min: 0, max: 40_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

test('days are counted in no zone: there and back is the same day', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -2000, max: 2000 }), (date, count) => {
      const other = daysAfter(date, count);
      expect(daysUntil(other, date)).toBe(count);
      expect(daysAfter(other, -count)).toBe(date);
    }),
  );
});

test('all days of a week have its Monday and its ISO number', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 6 }), (date, count) => {
      const monday = mondayOf(date);
      expect(mondayOf(daysAfter(monday, count))).toBe(monday);
      expect(isoWeek(daysAfter(monday, count))).toBe(isoWeek(monday));
    }),
  );
});

test.each([
  ['2026-01-01', '2026-W01'],
  ['2027-01-01', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['2026-11-21', '2026-W47'],
])('%s is in %s', (date, week) => {
  expect(isoWeek(date)).toBe(week);
});

test('a day begins at midnight of its zone, and where there is none, when its first hour does', () => {
  expect(new Date(startOfDay('2026-03-04', 'Europe/Berlin')).toISOString()).toBe('2026-03-03T23:00:00.000Z');
  // Clocks went from 24:00 to 01:00.
  expect(new Date(startOfDay('2018-11-04', 'America/Sao_Paulo')).toISOString()).toBe(
    '2018-11-04T03:00:00.000Z',
  );
  expect(localDay(Date.UTC(2026, 2, 3, 23), 'Europe/Berlin')).toBe('2026-03-04');
});
