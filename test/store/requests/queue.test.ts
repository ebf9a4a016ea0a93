import { describe, expect, it } from 'vitest';
import { type QueuePlace, type ReckonedPlace, startOf } from '../../../src/domain/request/queue.ts';
import type { Request } from '../../../src/domain/request/request.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, firstResponse, ivan, mia, sampleRequest } from '../../support/sample-request.ts';

/** Requests in the order of their numbers; each is due an hour after the one before it, from the last to the first. */
async function queueOf(url: string, changes: Partial<Request>[]): Promise<Store> {
  const store = await freshStore(url);
  await store.write(async (transaction) => {
    await transaction.saveWorkspace(acme);
    for (const [index, change] of changes.entries()) {
      const number = index + 1;
      const { request, events } = sampleRequest({ id: `R${number}`, number, at: 1_000 * number });
      const due = firstResponse(10_000_000 - 3_600_000 * index);
      await transaction.saveRequest({ ...request, ...change }, events, [due]);
    }
  });
  return store;
}

describe.each(engines)('the queue on $engine', ({ freshUrl }) => {
  it('is narrowed, ordered and counted alike', async () => {
    const store = await queueOf(await freshUrl(), [
      { kind: 'change', priority: 4 },
      { kind: 'change', priority: 1, assignee: ivan },
      { kind: 'broken', priority: 2 },
      { kind: 'change', priority: 2, assignee: mia },
    ]);
    const numbers = async (place: Partial<ReckonedPlace>, offset = 0) => {
      const page = { limit: 2, offset };
      return (await store.queuePage('T1', ivan, { ...startOf('due'), list: 'due', ...place }, page)).map(
        ({ number }) => number,
      );
    };
    expect(await numbers({})).toEqual([4, 3]);
    expect(await numbers({}, 2)).toEqual([2, 1]);
    expect(await numbers({ order: 'oldest' })).toEqual([1, 2]);
    expect(await numbers({ order: 'priority' })).toEqual([2, 3]);
    expect(await numbers({ order: 'priority' }, 2)).toEqual([4, 1]);
    expect(await numbers({ kind: 'change' })).toEqual([4, 2]);
    expect(await numbers({ kind: 'change', priority: 2 })).toEqual([4]);
    expect(await numbers({ assignee: ivan })).toEqual([2]);
    expect(await numbers({ list: 'unclaimed', order: 'due' })).toEqual([3, 1]);
    expect(await numbers({ list: 'mine', kind: 'broken' })).toEqual([]);

    const change = { ...startOf('due'), kind: 'change' } as const;
    expect(await store.queueCounts('T1', ivan, change)).toMatchObject({ due: 3, mine: 1, unclaimed: 1 });
    expect(await store.queueCounts('T1', ivan, startOf('due'))).toMatchObject({
      due: 4,
      mine: 1,
      unclaimed: 2,
    });
  });

  it('is where somebody left it', async () => {
    const store = await queueOf(await freshUrl(), []);
    const place: QueuePlace = {
      ...{ list: 'marketing', page: 3, kind: 'tool', priority: 1, assignee: mia, order: 'oldest' },
    };
    await store.write((transaction) => transaction.saveQueuePlace('T1', ivan, startOf('mine')));
    await store.write((transaction) => transaction.saveQueuePlace('T1', ivan, place));
    expect(await store.queuePlace(ivan)).toEqual(place);
    expect(await store.queuePlace(mia)).toBeNull();
  });
});
