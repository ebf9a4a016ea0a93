import { describe, expect, it } from 'vitest';
import { usualNotices } from '../../../src/domain/notices/notices.ts';
import type { Store, Transaction } from '../../../src/usecases/ports.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, mia } from '../../support/sample-request.ts';

async function filled(url: string): Promise<{ store: Store; does: Store['write'] }> {
  const store = await freshStore(url);
  await store.write((transaction: Transaction) => transaction.saveWorkspace(acme));
  return { store, does: (work) => store.write(work) };
}

describe.each(engines)('what each person is shown, on $engine', ({ freshUrl }) => {
  it('keeps pages over openings, and lets a refresh be taken once in its time', async () => {
    const { store, does } = await filled(await freshUrl());
    await does((transaction) => transaction.saveHomeOpened('T1', mia, 1000));
    await does((transaction) => transaction.saveHomePages('T1', mia, { mine: 2 }, 2000));
    await does((transaction) => transaction.saveHomeOpened('T1', mia, 3000));
    const take = (at: number) => does((transaction) => transaction.takeHomeRefresh(mia, at, at - 30));
    expect([await take(3000), await take(3010), await take(3030), await take(2000)]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    await does((transaction) => transaction.saveHomeShown(mia, 'digest', 'hash'));
    expect(await store.homesOpenedSince('T1', 3000)).toEqual([
      { person: mia, pages: { mine: 2 }, openedAt: 3000, refreshedAt: 2000, shown: 'digest', hash: 'hash' },
    ]);
  });

  it('gives a morning to somebody once a day', async () => {
    const { store, does } = await filled(await freshUrl());
    const morning = {
      person: mia,
      day: '2026-03-03',
      saidAt: 5,
      listed: [{ key: 'a', name: 'MR-1' }],
      shown: 'x',
    };
    const add = () => does((transaction) => transaction.addMorning('T1', morning));
    expect([await add(), await add()]).toEqual([true, false]);
    await does((transaction) =>
      transaction.saveMorningPlace(mia, '2026-03-03', { channel: 'D1', ts: '1.1' }),
    );
    expect(await store.lastMorning(mia)).toEqual({ ...morning, place: { channel: 'D1', ts: '1.1' } });
    for (const until of [7, 9]) await does((transaction) => transaction.saveMorningsDone('T1', until));
    expect(await store.morningsDoneUntil('T1')).toBe(9);
    for (const morning of ['every-day', 'new-or-late'] as const) {
      await does((transaction) => transaction.saveNotices('T1', mia, { ...usualNotices, morning }));
    }
    expect(await store.notices(mia)).toEqual({ ...usualNotices, morning: 'new-or-late' });
  });

  it('finds who is waited for, page by page, and counts ballots without names', async () => {
    const { store, does } = await filled(await freshUrl());
    await fileRequest(store, 'R1');
    expect(await store.peopleSince('T1', 0)).toContainEqual({ person: mia, side: 'marketing' });
    expect(await store.countRequests('T1')).toBe(1);
    const [first] = await store.requestsAfter('T1', 0, 10);
    expect(await store.requestsAfter('T1', first?.number ?? 0, 10)).toEqual([]);
    expect((await store.openByMarketing('T1', { limit: 5, offset: 0 })).map(({ id }) => id)).toEqual(['R1']);
    const ballot = { secret: 's', quarter: '2026-Q1', side: 'it' } as const;
    await does((transaction) => transaction.addBallot('T1', ballot));
    for (const score of [2, 5] as const)
      await does((transaction) => transaction.castBallot('T1', { ...ballot, score }));
    expect(await store.pulseTallies('T1')).toEqual([{ quarter: '2026-Q1', side: 'it', answers: 1, sum: 5 }]);
  });
});
