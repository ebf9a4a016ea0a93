import { describe, expect, it } from 'vitest';
import { noNews } from '../../src/usecases/news.ts';
import { engines, freshStore } from '../support/fresh-store.ts';
import { acme, mia } from '../support/sample-request.ts';

describe.each(engines)('a write on $engine', ({ freshUrl }) => {
  it('that throws is taken back alone, although its neighbours share its commit', async () => {
    const store = await freshStore(await freshUrl());

    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        store.write(async (transaction) => {
          await transaction.remember('T1', `key-${index}`, `answer ${index}`, 1);
          if (index % 3 === 0) throw new Error(`number ${index} failed`);
          return index;
        }),
      ),
    );

    for (const [index, outcome] of outcomes.entries()) {
      const failed = index % 3 === 0;
      expect(outcome).toMatchObject(
        failed
          ? { status: 'rejected', reason: new Error(`number ${index} failed`) }
          : { status: 'fulfilled', value: index },
      );
      expect(await store.handled('T1', `key-${index}`)).toBe(failed ? null : `answer ${index}`);
    }
  });

  it('that breaks a rule of the schema fails alone too', async () => {
    const store = await freshStore(await freshUrl());
    const bodies = new Map([['B1', 'once']]);

    const [first, second, third] = await Promise.allSettled([
      store.write((transaction) => transaction.saveWords('T1', bodies, 1)),
      store.write((transaction) => transaction.saveWords('T1', bodies, 2)),
      store.write((transaction) => transaction.remember('T1', 'key', 'answer', 3)),
    ]);

    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(third.status).toBe('fulfilled');
    expect(await store.words(['B1'])).toEqual(bodies);
  });

  it('is seen by others only once it is committed', async () => {
    const store = await freshStore(await freshUrl());
    const seen: unknown[] = [];

    await store.write(async (transaction) => {
      await transaction.saveWorkspace(acme);
      seen.push(await transaction.workspace(), await store.workspace());
    });

    expect(seen).toEqual([acme, null]);
    expect(await store.workspace()).toEqual(acme);
  });

  it('tells of new work for the outbox and the inbox once it is committed, and of nothing else', async () => {
    const store = await freshStore(await freshUrl());
    const news: unknown[] = [];
    store.onCommit((each) => news.push(each));
    const announce = (fail: boolean) =>
      store.write(async (transaction) => {
        const subject = { kind: 'upsert', purpose: 'home', recipient: mia } as const;
        await transaction.announce([{ id: 'O1', workspace: 'T1', subject, at: 1 }]);
        if (fail) throw new Error('no');
      });

    await store.write((transaction) => transaction.remember('T1', 'key', 'answer', 1));
    await announce(true).catch(() => undefined);
    expect(news).toEqual([]);

    await announce(false);
    await store.write((transaction) =>
      transaction.takeEvent({ id: 'Ev1', workspace: 'T1', body: '{}', receivedAt: 1 }),
    );
    expect(news).toEqual([
      { ...noNews(), outbox: true },
      { ...noNews(), inbox: true },
    ]);
  });
});

describe.each(engines)('one delivery that comes twice at the same instant on $engine', ({ freshUrl }) => {
  it('has one effect, and both get the same answer', async () => {
    const store = await freshStore(await freshUrl());
    const handle = () =>
      store.write(async (transaction) => {
        const before = await transaction.handled('T1', 'view:V1');
        if (before) return before;
        const answer = `MR-${await transaction.nextRequestNumber('T1')}`;
        await transaction.remember('T1', 'view:V1', answer, 1);
        return answer;
      });

    expect(await Promise.all([handle(), handle(), handle()])).toEqual(['MR-1', 'MR-1', 'MR-1']);
    expect(await store.write((transaction) => transaction.nextRequestNumber('T1'))).toBe(2);
  });
});
