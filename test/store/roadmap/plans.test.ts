import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Request } from '../../../src/domain/request/request.ts';
import type { Launch } from '../../../src/domain/roadmap/launch.ts';
import { noTopFive } from '../../../src/domain/roadmap/top-five.ts';
import { openDatabase } from '../../../src/store/engine/open-database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations.ts';
import { reading } from '../../../src/store/reading.ts';
import { Conflict } from '../../../src/usecases/ports.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, ivan, mia, sampleRequest } from '../../support/sample-request.ts';
import { asSaved, sampleTool } from '../../support/sample-tool.ts';

const fair: Launch = {
  ...{ id: 'L1', workspace: 'T1', revision: 1, name: 'Fair', date: '2026-03-20', owner: mia },
  cancelled: false,
};

describe.each(engines)('what is planned, on $engine', ({ freshUrl }) => {
  async function desk() {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    return store;
  }

  /** Saves a request as if it had come that far. */
  async function filed(store: Awaited<ReturnType<typeof desk>>, number: number, changed: Partial<Request>) {
    const { request, events } = sampleRequest({ id: `R${number}`, number });
    await store.write((transaction) => transaction.saveRequest({ ...request, ...changed }, events, []));
  }

  it('keeps a launch with its history, and lists those that come', async () => {
    const store = await desk();
    const moved = { ...fair, revision: 2, date: '2026-04-01' };
    await store.write(async (transaction) => {
      await transaction.saveLaunch(fair, { at: 1, by: mia, because: null });
      await transaction.saveLaunch(moved, { at: 2, by: ivan, because: null });
      await transaction.saveLaunch({ ...fair, id: 'L2' }, { at: 3, by: mia, because: null });
      const cancelled = { ...fair, id: 'L2', revision: 2, cancelled: true };
      await transaction.saveLaunch(cancelled, { at: 4, by: mia, because: 'No hall' });
      await transaction.saveLaunch(
        { ...fair, id: 'L3', date: '2026-03-21' },
        { at: 5, by: mia, because: null },
      );
    });
    expect(await store.launch('L1')).toEqual(moved);
    const coming = await store.upcomingLaunches('T1', '2026-03-21', 9);
    expect(coming.map(({ id }) => id)).toEqual(['L3', 'L1']);
    const history = await store.launchHistory('L2', 9);
    expect(history.map(({ revision, because }) => [revision, because])).toEqual([
      [2, 'No hall'],
      [1, null],
    ]);
    const late = store.write((transaction) =>
      transaction.saveLaunch(moved, { at: 6, by: mia, because: null }),
    );
    await expect(late).rejects.toThrow(Conflict);
  });

  it('finds requests by their launch, by the day they are accepted for, and by why they wait', async () => {
    const store = await desk();
    const inForce = sampleRequest().request.agreement.proposed;
    const working: Partial<Request> = {
      ...{ size: 'M', launch: 'L1', state: { status: 'in-progress' } },
      agreement: { inForce, proposed: null, versions: 1, ticks: {} },
    };
    const words = { words: 'b', declinedBy: ivan, final: false };
    await filed(store, 1, working);
    await filed(store, 2, { ...working, state: { status: 'done', confirmed: true, closedAt: 5 } });
    await filed(store, 3, { launch: 'L1' });
    await filed(store, 4, { state: { status: 'declined', reason: 'not-now', ...words }, changedAt: 9 });
    await filed(store, 5, { state: { status: 'declined', reason: 'not-secure', ...words }, changedAt: 9 });
    const numbers = (found: readonly Request[]) => found.map(({ number }) => number);
    expect(numbers(await store.requestsOfLaunch('L1', 9))).toEqual([1, 3, 2]);
    expect(await store.openRequestsByLaunch(['L1', 'L2'])).toEqual(new Map([['L1', 2]]));
    expect(numbers(await store.plannedRequests('T1', 9))).toEqual([1]);
    expect(await store.plannedSizes('T1', { from: '2026-03', to: '2026-03' })).toEqual([
      { month: '2026-03', size: 'M', count: 2 },
    ]);
    expect(await store.plannedSizes('T1', { from: '2026-04', to: '2026-12' })).toEqual([]);
    expect(numbers(await store.notNow('T1', 0, 9))).toEqual([4]);
    expect(numbers(await store.notNow('T1', 10, 9))).toEqual([]);
  });

  it('has the newest top five, each order once, and the tools on the move', async () => {
    const store = await desk();
    expect(await store.topFive('T1')).toEqual(noTopFive);
    const order = (revision: number, requests: string[]) =>
      store.write((transaction) =>
        transaction.addTopFive('T1', { revision, requests, by: mia, at: revision }),
      );
    await order(1, ['R1']);
    await order(2, ['R2', 'R1']);
    await expect(order(2, ['R3'])).rejects.toThrow();
    expect(await store.topFive('T1')).toEqual({ revision: 2, requests: ['R2', 'R1'], by: mia, at: 2 });
    const tools = [sampleTool({ name: 'A', state: 'live' }), sampleTool({ name: 'B', state: 'retiring' })];
    await store.write((transaction) => transaction.saveTools(asSaved(tools)));
    expect((await store.toolsOnTheMove('T1', 9)).map(({ name }) => name)).toEqual(['B']);
  });

  it('knows of requests from before for which day and in which size they are accepted', async () => {
    const database = await openDatabase(await freshUrl());
    onTestFinished(() => database.close());
    const run = { appVersion: '1.0.0', now: () => 0 };
    const before = migrations.findIndex(({ name }) => name.endsWith('roadmap'));
    await migrate(database, migrations.slice(0, before), run);
    const { request } = sampleRequest();
    const agreement = { inForce: request.agreement.proposed, proposed: null, versions: 1, ticks: {} };
    const document = JSON.stringify({ ...request, size: 'L', agreement, state: { status: 'in-progress' } });
    await database.alone(async (db) => {
      await sql`insert into workspace (id, name, bot_user_id) values ('T1', 'Acme', 'U1')`.execute(db);
      await sql`
        insert into request (id, workspace_id, number, kind, status, requester, author, priority, open,
          submitted_at, changed_at, version, document)
        values ('R1', 'T1', 1, 'tool', 'in-progress', 'T1/UMIA', 'T1/UMIA', 3, 1, 0, 0, 1, ${document})
      `.execute(db);
    });

    await migrate(database, migrations, run);

    const store = reading(database.committed);
    expect((await store.plannedRequests('T1', 9)).map(({ id }) => id)).toEqual(['R1']);
    expect(await store.plannedSizes('T1', { from: '2026-03', to: '2026-03' })).toEqual([
      { month: '2026-03', size: 'L', count: 1 },
    ]);
  });
});
