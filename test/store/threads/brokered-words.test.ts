import { describe, expect, it } from 'vitest';
import type { BrokeredWords } from '../../../src/usecases/threads/brokered-words.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, mia } from '../../support/sample-request.ts';

describe.each(engines)('words with a broker on $engine', ({ freshUrl }) => {
  it('are found by id, by message and when they are due, and go once', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    const { id: request } = await fileRequest(store, 'R1');
    const place = { channel: 'D1', ts: '2.1' };
    const kept = { workspace: 'T1', request, author: mia, words: 'Words' };
    const reply: BrokeredWords = {
      ...{ ...kept, id: 'B1', dueAt: 20 },
      way: { kind: 'reply', ...place, threadTs: '1.1', files: [] },
    };
    const asked: BrokeredWords = { ...kept, id: 'B2', dueAt: 10, way: { kind: 'window', says: 'ask' } };
    expect(await store.nextBrokeredDue('T1')).toBeNull();
    await store.write(async (transaction) => {
      await transaction.saveBrokered(reply);
      await transaction.saveBrokered(asked);
    });
    expect(await store.brokeredWords('B1')).toEqual(reply);
    expect(await store.brokeredAt('T1', 'D1', '2.1')).toEqual(reply);
    expect(await store.brokeredAt('T1', 'D1', '2.2')).toBeNull();
    expect(await store.brokeredDue('T1', 10, 5)).toEqual(['B2']);
    expect(await store.brokeredDue('T1', 20, 5)).toEqual(['B2', 'B1']);
    expect(await store.nextBrokeredDue('T1')).toBe(10);
    expect(await store.write((transaction) => transaction.dropBrokered('B2'))).toBe(true);
    expect(await store.write((transaction) => transaction.dropBrokered('B2'))).toBe(false);
    expect(await store.nextBrokeredDue('T1')).toBe(20);
  });
});
