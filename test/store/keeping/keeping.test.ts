import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClock } from '../../../src/clock.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import { dayMs } from '../../../src/domain/time.ts';
import { keptFor } from '../../../src/usecases/keeping/kept-for.ts';
import { dropOutdated, outdated } from '../../../src/usecases/keeping/retention.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import type { OutboxSubject } from '../../../src/usecases/saying/outbox.ts';
import { openDesk } from '../../slack/support/desk.ts';
import { engines, freshPostgresUrl, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, mia } from '../../support/sample-request.ts';
import { until } from '../../support/until.ts';

const start = Date.UTC(2026, 2, 2, 9);
const ben: PersonId = 'T1/UBEN';
const card: OutboxSubject = { kind: 'upsert', purpose: 'triage-card', request: 'R1' };
const question: OutboxSubject = { kind: 'say', request: 'R1', event: 7, audience: 'triage-thread' };
const pulse: OutboxSubject = {
  ...{ kind: 'tell', recipient: mia },
  about: { topic: 'pulse', quarter: '2026-Q1', side: 'marketing' },
};

/** Everything that is kept for a time, as of this instant. */
async function fill(store: Store, at: number, name: string): Promise<void> {
  const day = new Date(at).toISOString().slice(0, 10);
  await store.write(async (transaction) => {
    for (const id of [`done ${name}`, `waiting ${name}`]) {
      await transaction.takeEvent({ id, workspace: 'T1', body: '{}', receivedAt: at });
    }
    await transaction.finishEvent(`done ${name}`, at);
    for (const key of [`action:${name}`, `import:${name}`]) await transaction.remember('T1', key, 'MR-1', at);
    for (const person of [mia, ben]) {
      if (person === ben && name !== 'old') continue;
      await transaction.addMorning('T1', { person, day, saidAt: at, listed: [], shown: '' });
      await transaction.saveHomeOpened('T1', person, at);
    }
  });
}

async function say(
  store: Store,
  id: string,
  subject: OutboxSubject,
  at: number,
  dead?: string,
): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.announce([{ id, workspace: 'T1', subject, at }]);
    await transaction.claimOutbox(id, { by: 'us', at, phase: 'sending' });
    await transaction.settleOutbox(
      id,
      'us',
      dead ? { result: 'dead', reason: dead, at } : { result: 'said', revision: 1, at },
    );
  });
}

describe.each(engines)('what nobody works with any more, on $engine', ({ freshUrl }) => {
  it('goes when its time is over, and everything younger or still needed stays', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    const clock = createClock(() => 0, start);
    const { desk: usual } = await openDesk();
    const desk = { ...usual, store, clock, workspace: 'T1' };
    const dropAll = async () => {
      for (const what of await outdated(desk)) await dropOutdated(desk, what);
      return outdated(desk);
    };
    await fill(store, start, 'old');
    await say(store, 'a card', card, start);
    await say(store, 'a pulse', pulse, start);
    await say(store, 'in vain', { ...question, event: 8 }, start, 'msg_too_long');
    await say(store, 'until repaired', { ...question, event: 9 }, start, 'is_archived');
    await store.write((transaction) =>
      transaction.announce([{ id: 'unsaid', workspace: 'T1', subject: question, at: start }]),
    );
    expect(await outdated(desk)).toEqual([]);

    clock.moveBy(keptFor.inbox - dayMs);
    await fill(store, clock.now(), 'young');
    await say(store, 'a young line', { ...question, event: 10 }, clock.now());
    // Pages of App Home alone are as old as that.
    expect(await outdated(desk)).toEqual(['homes']);
    clock.moveBy(dayMs);
    await fill(store, clock.now() - 1, 'young, too');
    clock.moveBy(1);
    expect(await dropAll()).toEqual([]);

    const { isNew, kept } = await store.write(async (transaction) => ({
      isNew: await Promise.all(
        ['done old', 'waiting old', 'done young'].map((id) =>
          transaction.takeEvent({ id, workspace: 'T1', body: '{}', receivedAt: 1 }),
        ),
      ),
      kept: await Promise.all(
        ['action:old', 'import:old', 'action:young'].map((key) => transaction.handled('T1', key)),
      ),
    }));
    expect(isNew).toEqual([true, false, false]);
    expect(kept).toEqual([null, 'MR-1', 'MR-1']);
    const entries = ['a card', 'a pulse', 'in vain', 'until repaired', 'unsaid', 'a young line'];
    const found = await Promise.all(entries.map((id) => store.outboxEntry(id)));
    expect(found.flatMap((entry) => entry?.id ?? [])).toEqual(
      entries.filter((id) => !/card|in vain/.test(id)),
    );
    expect(await store.morning(mia, '2026-03-02')).toBeNull();
    // The next morning of his is compared with this one.
    expect(await store.lastMorning(ben)).toMatchObject({ day: '2026-03-02' });
    expect(await store.homeVisit(ben)).toBeNull();
    expect(await store.homeVisit(mia)).not.toBeNull();

    clock.moveBy(keptFor.pulse);
    expect(await dropAll()).toEqual([]);
    expect(await store.outboxEntry('a pulse')).toBeNull();
    expect(await store.outboxEntry('until repaired')).not.toBeNull();
  });

  it('says that it was restored from a copy, as the copy says or as the last sign of life does', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    expect([await store.restoration('T1'), await store.lastSignOfLife('T1')]).toEqual([null, null]);
    await store.write((transaction) =>
      transaction.takeEvent({ id: 'E1', workspace: 'T1', body: '{}', receivedAt: 50 }),
    );
    await say(store, 'a card', card, 70);
    await say(store, 'in vain', question, 60, 'is_archived');
    expect(await store.lastSignOfLife('T1')).toBe(70);

    await store.write((transaction) => transaction.expectRestoration('T1', 70));
    expect(await store.restoration('T1')).toEqual({ takenAt: 70, startedAt: null });
    await store.write(async (transaction) => {
      await transaction.announce([{ id: 'unsaid', workspace: 'T1', subject: pulse, at: 71 }]);
      await transaction.doubtOutbox('T1', 90);
      await transaction.skipRequestNumbers('T1', 100);
      await transaction.beginRestoration('T1', 70, 90);
    });
    expect(await store.restoration('T1')).toEqual({ takenAt: 70, startedAt: 90 });
    expect(await store.outboxEntry('unsaid')).toMatchObject({ status: 'pending', inDoubt: true, dueAt: 90 });
    expect(await store.outboxEntry('in vain')).toMatchObject({ status: 'dead', inDoubt: true });
    expect(await store.outboxEntry('a card')).toMatchObject({ status: 'said', inDoubt: false });
    expect((await fileRequest(store, 'R2')).number).toBe(101);
  });
});

it('what is announced anew just then stays, on PostgreSQL', async () => {
  const url = await freshPostgresUrl();
  const store = await freshStore(url);
  const watcher = new Client({ connectionString: url });
  await watcher.connect();
  onTestFinished(() => watcher.end());
  await store.write((transaction) => transaction.saveWorkspace(acme));
  await say(store, 'a card', card, start);
  const announced = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const announcing = store.write(async (transaction) => {
    await transaction.announce([{ id: 'anew', workspace: 'T1', subject: card, at: start + dayMs }]);
    announced.resolve();
    await mayCommit.promise;
  });
  await announced.promise;
  const dropping = store.write((transaction) =>
    transaction.dropOutdated('T1', 'outbox', start + dayMs / 2, 10),
  );
  await until(async () => {
    const { rows } = await watcher.query(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows.length > 0;
  });
  mayCommit.resolve();
  await announcing;
  expect(await dropping).toBe(0);
  expect(await store.outboxEntry('a card')).toMatchObject({ status: 'pending', wanted: 2 });
});
