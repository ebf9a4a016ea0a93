import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, type Hours, weekdays } from '../../../src/domain/sla/calendar.ts';
import { breachAt, dueAt } from '../../../src/domain/sla/due.ts';
import { countedStretches, elapsed } from '../../../src/domain/sla/elapsed.ts';
import type { Interval } from '../../../src/domain/sla/interval.ts';
import { markMinutes, nextChange, slowDue, slowElapsed } from './slow-reference.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const daysMarked = 4;
const casesPerCalendar = 100;
const cases = Number(process.env.SLA_CASES ?? 100_000);
const seed = Number(process.env.SLA_SEED ?? Date.now() % 2 ** 31);

const timeOfDay = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

// Mostly on the quarter hour, and often short and in the small hours, where zones change.
const start = fc.oneof(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 14 }));
const length = fc.oneof(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 1, max: 6 }));
const windows: fc.Arbitrary<Hours[]> = fc.array(
  fc
    .tuple(start, length, fc.constantFrom(0, 0, 0, 7))
    .map(([start, length, odd]) => ({
      from: timeOfDay(start * 15 + odd),
      to: timeOfDay(Math.min(24 * 60, start * 15 + length * 15)),
    }))
    .filter(({ from, to }) => from < to),
  { maxLength: 3 },
);

const onDay = fc.record({ offset: fc.integer({ min: 0, max: daysMarked }), hours: windows });

const place = fc.record({
  zone: fc.oneof(
    fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    fc.constantFrom(
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
      'Africa/Cairo',
    ),
  ),
  year: fc.integer({ min: 1990, max: 2040 }),
  month: fc.integer({ min: 0, max: 11 }),
  nearChange: fc.boolean(),
  week: fc.tuple(...weekdays.map(() => windows)),
  holidays: fc.array(onDay, { maxLength: 2 }),
  openings: fc.array(onDay, { maxLength: 1 }),
});

// Instants as milliseconds into the marked days; half of them on the quarter hour.
const offset = fc
  .tuple(fc.integer({ min: 0, max: daysMarked * day }), fc.boolean())
  .map(([instant, exact]) => (exact ? instant - (instant % (15 * minute)) : instant));

const scene = fc.record({
  instants: fc.tuple(offset, offset, offset),
  pauses: fc.array(fc.tuple(offset, fc.option(offset)), { maxLength: 3 }),
  budget: fc.integer({ min: 1, max: 20 * 60 }).map((minutes) => minutes * minute),
  odd: fc.constantFrom(0, 0, 1, 59_999),
});

function calendarOf(
  drawn: typeof place extends fc.Arbitrary<infer Drawn> ? Drawn : never,
  start: number,
): Calendar {
  const date = (offset: number) => new Date(start + offset * day).toISOString().slice(0, 10);
  const days = weekdays.map((weekday, index) => [weekday, drawn.week[index] ?? []]);
  return {
    zone: drawn.zone,
    week: Object.fromEntries(days) as Calendar['week'],
    holidays: drawn.holidays.map(({ offset, hours }) => ({ date: date(offset), name: 'Holiday', hours })),
    openings: drawn.openings.map(({ offset, hours }) => ({ date: date(offset), hours })),
    version: 1,
  };
}

test(`the engine keeps its laws and agrees with the slow reference (seed ${seed})`, () => {
  console.info(`sla laws: ${cases} cases, seed ${seed} (SLA_SEED=${seed} repeats them)`);
  let compared = 0;
  fc.assert(
    fc.property(
      place,
      fc.array(scene, { minLength: casesPerCalendar, maxLength: casesPerCalendar }),
      (drawn, scenes) => {
        const month = Date.UTC(drawn.year, drawn.month);
        const start = drawn.nearChange ? nextChange(drawn.zone, month) - 2 * day : month;
        const calendar = calendarOf(drawn, start);
        const marked = markMinutes(calendar, start, daysMarked);

        for (const { instants, pauses: drawnPauses, budget: wholeMinutes, odd } of scenes) {
          const [a = 0, b = 0, c = 0] = instants
            .map((offset) => start + offset)
            .sort((one, two) => one - two);
          const pauses: Interval[] = drawnPauses.map(([from, to]) =>
            to === null ? { from: start + from } : { from: start + from, to: start + to },
          );
          const budget = wholeMinutes + odd;
          const whole = elapsed(a, c, calendar, pauses);
          const due = dueAt(a, budget, calendar, pauses);
          const late = breachAt(a, budget, calendar, pauses);

          same(whole, slowElapsed(marked, a, c, pauses), 'elapsed');
          const slow = slowDue(marked, a, budget, pauses);
          if (slow !== undefined) same(due.kind === 'due' ? due.at : due.kind, slow, 'due');
          else if (due.kind === 'due')
            holds(due.at > start + daysMarked * day, 'due only after the marked days');

          same(elapsed(a, b, calendar, pauses) + elapsed(b, c, calendar, pauses), whole, 'additive');
          holds(elapsed(a, b, calendar, pauses) <= whole, 'monotone');
          same(elapsed(c, a, calendar, pauses), 0, 'never negative');
          same(elapsed(a, c, calendar, split(pauses, b)), whole, 'a pause may be split');
          if (due.kind === 'due') {
            same(elapsed(a, due.at, calendar, pauses), budget, 'the budget is used up when due');
            holds(elapsed(a, due.at - 1, calendar, pauses) < budget, 'and not before');
          }
          if (late.kind === 'due') {
            holds(elapsed(a, late.at, calendar, pauses) > budget, 'breached is more than the budget');
            holds(elapsed(a, late.at - 1, calendar, pauses) <= budget, 'and not before');
          }
          compared += 1;
        }
      },
    ),
    { seed, numRuns: Math.ceil(cases / casesPerCalendar) },
  );
  expect(compared).toBeGreaterThanOrEqual(cases);
});

test(`years apart, in whatever order they are asked for (seed ${seed})`, () => {
  const inSomeYear = fc.integer({ min: Date.UTC(1990), max: Date.UTC(2040) });
  fc.assert(
    fc.property(place, fc.array(inSomeYear, { minLength: 3, maxLength: 6 }), (drawn, instants) => {
      const calendar = calendarOf(drawn, Date.UTC(drawn.year, drawn.month));
      const [a = 0, b = 0] = instants;
      const before = elapsed(a, b, calendar);
      const ordered = instants.toSorted((one, two) => one - two);
      const first = ordered[0] ?? 0;
      const last = ordered.at(-1) ?? 0;
      const steps = ordered.map((instant, at) => elapsed(ordered[at - 1] ?? first, instant, calendar));
      same(
        steps.reduce((sum, step) => sum + step, 0),
        elapsed(first, last, calendar),
        'additive',
      );
      same(elapsed(a, b, calendar), before, 'a table that grew says the same');
      const counted = countedStretches(first, last, calendar);
      same(
        counted.reduce((sum, { from, to }) => sum + to - from, 0),
        elapsed(first, last, calendar),
        'the stretches add up',
      );
    }),
    { seed, numRuns: 30 },
  );
});

// Plain comparisons: a million calls of expect() would take longer than all that they check.
function same(actual: unknown, wanted: unknown, law: string): void {
  if (actual !== wanted) throw new Error(`${law}: got ${actual}, wanted ${wanted}`);
}

function holds(truth: boolean, law: string): void {
  if (!truth) throw new Error(law);
}

function split(pauses: readonly Interval[], at: number): Interval[] {
  return pauses.flatMap((pause) =>
    pause.from < at && at < (pause.to ?? Number.POSITIVE_INFINITY)
      ? [
          { ...pause, from: at },
          { from: pause.from, to: at },
        ]
      : [pause],
  );
}
