import { describe, expect, it } from 'vitest';
import { noNews } from '../../../src/usecases/news.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import type { NewOutboxEntry, OutboxSubject } from '../../../src/usecases/saying/outbox.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { mia } from '../../support/sample-request.ts';

const card: OutboxSubject = { kind: 'upsert', purpose: 'triage-card', request: 'R1' };
const privateCard: OutboxSubject = { kind: 'upsert', purpose: 'private-card', request: 'R1', recipient: mia };
const question: OutboxSubject = { kind: 'say', request: 'R1', event: 7, audience: 'triage-thread' };

function entry(id: string, subject: OutboxSubject, at = 100): NewOutboxEntry {
  return { id, workspace: 'T1', subject, at };
}

function announce(store: Store, ...entries: NewOutboxEntry[]): Promise<void> {
  return store.write((transaction) => transaction.announce(entries));
}

function claim(store: Store, id: string, by = 'first', at = 110): Promise<boolean> {
  return store.write((transaction) => transaction.claimOutbox(id, { by, at, phase: 'sending' }));
}

function said(store: Store, id: string, revision: number, by = 'first', at = 120): Promise<boolean> {
  return store.write((transaction) => transaction.settleOutbox(id, by, { result: 'said', revision, at }));
}

async function open(store: Store): Promise<string[]> {
  return (await store.openOutbox(100)).map(({ id }) => id);
}

describe.each(engines)('the outbox on $engine', ({ freshUrl }) => {
  it('keeps what was announced, in order', async () => {
    const store = await freshStore(await freshUrl());

    await announce(store, entry('O1', card), entry('O2', question), entry('O3', privateCard));

    expect(await open(store)).toEqual(['O1', 'O2', 'O3']);
    expect(await store.outboxEntry('O2')).toEqual({
      ...entry('O2', question),
      ...{ lane: 'triage', position: 2, wanted: 1, delivered: 0, status: 'pending', attempts: 0, dueAt: 100 },
      ...{ inDoubt: false, claimedBy: null, firstClaimedAt: null, error: null },
    });
    expect(await store.outboxEntry('nothing')).toBeNull();
  });

  it('collapses an upsert into the one that is there, in its place until it was said, and says nothing twice', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card), entry('O2', question));

    await announce(store, entry('O3', card, 200), entry('O4', question, 200), entry('O5', card, 200));

    expect(await open(store)).toEqual(['O1', 'O2']);
    expect(await store.outboxEntry('O1')).toMatchObject({ wanted: 2, status: 'pending', at: 200 });
    expect(await store.outboxEntry('O2')).toMatchObject({ wanted: 1, at: 100 });
  });

  it('gives an entry to one of two claimers', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card));

    const claims = await Promise.all([claim(store, 'O1', 'first'), claim(store, 'O1', 'second')]);

    expect(claims.sort()).toEqual([false, true]);
    expect(await store.outboxEntry('O1')).toMatchObject({
      status: 'sending',
      attempts: 1,
      firstClaimedAt: 110,
    });
  });

  it('says what was wanted while it was being said once more', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card));
    await claim(store, 'O1');

    await announce(store, entry('O2', card, 115));
    expect(await store.outboxEntry('O1')).toMatchObject({ status: 'sending', wanted: 2, claimedBy: 'first' });

    expect(await said(store, 'O1', 1)).toBe(true);
    expect(await store.outboxEntry('O1')).toMatchObject({
      ...{ status: 'pending', delivered: 1, wanted: 2, claimedBy: null, dueAt: 120, attempts: 0 },
    });

    await claim(store, 'O1', 'first', 130);
    await said(store, 'O1', 2);
    expect(await store.outboxEntry('O1')).toMatchObject({
      status: 'said',
      delivered: 2,
      firstClaimedAt: 110,
    });
    expect(await open(store)).toEqual([]);
  });

  it('tells whoever delivers to look again when an entry is still wanted', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card), entry('O2', question));
    await claim(store, 'O1');
    await claim(store, 'O2');
    await announce(store, entry('O3', card));
    const news: unknown[] = [];
    store.onCommit((each) => news.push(each));

    await said(store, 'O2', 1);
    expect(news).toEqual([]);
    await said(store, 'O1', 1);
    expect(news).toEqual([{ ...noNews(), outbox: true }]);
  });

  it('takes a result only from the one who holds the claim', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card));
    await claim(store, 'O1', 'first');

    expect(await said(store, 'O1', 1, 'second')).toBe(false);
    expect(await said(store, 'O1', 1, 'first')).toBe(true);
    expect(await said(store, 'O1', 1, 'first')).toBe(false);
  });

  it('waits where Slack asked for it, even if the card is wanted again meanwhile', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card));
    await claim(store, 'O1');
    await store.write((transaction) =>
      transaction.settleOutbox('O1', 'first', {
        ...{ result: 'later', dueAt: 5_000, inDoubt: true, error: 'ratelimited' },
      }),
    );

    await announce(store, entry('O2', card, 200));

    expect(await store.outboxEntry('O1')).toMatchObject({
      ...{ status: 'pending', dueAt: 5_000, inDoubt: true, error: 'ratelimited', wanted: 2, claimedBy: null },
    });
    expect(await store.nextOutboxDue(200)).toBe(5_000);
    expect(await store.nextOutboxDue(5_000)).toBeNull();
  });

  it('keeps dead letters, and revives those whose reason was mended', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card), entry('O2', question), entry('O3', privateCard));
    for (const [id, reason] of [
      ['O1', 'not_in_channel'],
      ['O2', 'is_archived'],
    ] as const) {
      await claim(store, id);
      await store.write((transaction) =>
        transaction.settleOutbox(id, 'first', { result: 'dead', reason, at: 120 }),
      );
    }
    expect((await store.deadOutbox('T1', 10)).map(({ id, error }) => [id, error])).toEqual([
      ['O1', 'not_in_channel'],
      ['O2', 'is_archived'],
    ]);
    expect(await open(store)).toEqual(['O3']);

    const revived = await store.write((transaction) =>
      transaction.reviveOutbox('T1', ['not_in_channel', 'channel_not_found'], 300),
    );

    expect(revived).toBe(1);
    expect(await store.outboxEntry('O1')).toMatchObject({ status: 'pending', dueAt: 300, attempts: 0 });
    expect(await open(store)).toEqual(['O1', 'O3']);
  });

  it('gives a dead card another chance when it is wanted again', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card));
    await claim(store, 'O1');
    await store.write((transaction) =>
      transaction.settleOutbox('O1', 'first', { result: 'dead', reason: 'is_archived', at: 120 }),
    );

    await announce(store, entry('O2', card, 400));

    expect(await store.outboxEntry('O1')).toMatchObject({ status: 'pending', dueAt: 400, attempts: 0 });
  });

  it('takes back the claims of the dead, in doubt where they were sending', async () => {
    const store = await freshStore(await freshUrl());
    await announce(store, entry('O1', card), entry('O2', question), entry('O3', privateCard));
    await claim(store, 'O1', 'dead', 110);
    await store.write((transaction) =>
      transaction.claimOutbox('O2', { by: 'dead', at: 110, phase: 'looking-up' }),
    );
    await claim(store, 'O3', 'alive', 110);

    const released = await store.write((transaction) =>
      transaction.releaseClaims({ than: 'alive', before: 200 }, 3_200),
    );

    expect(released).toBe(2);
    expect(await store.outboxEntry('O1')).toMatchObject({ status: 'pending', inDoubt: true, dueAt: 3_200 });
    expect(await store.outboxEntry('O2')).toMatchObject({ status: 'pending', inDoubt: false });
    expect(await store.outboxEntry('O3')).toMatchObject({ status: 'sending', claimedBy: 'alive' });
    expect(await said(store, 'O1', 1, 'dead')).toBe(false);
  });

  it('gives every entry a position of its own, however many write at once', async () => {
    const store = await freshStore(await freshUrl());

    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        announce(
          store,
          entry(`C${index}`, { ...card, request: `R${index}` }),
          entry(`P${index}`, { ...privateCard, request: `R${index}` }),
        ),
      ),
    );

    const positions = (await store.openOutbox(100)).map(({ position }) => position);
    expect(positions).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});
