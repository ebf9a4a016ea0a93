import { describe, expect, test } from 'vitest';
import { plannedOn } from '../../../src/domain/request/planned.ts';
import { loadOf, overbooked } from '../../../src/domain/roadmap/capacity.ts';
import { type Freeze, freezeWarnings } from '../../../src/domain/roadmap/freeze.ts';
import { movedAlong } from '../../../src/domain/roadmap/launch.ts';
import { monthAfter, monthOf, monthsFrom } from '../../../src/domain/roadmap/month.ts';
import { delivered, inProgress, submitted, when } from '../request/given-when-then.ts';

describe('months are text', () => {
  test('a day belongs to the month it is written in', () => {
    expect(monthOf('2026-03-01')).toBe('2026-03');
    expect(monthOf('2026-03-31')).toBe('2026-03');
  });

  test('they are counted across years', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
    expect(monthAfter('2026-11', 14)).toBe('2028-01');
    expect(monthsFrom('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  });
});

describe('freeze periods', () => {
  const peak: Freeze = {
    ...{ id: 'F1', revision: 1, what: 'The shop', why: 'Peak season' },
    ...{ from: '2026-11-16', to: '2026-12-28' },
  };
  const hits = (date: string | null, today = '2026-10-01') =>
    freezeWarnings([peak], date, today).map((each) => each.hits);

  test.each([
    ['the day before', '2026-11-15', []],
    ['its first day', '2026-11-16', ['date']],
    ['its last day', '2026-12-28', ['date']],
    ['a day after, with the work in it', '2026-12-29', ['work']],
    ['two weeks after', '2027-01-11', ['work']],
    ['later', '2027-01-12', []],
  ])('%s', (_, date, expected) => {
    expect(hits(date)).toEqual(expected);
  });

  test('without a date the work begins now', () => {
    expect(hits(null)).toEqual([]);
    expect(hits(null, '2026-11-02')).toEqual(['work']);
    expect(hits(null, '2026-12-29')).toEqual([]);
  });

  test('what lies before today is over', () => {
    expect(hits('2027-01-05', '2026-12-29')).toEqual([]);
  });
});

test('more is accepted of a size than was stated as possible', () => {
  const accepted = [
    { month: '2026-03', size: 'M', count: 2 },
    { month: '2026-03', size: 'M', count: 1 },
    { month: '2026-04', size: 'L', count: 1 },
  ] as const;
  const usual = { S: 4, M: 2, L: 1 };
  const load = loadOf(['2026-03', '2026-04'], accepted, {
    usual,
    months: { '2026-04': { S: 0, M: 0, L: 0 } },
  });
  expect(load).toEqual([
    { month: '2026-03', accepted: { S: 0, M: 3, L: 0 }, capacity: usual },
    { month: '2026-04', accepted: { S: 0, M: 0, L: 1 }, capacity: { S: 0, M: 0, L: 0 } },
  ]);
  expect(load.map(overbooked)).toEqual([['M'], ['L']]);
});

test('a request keeps its distance from its launch, unless that day has passed', () => {
  const move = { from: '2026-03-20', to: '2026-03-27' };
  expect(movedAlong('2026-03-20', move, '2026-03-02')).toBe('2026-03-27');
  expect(movedAlong('2026-03-16', move, '2026-03-02')).toBe('2026-03-23');
  expect(movedAlong(null, move, '2026-03-02')).toBe('2026-03-27');
  expect(movedAlong('2026-03-10', { from: '2026-03-20', to: '2026-03-05' }, '2026-03-02')).toBe('2026-03-05');
});

test('what is accepted is planned for its agreed day, until it ends undone', () => {
  expect(plannedOn(submitted().request)).toBeNull();
  expect(plannedOn(inProgress().request)).toBe('2026-03-20');
  expect(plannedOn(delivered().request)).toBe('2026-03-20');
  const hold = {
    type: 'hold',
    waitsFor: { party: 'marketing' },
    reason: 'b',
    reviewOn: '2026-03-09',
  } as const;
  expect(plannedOn(when(inProgress(), 'ines', hold).request)).toBe('2026-03-20');
  expect(plannedOn(when(submitted(), 'ines', hold).request)).toBeNull();
  expect(plannedOn(when(inProgress(), 'mia', { type: 'withdraw', words: null }).request)).toBeNull();
});
