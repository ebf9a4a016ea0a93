import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/domain/request/decide.ts';
import { theClock } from '../../../src/domain/request/rights.ts';
import { Conflict, type Store } from '../../../src/usecases/ports.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, firstResponse, ivan, mia, sampleRequest } from '../../support/sample-request.ts';

async function deskStore(url: string): Promise<Store> {
  const store = await freshStore(url);
  await store.write((transaction) => transaction.saveWorkspace(acme));
  return store;
}

/** Ivan claims what the transaction finds; the answer is what he would be told. */
function claim(store: Store, id: string): Promise<string> {
  return store.write(async (transaction) => {
    const request = await transaction.request(id);
    if (!request) throw new Error(`no request ${id}`);
    const decision = decide(
      request,
      { type: 'claim' },
      {
        actor: { person: ivan, side: 'it', roles: ['it'] },
        ...{ now: 2_000, cause: 'event:Ev1', isIt: () => true },
      },
    );
    if (!decision.ok) return decision.refusal.code;
    await transaction.saveRequest(decision.request, decision.events, []);
    return 'claimed';
  });
}

describe.each(engines)('requests on $engine', ({ freshUrl }) => {
  it('are read back as they were saved', async () => {
    const store = await deskStore(await freshUrl());
    const { request, events } = sampleRequest();
    const commitments = [
      firstResponse(1_000),
      { ...firstResponse(1_000), round: 2, dueAt: null, budget: null },
    ];

    await store.write((transaction) => transaction.saveRequest(request, events, commitments));

    expect(await store.request('R1')).toEqual(request);
    expect(await store.requestByNumber('T1', 1)).toEqual(request);
    expect(await store.history('R1')).toEqual(events);
    expect(await store.commitments('R1')).toEqual(commitments);
    expect(await store.openCommitments(['R1', 'R2'])).toEqual(new Map([['R1', commitments]]));
    expect(await store.request('R2')).toBeNull();
    expect(await store.requestByNumber('T2', 1)).toBeNull();
    expect(await store.history('R2')).toEqual([]);
  });

  it('keep only the commitments shown last', async () => {
    const store = await deskStore(await freshUrl());
    const request = await fileRequest(store, 'R1');
    const met = { ...firstResponse(1_000), endedAt: 1_500, settledAt: 1_500, verdict: 'met' } as const;
    const decision = { ...firstResponse(1_000), clock: 'decision' } as const;

    await store.write((transaction) => transaction.saveRequest(request, [], [decision, met]));

    expect(await store.commitments('R1')).toEqual([decision, met]);
    expect(await store.openCommitments(['R1'])).toEqual(new Map([['R1', [decision]]]));
  });

  it('claimed by two in the same instant have one owner, and the other is told', async () => {
    const store = await deskStore(await freshUrl());
    await fileRequest(store, 'R1');

    const answers = await Promise.all([claim(store, 'R1'), claim(store, 'R1')]);

    expect(answers.sort()).toEqual(['already-yours', 'claimed']);
    expect(await store.request('R1')).toMatchObject({ assignee: ivan, version: 3 });
  });

  it('that moved on since they were read are a conflict, and nothing of the write is kept', async () => {
    const store = await deskStore(await freshUrl());
    const stale = await fileRequest(store, 'R1');
    await claim(store, 'R1');
    const decision = decide(
      stale,
      { type: 'withdraw', words: null },
      {
        actor: { person: mia, side: 'marketing', roles: ['requester'] },
        ...{ now: 3_000, cause: 'action:1', isIt: () => false },
      },
    );
    if (!decision.ok) throw new Error('Mia may withdraw');

    const late = store.write(async (transaction) => {
      await transaction.remember('T1', 'action:1', 'withdrawn', 3_000);
      await transaction.saveRequest(decision.request, decision.events, []);
    });

    await expect(late).rejects.toThrow(Conflict);
    expect(await store.handled('T1', 'action:1')).toBeNull();
    expect((await store.history('R1')).map(({ type }) => type)).toEqual([
      'RequestSubmitted',
      'DefinitionProposed',
      'RequestClaimed',
    ]);
  });

  it('are listed by urgency for IT and by age for those who asked', async () => {
    const store = await deskStore(await freshUrl());
    const save = (sample: ReturnType<typeof sampleRequest>) =>
      store.write((transaction) => transaction.saveRequest(sample.request, sample.events, []));
    await save(sampleRequest({ id: 'R1', number: 1, at: 1_000 }));
    await save(sampleRequest({ id: 'R2', number: 2, at: 2_000, impact: 1 }));
    await save(sampleRequest({ id: 'R3', number: 3, at: 3_000 }));
    await save(sampleRequest({ id: 'R4', number: 4, at: 4_000, by: ivan }));
    const withdrawn = decide(
      sampleRequest({ id: 'R3', number: 3, at: 3_000 }).request,
      { type: 'withdraw', words: null },
      { actor: { ...theClock, roles: ['requester'] }, now: 5_000, cause: 'action:1', isIt: () => false },
    );
    if (!withdrawn.ok) throw new Error('a requester may withdraw');
    await save(withdrawn);

    const ids = (requests: { id: string }[]) => requests.map(({ id }) => id);
    expect(ids(await store.openRequests('T1', { limit: 10, offset: 0 }))).toEqual(['R2', 'R1', 'R4']);
    expect(ids(await store.openRequests('T1', { limit: 1, offset: 1 }))).toEqual(['R1']);
    expect(await store.countOpenRequests('T1')).toBe(3);
    expect(await store.countOpenRequests('T2')).toBe(0);
    expect(ids(await store.requestsOf(mia, { limit: 10, offset: 0 }))).toEqual(['R2', 'R1', 'R3']);
    expect(ids(await store.requestsOf(mia, { limit: 2, offset: 1 }))).toEqual(['R1', 'R3']);
  });

  it('keep words apart, as they were typed', async () => {
    const store = await deskStore(await freshUrl());
    const words = new Map([
      ['B1', "'; drop table request; -- `$(x)` %s\n<!channel>"],
      ['B2', 'Grüße 👀 \u202e'],
    ]);
    await store.write((transaction) => transaction.saveWords('T1', words, 1));

    expect(await store.words(['B1', 'B2', 'B3'])).toEqual(words);
    expect(await store.words([])).toEqual(new Map());
  });
});
