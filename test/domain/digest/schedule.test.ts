import { expect, test } from 'vitest';
import { isoWeek } from '../../../src/domain/day.ts';
import { nextDigestAt, type Schedule, slotsDue, weekSoFar } from '../../../src/domain/digest/schedule.ts';

const berlin: Schedule = { weekday: 'monday', time: '09:00', zone: 'Europe/Berlin' };
const at = (text: string) => Date.parse(`${text}Z`);
const shown = (instant: number | undefined) => new Date(instant ?? Number.NaN).toISOString().slice(0, 16);
const weeks = (schedule: Schedule, made: string | null, now: string) =>
  slotsDue(schedule, made, at(now)).map(({ week }) => week);

test('a week is named as ISO 8601 names it', () => {
  expect(isoWeek('2026-01-01')).toBe('2026-W01');
  expect(isoWeek('2027-01-03')).toBe('2026-W53');
  expect(isoWeek('2024-12-30')).toBe('2025-W01');
  expect(isoWeek('2026-03-08')).toBe('2026-W10');
});

test('a digest is due at its hour, once, and tells the seven days before its day', () => {
  expect(weeks(berlin, '2026-W10', '2026-03-09T07:59')).toEqual([]);
  const [slot] = slotsDue(berlin, '2026-W10', at('2026-03-09T08:00'));
  expect([slot?.week, shown(slot?.from), shown(slot?.to)]).toEqual([
    '2026-W11',
    '2026-03-01T23:00',
    '2026-03-08T23:00',
  ]);
  expect(shown(slot?.before.from)).toBe('2026-02-22T23:00');
  expect(weeks(berlin, '2026-W11', '2026-03-09T08:00')).toEqual([]);
  expect(shown(nextDigestAt(berlin, at('2026-03-09T08:00')))).toBe('2026-03-16T08:00');
});

test('what fell due in a downtime is told when it is over, of four weeks at most, the oldest first', () => {
  expect(weeks(berlin, '2026-W10', '2026-03-11T12:00')).toEqual(['2026-W11']);
  expect(weeks(berlin, '2026-W10', '2026-03-23T07:00')).toEqual(['2026-W11', '2026-W12']);
  expect(weeks(berlin, '2026-W02', '2026-03-23T12:00')).toEqual([
    '2026-W10',
    '2026-W11',
    '2026-W12',
    '2026-W13',
  ]);
  expect(weeks(berlin, null, '2026-03-23T12:00')).toEqual(['2026-W13']);
});

test('a clock set back makes no week a second time, and none that is older', () => {
  expect(weeks(berlin, '2026-W11', '2026-03-02T12:00')).toEqual([]);
  expect(weeks(berlin, '2026-W11', '2026-03-09T12:00')).toEqual([]);
});

test('on the day on which clocks change the digest keeps its hour, and one in the gap comes behind it', () => {
  const sunday: Schedule = { weekday: 'sunday', time: '02:30', zone: 'Europe/Berlin' };
  const [spring] = slotsDue(sunday, '2026-W12', at('2026-03-29T01:30'));
  expect([spring?.week, shown(spring?.dueAt)]).toEqual(['2026-W13', '2026-03-29T01:30']);
  const [autumn] = slotsDue(sunday, '2026-W42', at('2026-10-25T12:00'));
  expect(shown(autumn?.dueAt)).toBe('2026-10-25T00:30');
  const [after] = slotsDue(berlin, '2026-W13', at('2026-03-30T07:00'));
  expect(shown(after?.dueAt)).toBe('2026-03-30T07:00');
  // That week has an hour less.
  expect((after?.to ?? 0) - (after?.from ?? 0)).toBe((7 * 24 - 1) * 60 * 60_000);
});

test('another zone or another day makes no second digest in one ISO week, and leaves none out', () => {
  const auckland = { ...berlin, zone: 'Pacific/Auckland' };
  expect(weeks(auckland, '2026-W11', '2026-03-09T12:00')).toEqual([]);
  expect(weeks(auckland, '2026-W11', '2026-03-15T20:00')).toEqual(['2026-W12']);
  const friday: Schedule = { ...berlin, weekday: 'friday' };
  expect(weeks(friday, '2026-W11', '2026-03-13T12:00')).toEqual([]);
  expect(weeks(friday, '2026-W11', '2026-03-20T12:00')).toEqual(['2026-W12']);
});

test('the week that is not over begins on Monday', () => {
  const { from, to, before } = weekSoFar(berlin, at('2026-03-11T10:00'));
  expect([shown(from), shown(to), shown(before.from)]).toEqual([
    '2026-03-08T23:00',
    '2026-03-11T10:00',
    '2026-03-01T23:00',
  ]);
});
