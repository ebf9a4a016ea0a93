import { describe, expect, test } from 'vitest';
import { officeHours } from '../../../src/domain/sla/calendar.ts';
import { breachAt, dueAt, isOpen, nextOpen } from '../../../src/domain/sla/due.ts';
import { countedStretches, elapsed } from '../../../src/domain/sla/elapsed.ts';
import { officeWithout, weekly } from './calendars.ts';

const hour = 60 * 60_000;
const at = (iso: string) => Date.parse(iso);
const office = officeHours('UTC');
const monday = at('2026-03-02T09:00Z');

test('no budget is no clock', () => {
  expect(dueAt(monday, 0, office)).toEqual({ kind: 'no-clock' });
  expect(breachAt(monday, 0, office)).toEqual({ kind: 'no-clock' });
});

test('a pause without end leaves no due time, unless the budget was used up before it', () => {
  const waiting = [{ from: at('2026-03-02T11:00Z') }];
  expect(dueAt(monday, 3 * hour, office, waiting)).toEqual({ kind: 'paused' });
  expect(dueAt(monday, 2 * hour, office, waiting)).toEqual({ kind: 'due', at: at('2026-03-02T11:00Z') });
  expect(breachAt(monday, 2 * hour, office, waiting)).toEqual({ kind: 'paused' });
});

test('the breach of a budget that ended at closing lies just behind the next opening', () => {
  expect(breachAt(monday, 8 * hour, office)).toEqual({ kind: 'due', at: at('2026-03-03T09:00:00.001Z') });
});

describe('bounded', () => {
  const everyDay = Array.from({ length: 3000 }, (_, day) =>
    new Date(monday + day * 24 * hour).toISOString().slice(0, 10),
  );

  test.each([
    ['no hours', weekly('UTC', {})],
    ['holidays without end', officeWithout('UTC', ...everyDay)],
    ['hours that never happen', { ...weekly('UTC', {}), openings: [{ date: '2020-01-01', hours: [] }] }],
    ['a zone that the run-time does not know', officeHours('Europe/Atlantis')],
  ])('%s: no opening', (_, calendar) => {
    expect(dueAt(monday, hour, calendar)).toEqual({ kind: 'no-opening' });
    expect(nextOpen(monday, calendar)).toBeUndefined();
    expect(elapsed(monday, monday + 365 * 24 * hour, calendar)).toBe(0);
  });

  test('a budget beyond five years is too far', () => {
    expect(dueAt(monday, 20_000 * hour, office)).toEqual({ kind: 'too-far' });
  });

  test('the answer does not depend on what was asked before', () => {
    const fresh = { ...office, version: 9 };
    elapsed(monday, at('2040-01-01T00:00Z'), fresh);
    expect(dueAt(monday, 20_000 * hour, fresh)).toEqual({ kind: 'too-far' });
    expect(dueAt(at('2019-03-04T09:00Z'), hour, fresh)).toEqual({ kind: 'due', at: at('2019-03-04T10:00Z') });
  });

  test('an instant that cannot be meant is a bug', () => {
    expect(() => elapsed(0, at('+020000-01-01T00:00:00Z'), office)).toThrow(RangeError);
    expect(() => dueAt(Number.NaN, hour, office)).toThrow(RangeError);
  });
});

test('the next opening is now while open, and closing time is closed', () => {
  expect(nextOpen(monday, office)).toBe(monday);
  expect(nextOpen(at('2026-03-06T17:00Z'), office)).toBe(at('2026-03-09T09:00Z'));
  expect(isOpen(monday, office)).toBe(true);
  expect(isOpen(at('2026-03-02T17:00Z'), office)).toBe(false);
});

test('the stretches that were counted can be checked by hand', () => {
  const lunch = [{ from: at('2026-03-06T16:00Z'), to: at('2026-03-06T16:30Z') }];
  expect(countedStretches(at('2026-03-06T15:00Z'), at('2026-03-09T10:00Z'), office, lunch)).toEqual([
    { from: at('2026-03-06T15:00Z'), to: at('2026-03-06T16:00Z') },
    { from: at('2026-03-06T16:30Z'), to: at('2026-03-06T17:00Z') },
    { from: at('2026-03-09T09:00Z'), to: at('2026-03-09T10:00Z') },
  ]);
});
