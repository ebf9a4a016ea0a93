import { expect, test } from 'vitest';
import { proposeHolidays } from '../../../src/usecases/settings/propose-holidays.ts';

async function proposed(country: string, region: string | null, ...years: number[]) {
  const days = await proposeHolidays(country, region, years);
  if (days === 'unknown') throw new Error(`${country} ${region} is unknown`);
  return days.map(({ date, name }) => `${date} ${name}`);
}

const germany = [
  "2026-01-01 New Year's Day",
  '2026-04-03 Good Friday',
  '2026-04-06 Easter Monday',
  '2026-05-01 Labour Day',
  '2026-05-14 Ascension Day',
  '2026-05-25 Whit Monday',
  '2026-10-03 National Holiday',
  '2026-12-25 Christmas Day',
  '2026-12-26 Boxing Day',
];

test('a country', async () => {
  expect(await proposed('DE', null, 2026)).toEqual(germany);
});

test('a region has more, however its code is written', async () => {
  const bavaria = await proposed('de', 'by', 2026);
  expect(bavaria).toEqual(expect.arrayContaining(germany));
  expect(bavaria.filter((day) => !germany.includes(day))).toEqual([
    '2026-01-06 Epiphany',
    '2026-06-04 Corpus Christi',
    "2026-11-01 All Saints' Day",
  ]);
  expect(await proposed('ck', 'AITUTAKI', 2026)).toContain('2026-04-03 Good Friday');
});

test('two years in order, with the days that stand in for those on a weekend', async () => {
  const days = await proposed('US', null, 2027, 2026);
  expect(days).toEqual([...days].sort());
  expect(days).toContain('2026-11-26 Thanksgiving Day');
  expect(days).toContain('2027-07-05 Independence Day (substitute day)');
  expect(days.filter((day) => day.includes("Valentine's"))).toEqual([]);
});

test('each day of a feast of several, none of half a day, none twice', async () => {
  const emirates = await proposed('AE', null, 2026);
  const eid = emirates.filter((day) => day.includes('Eid al-Fitr')).map((day) => day.slice(0, 10));
  expect(eid).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
  expect((await proposed('CN', null, 2027)).filter((day) => day.startsWith('2027-05-04'))).toEqual([]);
  for (const country of ['AE', 'KR', 'RO', 'TR', 'JP']) {
    const dates = (await proposed(country, null, 2026, 2027)).map((day) => day.slice(0, 10));
    expect(new Set(dates).size).toBe(dates.length);
  }
});

test.each([
  ['XX', null],
  ['', null],
  ['Germany', null],
  ['DE', 'QQ'],
  ['LU', 'LU'],
  ['constructor', '__proto__'],
])('%s %s is unknown', async (country, region) => {
  expect(await proposeHolidays(country, region, [2026])).toBe('unknown');
});
