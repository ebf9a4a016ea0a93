import { describe, expect, test } from 'vitest';
import { morningSince } from '../../../src/domain/notices/morning.ts';
import { officeHours } from '../../../src/domain/sla/calendar.ts';

const berlin = officeHours('Europe/Berlin');
const at = (text: string) => Date.parse(text);

describe('a morning', () => {
  const dayBetween = (since: string, now: string) => morningSince(at(since), at(now), berlin, []);

  test('comes once, when the day begins where somebody is', () => {
    expect(dayBetween('2026-03-02T07:55Z', '2026-03-02T08:00Z')).toBe('2026-03-02');
    expect(dayBetween('2026-03-02T08:00Z', '2026-03-02T08:05Z')).toBeNull();
    expect(dayBetween('2026-03-02T07:50Z', '2026-03-02T07:55Z')).toBeNull();
  });

  test('comes late after a downtime, and not at all once the day is over', () => {
    expect(dayBetween('2026-03-01T20:00Z', '2026-03-02T15:59Z')).toBe('2026-03-02');
    expect(dayBetween('2026-03-01T20:00Z', '2026-03-02T16:00Z')).toBeNull();
  });

  test('follows the clocks when they change', () => {
    // On 29 March 2026 Berlin goes from UTC+1 to UTC+2.
    expect(dayBetween('2026-03-30T06:55Z', '2026-03-30T07:00Z')).toBe('2026-03-30');
    expect(dayBetween('2026-03-30T07:55Z', '2026-03-30T08:00Z')).toBeNull();
  });

  test('does not come on a weekend, a holiday, or a day away', () => {
    expect(dayBetween('2026-03-06T20:00Z', '2026-03-07T10:00Z')).toBeNull();
    const [since, now] = [at('2026-03-02T07:55Z'), at('2026-03-02T08:00Z')];
    const closed = { ...berlin, holidays: [{ date: '2026-03-02', name: 'Rest', hours: [] }] };
    expect(morningSince(since, now, closed, [])).toBeNull();
    const away = [{ firstDay: '2026-02-27', lastDay: '2026-03-02' }];
    expect(morningSince(since, now, berlin, away)).toBeNull();
  });

  test('does not come twice because the clock was set back', () => {
    expect(dayBetween('2026-03-02T08:05Z', '2026-03-02T07:55Z')).toBeNull();
    expect(dayBetween('2026-03-02T08:05Z', '2026-03-02T08:01Z')).toBeNull();
  });
});
