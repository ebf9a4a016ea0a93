import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Figures, Listed } from '../../../src/domain/digest/figures.ts';
import { slotsDue, weekSoFar } from '../../../src/domain/digest/schedule.ts';
import { weeklyFigures } from '../../../src/usecases/digest/weekly-figures.ts';
import { mia, openDesk, type TestDesk } from '../../slack/support/desk.ts';
import { freshSqliteUrl } from '../../support/fresh-store.ts';
import { sampleTool } from '../../support/sample-tool.ts';
import { figuresBySql } from './figures-by-sql.ts';
import { liveBy, type Step, timeless } from './random-weeks.ts';

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(199),
  which: fc.nat(39),
  who: fc.nat(29),
  hours: fc.nat(14),
});

async function lived(steps: readonly Step[]): Promise<TestDesk & { database: Database.Database }> {
  const url = freshSqliteUrl();
  const test = await openDesk(url);
  const database = new Database(url.slice('file:'.length), { readonly: true });
  onTestFinished(() => void database.close());
  const now = test.clock.now();
  const tool = sampleTool({ name: 'Mail', state: 'live', contract_end: '2026-06-01', notice_days: '30' });
  await test.desk.store.write(async (transaction) => {
    const version = { version: 2, changedBy: null, changedAt: now };
    await transaction.addSettings('T1', { ...version, document: timeless });
    const fair = {
      id: 'L1',
      workspace: 'T1',
      name: 'Fair',
      date: '2026-03-20',
      owner: mia,
      cancelled: false,
    };
    await transaction.saveLaunch({ ...fair, revision: 1 }, { at: now, by: mia, because: null });
    await transaction.saveTools([{ tool, change: { at: now, by: null, changes: [] } }]);
  });
  await liveBy(test, steps);
  return { ...test, database };
}

test('every figure is what SQL makes of the same tables', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 50, maxLength: 90 }), async (steps) => {
      const { desk, clock, database } = await lived(steps);
      const schedule = timeless.digest;
      const now = clock.now();
      for (const slot of [...slotsDue(schedule, '2026-W01', now).slice(-2), weekSoFar(schedule, now)]) {
        const figures = await weeklyFigures(desk, slot, schedule.zone);
        expect(plainly(figures)).toEqual(figuresBySql(database, slot, now));
        expect(JSON.stringify(figures)).not.toMatch(/T1\/|"U[A-Z]/);
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

/** Lists as numbers in order, as SQL gives them. */
function plainly(figures: Figures) {
  const numbers = ({ count, rows }: Listed) => {
    expect(rows).toHaveLength(count);
    return rows.map(({ request }) => request).sort((a, b) => a - b);
  };
  const side = ({ kept, late, overdue, before }: Figures['promises']['it']) => ({
    ...{ kept: numbers(kept), late: numbers(late), overdue: numbers(overdue), before },
  });
  const time = (party: Figures['time']['it']) => ({ time: party.time, rows: numbers(party) });
  const parties = (by: Figures['open']['overdue']) => ({
    ...{ it: numbers(by.it), marketing: numbers(by.marketing), thirdParty: numbers(by['third-party']) },
  });
  const { promises, flow, done, open, delivery, contract, accepted } = figures;
  return {
    promises: { it: side(promises.it), marketing: side(promises.marketing) },
    time: {
      ...{ it: time(figures.time.it), marketing: time(figures.time.marketing) },
      thirdParty: time(figures.time['third-party']),
    },
    flow: {
      ...{ asked: numbers(flow.asked), declined: numbers(flow.declined) },
      withdrawn: numbers(flow.withdrawn),
    },
    done: { confirmed: numbers(done.confirmed), unconfirmed: numbers(done.unconfirmed) },
    open: {
      ...{ count: open.count, overdue: parties(open.overdue), atRisk: parties(open.atRisk) },
      contested: numbers(open.contested),
    },
    delivery: {
      ...{ confirmedAtFirst: numbers(delivery.confirmedAtFirst), sentBack: numbers(delivery.sentBack) },
    },
    contract: {
      ...{ before: numbers(contract.before), after: numbers(contract.after) },
      ...{ unknown: numbers(contract.unknown), daysAhead: contract.daysAhead },
    },
    accepted: { S: numbers(accepted.S), M: numbers(accepted.M), L: numbers(accepted.L) },
    dates: figures.dates.rows.map(({ request }) => request),
    launches: figures.launches.map(({ launch }) => launch),
    renewals: figures.renewals.map(({ tool }) => tool),
  };
}
