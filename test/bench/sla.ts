/**
 * Adding working minutes: the engine, its window tables built within the measured time, against walking days with
 * @date-fns/tz and against other libraries. Each is warmed up for a moment on another year (the engine: on another calendar,
 * so that its table is still to be built), then works through the same list; who is slow is stopped and measured by what was
 * done.
 */
import { TZDate } from '@date-fns/tz';
import { addDays, isWeekend, setHours, startOfDay } from 'date-fns';
import { alertsToTell } from '../../src/domain/sla/alerts.ts';
import { type Calendar, officeHours } from '../../src/domain/sla/calendar.ts';
import { type PromiseClock, readClock } from '../../src/domain/sla/clocks.ts';
import { dueAt } from '../../src/domain/sla/due.ts';
import { type Adder, libraries } from './sla-libraries.ts';
import { sweepFigures } from './sla-sweep.ts';

const minute = 60_000;
const hour = 60 * minute;
const zone = 'America/New_York';
const additions = 100_000;
/** Two working weeks: what a delivery may take. */
const longest = 10 * 8 * 60;
const warmUpMilliseconds = 300;
const patienceMilliseconds = 3_000;

interface Addition {
  start: number;
  minutes: number;
}

export async function run(): Promise<{
  name: string;
  figures: Record<string, number>;
  ratios: Record<string, number>;
}> {
  const list = drawn(additions, 2026);
  const earlier = drawn(additions, 2024);

  const engine = engineFor(officeHours(zone));
  microseconds(engineFor(officeHours('Europe/Berlin')), earlier, warmUpMilliseconds);
  // It is done so soon that one hiccup of the machine would decide: the middle of five, each with a new table.
  const rounds = [1, 2, 3, 4, 5].map((version) =>
    microseconds(engineFor({ ...officeHours(zone), version: 100 + version }), list, patienceMilliseconds),
  );
  const ours = rounds.sort((a, b) => a - b)[2] ?? Number.NaN;

  const theirs: Record<string, number> = {};
  let disagreements = 0;
  // The libraries know no zone but the machine's (or are far slower with one): give them ours for that long.
  const machineZone = process.env.TZ;
  process.env.TZ = zone;
  for (const [name, add] of Object.entries({ date_fns_tz: walkDays, ...libraries })) {
    microseconds(add, earlier, warmUpMilliseconds);
    theirs[name] = microseconds(add, list, patienceMilliseconds);
    disagreements += list
      .slice(0, 300)
      .filter(({ start, minutes }) => add(start, minutes) !== engine(start, minutes)).length;
  }
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;

  const { date_fns_tz: dateFnsTz = Number.NaN, ...byLibrary } = theirs;
  return {
    name: 'sla',
    figures: {
      additions,
      engine_us: ours,
      ...Object.fromEntries(Object.entries(theirs).map(([name, one]) => [`${name}_us`, one])),
      disagreements,
      recompute_ms: recompute(10_000),
      ...(await sweepFigures()),
    },
    ratios: { vs_date_fns_tz: dateFnsTz / ours, vs_best: Math.min(...Object.values(byLibrary)) / ours },
  };
}

function engineFor(calendar: Calendar): Adder {
  return (start, minutes) => {
    const due = dueAt(start, minutes * minute, calendar);
    return due.kind === 'due' ? due.at : Number.NaN;
  };
}

function drawn(count: number, year: number): Addition[] {
  const random = randomNumbers();
  return Array.from({ length: count }, () => ({
    start: Date.UTC(year) + Math.floor(random() * 365 * 24 * 60) * minute,
    minutes: 1 + Math.floor(random() * longest),
  }));
}

function randomNumbers(): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Time for one addition. */
function microseconds(add: Adder, list: readonly Addition[], patience: number): number {
  const began = performance.now();
  let done = 0;
  for (const { start, minutes } of list) {
    add(start, minutes);
    done += 1;
    if (done % 50 === 0 && performance.now() - began > patience) break;
  }
  return ((performance.now() - began) * 1000) / done;
}

function walkDays(start: number, minutes: number): number {
  let left = minutes * minute;
  for (let at = new TZDate(start, zone); ; at = startOfDay(addDays(at, 1))) {
    if (isWeekend(at)) continue;
    const today = startOfDay(at);
    const from = Math.max(at.getTime(), setHours(today, 9).getTime());
    const open = Math.max(0, setHours(today, 17).getTime() - from);
    if (open >= left) return from + left;
    left -= open;
  }
}

/** Reads open clocks anew, each with its alerts, as after a change of calendars: every table has to be built. */
function recompute(count: number): number {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Sydney',
    'America/Sao_Paulo',
  ];
  const calendars = zones.map((name) => ({ ...officeHours(name), version: 2 }));
  const random = randomNumbers();
  const now = Date.UTC(2026, 5, 15, 12);
  const clocks = Array.from({ length: count }, (_, index): PromiseClock => {
    const calendar = calendars[index % calendars.length] ?? officeHours(zone);
    const start = now - Math.floor(random() * 60 * 24) * hour;
    const pauses = Array.from({ length: index % 4 }, () => {
      const from = start + Math.floor(random() * 30 * 24) * hour;
      return { from, to: from + Math.floor(random() * 72) * hour };
    });
    return { start, terms: [{ from: start, budget: (1 + (index % 80)) * hour, calendar }], pauses };
  });

  const began = performance.now();
  for (const clock of clocks) {
    readClock(clock, now);
    alertsToTell(clock, [], now);
  }
  return performance.now() - began;
}
