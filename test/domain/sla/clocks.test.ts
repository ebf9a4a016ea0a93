import { describe, expect, test } from 'vitest';
import { alertsToTell } from '../../../src/domain/sla/alerts.ts';
import { officeHours } from '../../../src/domain/sla/calendar.ts';
import { type PromiseClock, readClock, type Term } from '../../../src/domain/sla/clocks.ts';
import { weekly } from './calendars.ts';

const hour = 60 * 60_000;
const office = officeHours('UTC');
const march = (dayAndTime: string) => Date.parse(`2026-03-${dayAndTime}Z`);

function term(from: string, hours: number, calendar = office): Term {
  return { from: march(from), budget: hours * hour, calendar };
}

/** Started on Monday 2 March at 09:00 with four hours. */
const fourHours: PromiseClock = { start: march('02T09:00'), terms: [term('02T09:00', 4)], pauses: [] };

describe('a clock is read', () => {
  test('while it runs', () => {
    expect(readClock(fourHours, march('02T10:00'))).toEqual({
      phase: 'running',
      verdict: 'pending',
      budget: 4 * hour,
      elapsed: hour,
      remaining: 3 * hour,
      due: { kind: 'due', at: march('02T13:00') },
      breach: { at: march('02T13:00:00.001'), byChange: false },
    });
  });

  test('while it is paused: nobody can say when it is due', () => {
    const paused = { ...fourHours, pauses: [{ from: march('02T10:00') }] };
    expect(readClock(paused, march('05T10:00'))).toMatchObject({
      phase: 'paused',
      verdict: 'pending',
      elapsed: hour,
      due: { kind: 'paused' },
    });
    expect(readClock(paused, march('05T10:00'))).not.toHaveProperty('breach');
  });

  test('when it is late and still open', () => {
    expect(readClock(fourHours, march('02T14:00'))).toMatchObject({
      phase: 'running',
      verdict: 'missed',
      remaining: 0,
    });
  });

  test('when it was stopped: in time, at the last moment, a millisecond late, during a pause', () => {
    const stopped = (stoppedAt: number, pauses: PromiseClock['pauses'] = []) =>
      readClock({ ...fourHours, stoppedAt, pauses }, march('20T09:00'));
    expect(stopped(march('02T12:00'))).toMatchObject({ phase: 'stopped', verdict: 'met', elapsed: 3 * hour });
    expect(stopped(march('02T13:00'))).toMatchObject({ verdict: 'met', remaining: 0 });
    expect(stopped(march('02T13:00:00.001'))).toMatchObject({ verdict: 'missed' });
    expect(stopped(march('04T12:00'), [{ from: march('02T10:00') }])).toMatchObject({
      verdict: 'met',
      elapsed: hour,
      due: { kind: 'due', at: march('04T15:00') },
    });
  });

  test('when the time was set back to before its start', () => {
    expect(readClock(fourHours, march('01T09:00'))).toMatchObject({ verdict: 'pending', elapsed: 0 });
  });

  test('without a budget, or with a calendar that never opens', () => {
    const nothing: PromiseClock = { ...fourHours, terms: [{ ...term('02T09:00', 0), budget: undefined }] };
    expect(readClock(nothing, march('20T09:00'))).toMatchObject({
      verdict: 'none',
      due: { kind: 'no-clock' },
    });
    const closed: PromiseClock = { ...fourHours, terms: [term('02T09:00', 4, weekly('UTC', {}))] };
    expect(readClock(closed, march('20T09:00'))).toMatchObject({
      verdict: 'none',
      due: { kind: 'no-opening' },
    });
  });
});

describe('a change of terms', () => {
  const changed = (...changes: Term[]): PromiseClock => ({
    ...fourHours,
    terms: [term('02T09:00', 4), ...changes],
  });

  test('counts from the clock’s own start', () => {
    expect(readClock(changed(term('02T10:00', 6)), march('02T14:00'))).toMatchObject({
      verdict: 'pending',
      due: { kind: 'due', at: march('02T15:00') },
    });
  });

  test('that alone makes it late is marked, with its own instant', () => {
    expect(readClock(changed(term('02T12:00', 2)), march('02T12:00'))).toMatchObject({
      verdict: 'missed',
      breach: { at: march('02T12:00'), byChange: true },
    });
  });

  test('that leaves time is a target like any other', () => {
    expect(readClock(changed(term('02T10:00', 2)), march('02T12:00'))).toMatchObject({
      verdict: 'missed',
      breach: { at: march('02T11:00:00.001'), byChange: false },
    });
  });

  test('taken back takes back the lateness that it alone caused', () => {
    const mistake = changed(term('02T12:00', 2), term('02T12:05', 4));
    expect(readClock(mistake, march('02T12:30'))).toMatchObject({ verdict: 'pending' });
  });

  test('does not excuse a breach that had happened', () => {
    const excused = changed(term('02T14:00', 40));
    expect(readClock(excused, march('02T14:00'))).toMatchObject({
      verdict: 'missed',
      due: { kind: 'due', at: march('06T17:00') },
      breach: { at: march('02T13:00:00.001'), byChange: false },
    });
  });

  test('after the end changes nothing', () => {
    const ended = { ...changed(term('02T12:00', 1)), stoppedAt: march('02T12:00') };
    expect(readClock(ended, march('20T09:00'))).toMatchObject({ verdict: 'met', budget: 4 * hour });
  });
});

describe('alerts', () => {
  test('come at 75%, when the budget is exceeded, and at 125%', () => {
    expect(alertsToTell(fourHours, [], march('02T09:00'))).toEqual([
      { kind: 'at-risk', at: march('02T12:00') },
      { kind: 'breach', at: march('02T13:00:00.001') },
      { kind: 'escalation', at: march('02T14:00') },
    ]);
  });

  test('are told once', () => {
    expect(alertsToTell(fourHours, ['at-risk', 'breach'], march('02T13:30'))).toEqual([
      { kind: 'escalation', at: march('02T14:00') },
    ]);
  });

  test('after a long downtime leave the warning out and keep the true time of the breach', () => {
    expect(alertsToTell(fourHours, [], march('02T13:30'))[0]).toEqual({
      kind: 'breach',
      at: march('02T13:00:00.001'),
    });
  });

  test('wait while the clock is paused, and are pointless once it has stopped', () => {
    expect(
      alertsToTell({ ...fourHours, pauses: [{ from: march('02T10:00') }] }, [], march('09T09:00')),
    ).toEqual([]);
    expect(alertsToTell({ ...fourHours, stoppedAt: march('02T16:00') }, [], march('09T09:00'))).toEqual([]);
  });

  test('that a change brings about come with the change', () => {
    const hurried = { ...fourHours, terms: [term('02T09:00', 4), term('02T11:00', 2.5)] as const };
    expect(alertsToTell(hurried, [], march('02T11:00'))[0]).toEqual({
      kind: 'at-risk',
      at: march('02T11:00'),
    });
  });

  test('of a weekend wait for working time', () => {
    const friday = { ...fourHours, start: march('06T16:00'), terms: [term('06T16:00', 4)] as const };
    expect(alertsToTell(friday, [], march('06T16:00'))[0]).toEqual({
      kind: 'at-risk',
      at: march('09T11:00'),
    });
  });
});
