import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { createInbox } from '../../src/jobs/inbox.ts';
import type { InboxEvent } from '../../src/usecases/records.ts';
import { freshStore } from '../support/fresh-store.ts';
import { until } from '../support/until.ts';

async function openInbox() {
  const clock = createClock(Date.now);
  const store = await freshStore(undefined, clock.now);
  await store.write((transaction) =>
    transaction.saveWorkspace({ id: 'T1', name: 'Acme', botUserId: 'UBOT', installer: null }),
  );
  const handled: string[] = [];
  const desk = { isCrowded: false, fails: (_: string) => false };
  const quiet = () => {};
  const inbox = createInbox({
    ...{ store, clock, log: { debug: quiet, info: quiet, warn: quiet, error: quiet } },
    async handle({ id }) {
      if (desk.fails(id)) throw new Error(`${id} cannot be handled`);
      handled.push(id);
    },
    isInTheWay: ({ id }) => desk.isCrowded && id.startsWith('long'),
    mustStay: ({ id }) => id.startsWith('long'),
  });
  onTestFinished(() => inbox.stop());
  const take = async (id: string) => {
    const event: InboxEvent = { id, workspace: 'T1', body: '{}', receivedAt: clock.now() };
    await store.write((transaction) => transaction.takeEvent(event));
    inbox.wake();
  };
  const left = async () => (await store.unfinishedEvents(9)).map(({ id }) => id);
  return { clock, inbox, desk, handled, take, left };
}

test('what is in the way of people who wait is handled when they are gone', async () => {
  const { clock, inbox, desk, handled, take } = await openInbox();
  desk.isCrowded = true;
  inbox.start();
  await take('long 1');
  await take('short 1');
  await until(() => handled.length === 1);
  expect(handled).toEqual(['short 1']);
  desk.isCrowded = false;
  clock.moveBy(100);
  await until(() => handled.length === 2);
  expect(handled).toEqual(['short 1', 'long 1']);
});

test('it waits for two seconds at most, however many crowd in', async () => {
  const { clock, inbox, desk, handled, take, left } = await openInbox();
  desk.isCrowded = true;
  inbox.start();
  await take('long 1');
  await until(async () => (await left()).length === 1);
  clock.moveBy(2000);
  await until(() => handled.length === 1);
});

test('what always fails holds up nothing, and stays only if it must', async () => {
  const { clock, inbox, desk, handled, take, left } = await openInbox();
  let tried = 0;
  desk.fails = (id) => {
    if (!id.includes('broken')) return false;
    tried += 1;
    return true;
  };
  await take('broken');
  await take('long, broken');
  await take('whole');
  inbox.start();
  for (let round = 1; round <= 5; round++) {
    await until(() => tried >= round * 2);
    await inbox.stop();
    clock.moveBy(2000);
    inbox.start();
  }
  await until(async () => (await left()).length === 1);
  expect(await left()).toEqual(['long, broken']);
  expect(handled).toEqual(['whole']);
  expect(tried).toBe(10);
});
