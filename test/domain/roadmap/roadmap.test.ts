import { describe, expect, test } from 'vitest';
import { planOfRequest, planOfTool } from '../../../src/domain/roadmap/plan.ts';
import {
  byMonth,
  type Entry,
  entriesOf,
  horizonOf,
  type Known,
} from '../../../src/domain/roadmap/roadmap.ts';
import { sampleTool } from '../../support/sample-tool.ts';
import { inProgress, submitted, when } from '../request/given-when-then.ts';

const brief = { title: 'Landing page', outcome: null, link: null };
const today = '2026-03-15';
const planFor = (name: string, on: string | null, doing: 'buy' | 'change' = 'change') => ({
  ...{ of: { tool: name, state: 'retiring' as const }, name, doing, on, size: null },
});
const fair = {
  ...{ id: 'L1', workspace: 'T1', revision: 1, name: 'Fair', owner: 'T1/UMIA' as const },
  ...{ date: '2026-03-20', cancelled: false },
};
const peak = { id: 'F1', revision: 1, from: '2026-03-01', to: '2026-04-30', what: 'Shop', why: 'Sale' };

function named(entry: Entry): string {
  switch (entry.what) {
    case 'plan':
      return entry.isLate ? `${entry.plan.name} (late)` : entry.plan.name;
    case 'launch':
      return entry.launch.name;
    case 'freeze':
      return entry.freeze.what;
  }
}

function shape(known: Partial<Known>, doing: 'buy' | null = null) {
  const all = { plans: [], launches: [], freezes: [], ...known };
  return byMonth(entriesOf(all, today, doing), today).map(
    ({ month, horizon, entries }) => `${horizon} ${month}: ${entries.map(named).join(', ')}`,
  );
}

test('everything stands in the month of its day, launches and freezes between', () => {
  const plans = [
    planFor('later', '2026-07-01'),
    planFor('undated', null),
    planFor('last of the month', '2026-03-31'),
    planFor('first of the next', '2026-04-01'),
    planFor('before the fair', '2026-03-19'),
  ];
  expect(shape({ plans, launches: [fair], freezes: [peak] })).toEqual([
    'now 2026-03: Shop, before the fair, Fair, last of the month',
    'next 2026-04: first of the next',
    'later 2026-07: later',
    'later null: undated',
  ]);
});

test('what should have happened is late, and stands in this month', () => {
  expect(shape({ plans: [planFor('old', '2025-12-24'), planFor('today', today)] })).toEqual([
    'now 2026-03: old (late), today',
  ]);
});

test('what is over, cancelled or of another doing is not there', () => {
  const over = { ...peak, from: '2026-02-01', to: '2026-03-14' };
  const past = { ...fair, date: '2026-03-14' };
  const cancelled = { ...fair, cancelled: true };
  expect(shape({ launches: [past, cancelled], freezes: [over] })).toEqual([]);
  const plans = [planFor('bought', '2026-03-20', 'buy'), planFor('changed', '2026-03-20')];
  expect(shape({ plans }, 'buy')).toEqual(['now 2026-03: bought']);
});

test('a month is now, next or later by its name alone', () => {
  const horizons = ['2026-11', '2026-12', '2027-01', '2027-03', '2027-04', null].map((month) =>
    horizonOf(month, '2026-12'),
  );
  expect(horizons).toEqual(['now', 'now', 'next', 'next', 'later', 'later']);
});

describe('the day of a request is the one that was agreed', () => {
  test('and says so where one side has not signed it', () => {
    const changed = { criteria: [], wording: 'w', date: '2026-04-01' };
    const waits = when(submitted(), 'ines', { type: 'accept', size: 'L', terms: changed });
    expect(planOfRequest(waits.request, brief)).toMatchObject({
      ...{ on: '2026-04-01', of: { isAgreed: false } },
    });
    expect(planOfRequest(inProgress().request, brief)).toMatchObject({
      ...{ on: '2026-03-20', of: { isAgreed: true }, doing: 'change', size: 'M' },
    });
  });

  test('and what it does follows from its kind and its wish', () => {
    const doing = (kind: 'tool' | 'data' | 'launch', wish?: 'retire' | 'shrink') =>
      planOfRequest(submitted('mia', { kind }).request, { ...brief, details: wish ? { wish } : {} }).doing;
    expect(doing('tool')).toBe('buy');
    expect(doing('tool', 'retire')).toBe('turn-off');
    expect(doing('tool', 'shrink')).toBe('change');
    expect(doing('data')).toBe('move');
    expect(doing('launch')).toBe('change');
  });
});

test.each([
  [
    'considered, with a contract to begin',
    'considering',
    { contract_start: '2026-04-01' },
    'buy',
    '2026-04-01',
  ],
  ['considered since long', 'considering', { contract_start: '2026-01-01' }, 'buy', null],
  ['on trial until notice', 'pilot', { contract_end: '2026-06-30', notice_days: '30' }, 'buy', '2026-05-31'],
  ['on its way out', 'retiring', { contract_end: '2026-03-01' }, 'turn-off', '2026-03-01'],
] as const)('a tool that is %s', (_, state, dates, doing, on) => {
  expect(planOfTool(sampleTool({ name: 'Postwise', state, ...dates }), today)).toMatchObject({ doing, on });
});

test('a tool that is simply there is no plan', () => {
  expect(planOfTool(sampleTool({ name: 'Postwise', state: 'live' }), today)).toBeNull();
});
