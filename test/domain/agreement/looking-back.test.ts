import { expect, test } from 'vitest';
import { outcomeAskedAt } from '../../../src/domain/agreement/looking-back.ts';
import { officeHours } from '../../../src/domain/sla/calendar.ts';

// 09:00 to 17:00 in UTC, from Monday to Friday.
const marketing = officeHours('UTC');
const closedAt = Date.UTC(2026, 2, 4, 15);
const done = { state: { status: 'done', confirmed: true, closedAt }, outcome: null } as const;
const askedOn = (lookOn: string | null) =>
  new Date(outcomeAskedAt(done, lookOn, marketing) ?? 0).toISOString().slice(0, 16);

test('what became of it is asked on the day that was named, when somebody is there to answer', () => {
  expect(askedOn('2026-03-12')).toBe('2026-03-12T09:00');
  expect(askedOn('2026-03-14')).toBe('2026-03-16T09:00');
});

test('nobody looks at it in the first day, whatever day was named; without one it is after sixty', () => {
  expect(askedOn('2026-03-01')).toBe('2026-03-05T15:00');
  expect(askedOn(null)).toBe('2026-05-04T09:00');
});

test('it is asked once, and of what is done', () => {
  expect(outcomeAskedAt({ ...done, outcome: { verdict: null } }, null, marketing)).toBeNull();
  expect(outcomeAskedAt({ state: { status: 'new' }, outcome: null }, null, marketing)).toBeNull();
});
