import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figures, SidePromises } from '../../../src/domain/digest/figures.ts';
import { slotsDue, weekSoFar } from '../../../src/domain/digest/schedule.ts';
import { pulseScores } from '../../../src/domain/pulse/reading.ts';
import { weeklyFigures } from '../../../src/usecases/digest/weekly-figures.ts';
import { scoreboardFor } from '../../../src/usecases/home/scoreboard.ts';
import { readPulse } from '../../../src/usecases/pulse/pulse.ts';
import { lea, mia, openDesk, type TestDesk } from '../../slack/support/desk.ts';
import { freshSqliteUrl } from '../../support/fresh-store.ts';
import { asSaved, sampleTool } from '../../support/sample-tool.ts';
import { askOf } from './by-sql/ask.ts';
import { figuresBySql } from './by-sql/figures.ts';
import { pulsesBySql } from './by-sql/pulse.ts';
import { retell } from './by-sql/retold.ts';
import { answerPulse, type Ballots, liveBy, type Step, timeless } from './random-weeks.ts';

interface History {
  /** What happens from one look at the figures to the next. */
  stretches: Step[][];
  ballots: Ballots;
}

const step = fc.record({ what: fc.nat(1999), which: fc.nat(39), who: fc.nat(29), hours: fc.nat(14) });
const stretch = fc.array(step, { minLength: 20, maxLength: 50, size: 'max' });
const answers = fc.array(fc.option(fc.constantFrom(...pulseScores), { freq: 8 }), {
  ...{ maxLength: 9, size: 'max' },
});
const sides = fc.record({ it: answers, marketing: answers });
const history: fc.Arbitrary<History> = fc.record({
  stretches: fc.array(stretch, { minLength: 2, maxLength: 4, size: 'max' }),
  // The last two are not over when most histories end.
  ballots: fc.record({ '2025-Q3': sides, '2025-Q4': sides, '2026-Q1': sides, '2026-Q2': sides }),
});

test('every figure is what SQL makes of the same tables', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (each) => void (await agreed(each))),
    { numRuns: 4, endOnFailure: true },
  );
});

/** Seeds chosen so that they do: if histories are made otherwise, others have to be looked for. */
const telling = [92, 294, 41, 259, 17, 156, 4, 50];

const clocks = {
  it: ['first-response', 'decision', 'agreement', 'ruling', 'delivery'],
  marketing: ['answer', 'agreement', 'acceptance'],
} as const;

test('and not of nothing: these histories reach every figure there is', async () => {
  const [known, reached, missing] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const life of telling.flatMap((seed) => fc.sample(history, { seed, numRuns: 1 }))) {
    for (const [figure, value] of (await agreed(life)).flatMap((figures) => [...leaves(figures)])) {
      known.add(figure);
      if (value === null) missing.add(figure);
      else if (value) reached.add(figure);
    }
  }
  // What is sometimes missing is reached once something stands in its place.
  const isReached = (figure: string) => [...reached].some((each) => each.startsWith(figure));
  expect([...known].filter((figure) => !isReached(figure))).toEqual([]);
  expect([...missing].sort()).toEqual([
    '.load[].capacity',
    '.pulse',
    '.pulse.gap',
    '.pulse.it',
    '.pulse.marketing',
  ]);
  for (const side of ['it', 'marketing'] as const) {
    for (const clock of clocks[side]) {
      expect(reached).toContain(`.promises.${side}.lateByClock[${clock}].now`);
      expect(reached).toContain(`.promises.${side}.lateByClock[${clock}].before`);
    }
  }
});

/** Lives this history, and gives the figures of its weeks once they are what SQL makes of the same tables. */
async function agreed({ stretches, ballots }: History): Promise<Figures[]> {
  const url = freshSqliteUrl();
  const test = await openDesk(url);
  await setUp(test);
  await answerPulse(test, ballots);
  const told: Figures[] = [];
  const requests: string[] = [];
  for (const steps of stretches) {
    await liveBy(test, steps, requests);
    told.push(...(await lookAt(test, url)));
  }
  return told;
}

async function setUp({ desk, clock }: TestDesk): Promise<void> {
  const now = clock.now();
  const launches = [
    { id: 'L1', date: '2026-03-20', cancelled: false },
    { id: 'L2', date: '2026-04-02', cancelled: true },
    { id: 'L3', date: '2026-04-09', cancelled: false },
  ];
  const ends = { contract_end: '2026-06-01' };
  const tools = [
    sampleTool({ name: 'Mail', state: 'live', ...ends, notice_days: '30' }),
    sampleTool({ name: 'Forms', state: 'pilot', ...ends }),
    sampleTool({ name: 'Survey', state: 'retiring', ...ends }),
    sampleTool({ name: 'Shop', state: 'live', contract_end: '2027-06-01' }),
  ];
  await desk.store.write(async (transaction) => {
    const version = { version: 2, changedBy: null, changedAt: now };
    await transaction.addSettings('T1', { ...version, document: timeless });
    for (const each of launches) {
      const launch = { ...each, workspace: 'T1', name: 'Fair', owner: mia, revision: 1 };
      await transaction.saveLaunch(launch, { at: now, by: mia, because: null });
    }
    await transaction.saveTools(asSaved(tools, now));
  });
}

/** The last digests and the week so far. */
async function lookAt({ desk, clock }: TestDesk, url: string): Promise<Figures[]> {
  const database = new Database(url.slice('file:'.length), { readonly: true });
  retell(database);
  const schedule = timeless.digest;
  const now = clock.now();
  const thisWeek = weekSoFar(schedule, now);
  const told: Figures[] = [];
  for (const slot of [...slotsDue(schedule, '2026-W01', now), thisWeek]) {
    const figures = await weeklyFigures(desk, slot, schedule.zone);
    expect(figures).toEqual(figuresBySql(askOf(database, slot, now)));
    expect(JSON.stringify(figures)).not.toMatch(/T1\/|"U[A-Z]/);
    told.push(figures);
  }
  expect(await readPulse(desk, desk.store)).toEqual(pulsesBySql(askOf(database, thisWeek, now)));
  expect((await scoreboardFor(desk, lea))?.promises).toEqual(keptOfAll(told.at(-1)));
  database.close();
  return told;
}

/** The week so far, as App Home has it. */
function keptOfAll(figures: Figures | undefined) {
  const side = ({ kept, late }: SidePromises) => ({ kept: kept.count, all: kept.count + late.count });
  return figures && { it: side(figures.promises.it), marketing: side(figures.promises.marketing) };
}

/** Every single number or word in the figures by where it stands; things in lists together, but clocks apart. */
function* leaves(value: unknown, path = ''): Generator<[path: string, value: unknown]> {
  if (value === null || typeof value !== 'object') yield [path, value];
  else if (Array.isArray(value)) {
    yield [`${path}[`, value.length];
    for (const each of value) yield* leaves(each, `${path}[${clockOf(each)}]`);
  } else for (const [name, each] of Object.entries(value)) yield* leaves(each, `${path}.${name}`);
}

function clockOf(row: unknown): unknown {
  return typeof row === 'object' && row !== null && 'clock' in row ? row.clock : '';
}
