import { expect, test } from 'vitest';
import { offsetAt } from '../../../src/domain/sla/zone.ts';
import { wrongCanaries, zoneCanaries } from '../../../src/domain/sla/zone-canaries.ts';

const zones = [...new Set(zoneCanaries.map(({ zone }) => zone))];

test('the time-zone data of this run-time is up to date', () => {
  expect(wrongCanaries(zones)).toEqual([]);
});

test('old data is found out, for the configured zones only', () => {
  const hour = 60 * 60_000;
  const beforeVancouverChanged = (zone: string, instant: number) =>
    offsetAt(zone, instant) - (zone === 'America/Vancouver' ? hour : 0);

  expect(wrongCanaries(['Europe/Berlin'], beforeVancouverChanged)).toEqual([]);
  expect(wrongCanaries(['Europe/Berlin', 'America/Vancouver'], beforeVancouverChanged)).toEqual([
    {
      canary: { zone: 'America/Vancouver', instant: Date.parse('2026-12-15T12:00Z'), offset: -7 * hour },
      found: -8 * hour,
    },
  ]);
});
