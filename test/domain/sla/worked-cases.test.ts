import { expect, test } from 'vitest';
import { officeHours } from '../../../src/domain/sla/calendar.ts';
import { type PromiseClock, readClock } from '../../../src/domain/sla/clocks.ts';
import { dueAt } from '../../../src/domain/sla/due.ts';
import { elapsed } from '../../../src/domain/sla/elapsed.ts';
import { type Interval, pausesFrom } from '../../../src/domain/sla/interval.ts';
import { daily, officeWithout, weekly } from './calendars.ts';

const minute = 60_000;
const at = (iso: string) => Date.parse(iso);
const office = officeHours('UTC');
const split = daily('UTC', '09:00-12:00 13:00-17:00');
const night = weekly('UTC', { monday: '22:00-24:00', tuesday: '00:00-06:00' });
const newYork = officeHours('America/New_York');
const overNewYear = officeWithout('UTC', '2026-12-24', '2026-12-25', '2026-12-28');
const weekendPause: Interval[] = [{ from: at('2026-03-06T16:00Z'), to: at('2026-03-09T10:00Z') }];

test.each([
  ['from Friday afternoon to Monday', office, '2010-04-09T16:50Z', 60, [], '2010-04-12T09:50Z'],
  ['from closing time', office, '2026-03-04T17:00Z', 1, [], '2026-03-05T09:01Z'],
  ['exactly one day is due at closing', office, '2026-03-04T09:00Z', 480, [], '2026-03-04T17:00Z'],
  ['one minute more', office, '2026-03-04T09:00Z', 481, [], '2026-03-05T09:01Z'],
  ['from the lunch break', split, '2026-03-04T12:30Z', 30, [], '2026-03-04T13:30Z'],
  ['over holidays and a weekend', overNewYear, '2026-12-23T16:30Z', 60, [], '2026-12-29T09:30Z'],
  ['across midnight', night, '2026-03-02T23:00Z', 120, [], '2026-03-03T01:00Z'],
  ['over the spring change', newYork, '2026-03-06T16:00-05:00', 120, [], '2026-03-09T14:00Z'],
  ['over the autumn change', newYork, '2026-10-30T16:00-04:00', 120, [], '2026-11-02T15:00Z'],
  ['a Friday that never was', officeHours('Pacific/Apia'), '2011-12-30T02:00Z', 120, [], '2012-01-01T20:00Z'],
  ['over a pause', office, '2026-03-06T15:00Z', 120, weekendPause, '2026-03-09T11:00Z'],
])('due: %s', (_, calendar, from, minutes, pauses, due) => {
  expect(dueAt(at(from), minutes * minute, calendar, pauses)).toEqual({ kind: 'due', at: at(due) });
});

const allNewYork = daily('America/New_York', '00:00-24:00');
const sundayNight = weekly('America/New_York', { sunday: '00:00-06:00' });
const inTheGap = weekly('America/New_York', { sunday: '02:00-03:00' });
const justInTheGap = weekly('America/New_York', { sunday: '02:15-02:45' });
const lordHowe = weekly('Australia/Lord_Howe', { sunday: '00:00-06:00' });
const overlapping = daily('UTC', '09:00-13:00 12:00-17:00');

test.each([
  ['the short day in New York', allNewYork, '2026-03-08T05:00Z', '2026-03-09T04:00Z', 1380],
  ['the long day in New York', allNewYork, '2026-11-01T04:00Z', '2026-11-02T05:00Z', 1500],
  ['a window over the spring change', sundayNight, '2026-03-08T00:00Z', '2026-03-09T00:00Z', 300],
  ['a window over the autumn change', sundayNight, '2026-11-01T00:00Z', '2026-11-02T00:00Z', 420],
  ['a window that fills the gap', inTheGap, '2026-03-07T00:00Z', '2026-03-10T00:00Z', 0],
  ['a window inside the gap', justInTheGap, '2026-03-07T00:00Z', '2026-03-10T00:00Z', 0],
  ['half an hour back on Lord Howe', lordHowe, '2026-04-04T00:00Z', '2026-04-05T12:00Z', 390],
  ['half an hour forward on Lord Howe', lordHowe, '2026-10-03T00:00Z', '2026-10-04T12:00Z', 330],
  ['overlapping windows', overlapping, '2026-03-04T00:00Z', '2026-03-05T00:00Z', 480],
])('elapsed: %s', (_, calendar, from, to, minutes) => {
  expect(elapsed(at(from), at(to), calendar)).toBe(minutes * minute);
});

test('a target of 180 changed to 120 an hour later is due from the clock’s own start', () => {
  const clock: PromiseClock = {
    start: at('2026-03-04T10:00Z'),
    terms: [
      { from: at('2026-03-04T10:00Z'), budget: 180 * minute, calendar: office },
      { from: at('2026-03-04T11:00Z'), budget: 120 * minute, calendar: office },
    ],
    pauses: [],
  };
  expect(readClock(clock, at('2026-03-04T11:00Z')).due).toEqual({ kind: 'due', at: at('2026-03-04T12:00Z') });
});

test('what is done after closing, on the day whose budget ended at closing, is met', () => {
  const clock: PromiseClock = {
    start: at('2026-03-04T09:00Z'),
    terms: [{ from: at('2026-03-04T09:00Z'), budget: 480 * minute, calendar: office }],
    pauses: [],
    stoppedAt: at('2026-03-04T20:00Z'),
  };
  expect(readClock(clock, at('2026-03-10T09:00Z')).verdict).toBe('met');
});

test('a pause told twice, a resume without a pause and a resume told before its pause change nothing', () => {
  const paused = { what: 'pause', at: at('2026-03-06T16:00Z') } as const;
  const resumed = { what: 'resume', at: at('2026-03-09T10:00Z') } as const;
  const later = { what: 'pause', at: at('2026-03-06T16:30Z') } as const;
  const early = { what: 'resume', at: at('2026-03-06T15:30Z') } as const;

  expect(pausesFrom([paused, resumed])).toEqual(weekendPause);
  expect(pausesFrom([paused, later, resumed])).toEqual(weekendPause);
  expect(pausesFrom([early, paused, resumed])).toEqual(weekendPause);
  expect(pausesFrom([resumed, paused])).toEqual(weekendPause);
});

test('a day made a holiday moves the open clock and leaves the closed one', () => {
  const start = at('2026-03-06T15:00Z');
  const asOpen: PromiseClock = {
    start,
    terms: [
      { from: start, budget: 240 * minute, calendar: office },
      { from: at('2026-03-06T16:00Z'), budget: 240 * minute, calendar: officeWithout('UTC', '2026-03-09') },
    ],
    pauses: [],
  };
  const asClosed: PromiseClock = { ...asOpen, stoppedAt: at('2026-03-06T15:30Z') };
  expect(readClock(asOpen, at('2026-03-06T16:00Z')).due).toEqual({
    kind: 'due',
    at: at('2026-03-10T11:00Z'),
  });
  expect(readClock(asClosed, at('2026-03-06T16:00Z')).due).toEqual({
    kind: 'due',
    at: at('2026-03-09T11:00Z'),
  });
});
