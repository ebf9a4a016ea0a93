import { expect, test } from 'vitest';
import { quarterAt } from '../../../src/domain/pulse/quarter.ts';
import { pulseReadings } from '../../../src/domain/pulse/reading.ts';

const iso = (instant: number) => new Date(instant).toISOString();

test('a quarter begins and ends where the desk is', () => {
  const winter = quarterAt(Date.parse('2026-12-31T23:30Z'), 'Europe/Berlin');
  expect(winter.name).toBe('2027-Q1');
  const { name, startsAt, asksFrom, closesAt } = quarterAt(Date.parse('2026-12-31T22:30Z'), 'Europe/Berlin');
  expect([name, iso(startsAt), iso(asksFrom), iso(closesAt)]).toEqual([
    '2026-Q4',
    '2026-09-30T22:00:00.000Z',
    '2026-12-17T23:00:00.000Z',
    '2026-12-31T23:00:00.000Z',
  ]);
});

test('a side is told of from five answers up, and only when its quarter is over', () => {
  const tallies = [
    { quarter: '2026-Q1', side: 'marketing' as const, answers: 5, sum: 18 },
    { quarter: '2026-Q1', side: 'it' as const, answers: 4, sum: 20 },
    { quarter: '2026-Q2', side: 'marketing' as const, answers: 7, sum: 26 },
    { quarter: '2026-Q2', side: 'it' as const, answers: 6, sum: 27 },
    { quarter: '2026-Q3', side: 'it' as const, answers: 60, sum: 270 },
  ];
  expect(pulseReadings(tallies, '2026-Q3')).toEqual([
    {
      quarter: '2026-Q2',
      sides: { marketing: { mean: 3.7, answers: 7 }, it: { mean: 4.5, answers: 6 } },
      gap: 0.8,
    },
    { quarter: '2026-Q1', sides: { marketing: { mean: 3.6, answers: 5 }, it: null }, gap: null },
  ]);
});
