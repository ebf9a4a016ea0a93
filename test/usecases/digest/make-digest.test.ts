import { expect, test } from 'vitest';
import type { Slot } from '../../../src/domain/digest/schedule.ts';
import { decideItem, publishDigest } from '../../../src/usecases/digest/digest-decisions.ts';
import { digestsDue, makeDigest } from '../../../src/usecases/digest/make-digest.ts';
import { readRows } from '../../../src/usecases/digest/read-digest.ts';
import { ada, gus, lea, mia, omar, openDesk, settings, type TestDesk } from '../../slack/support/desk.ts';

const week = 7 * 24 * 60 * 60_000;

/** A Monday morning, a week after something was asked. */
async function due(change: Partial<typeof settings> = {}): Promise<TestDesk & { slot: Slot }> {
  const desk = await openDesk();
  const changed = { ...settings, ...change };
  await desk.desk.store.write((transaction) =>
    transaction.addSettings('T1', { version: 2, document: changed, changedBy: null, changedAt: 1 }),
  );
  expect(await digestsDue(desk.desk)).toEqual([]);
  await desk.ask();
  desk.clock.moveBy(week);
  const [slot] = await digestsDue(desk.desk);
  if (!slot) throw new Error('a digest is due');
  return { ...desk, slot };
}

async function places({ desk }: TestDesk): Promise<string[]> {
  const entries = await desk.store.openOutbox(100);
  return entries.flatMap(({ subject }) => ('place' in subject ? [`${subject.kind} ${subject.place}`] : []));
}

test('made by several at once it is one digest, said once at each place', async () => {
  const test = await due();
  await Promise.all([1, 2, 3].map(() => makeDigest(test.desk, test.slot)));
  const mains = (await places(test)).filter((place) => place.startsWith('upsert'));
  expect(mains).toEqual([`upsert ${lea}`, `upsert ${omar}`]);
  expect(await digestsDue(test.desk)).toEqual([]);
  expect(await test.desk.store.digestWeeks('T1')).toEqual({ count: 1, newest: test.slot.week });
});

test('where a lead has left, whoever installed the app reads it in their place', async () => {
  const test = await due({ leads: { marketing: gus, it: omar } });
  await makeDigest(test.desk, test.slot);
  const mains = (await places(test)).filter((place) => place.startsWith('upsert'));
  expect(mains).toEqual([`upsert ${ada}`, `upsert ${omar}`]);
});

test('only leads decide and publish, and only they and admins read what is not published', async () => {
  const test = await due();
  const { desk, slot } = test;
  await makeDigest(desk, slot);
  const order = { week: slot.week, cause: 'test:1' };
  expect(await publishDigest(desk, { ...order, person: mia })).toMatchObject({
    refusal: { code: 'leads-decide' },
  });
  expect(await publishDigest(desk, { ...order, person: gus })).toMatchObject({
    refusal: { code: 'outsider' },
  });
  expect(await publishDigest(desk, { ...order, person: lea })).toMatchObject({
    refusal: { code: 'no-digest-channel' },
  });
  expect(await decideItem(desk, { ...order, person: lea, position: 0, choice: 'let-go' })).toMatchObject({
    refusal: { code: 'no-such-digest' },
  });
  const rows = { week: slot.week, name: 'asked', offset: 0, limit: 15 } as const;
  expect(await readRows(desk, mia, rows)).toMatchObject({ refusal: { code: 'leads-decide' } });
  for (const reader of [lea, omar, ada]) {
    expect(await readRows(desk, reader, rows)).toMatchObject({ ok: true, value: { count: 1 } });
  }
  expect(await readRows(desk, lea, { ...rows, week: '2020-W01' })).toMatchObject({
    refusal: { code: 'no-such-digest' },
  });
});

test('from the fifth week on it goes to its channel at once', async () => {
  const test = await due({ digest: { ...settings.digest, channel: 'C0DIGEST' } });
  for (let nth = 0; nth < 4; nth += 1) {
    const [slot] = await digestsDue(test.desk);
    if (slot) await makeDigest(test.desk, slot);
    test.clock.moveBy(week);
  }
  expect(await places(test)).not.toContain('upsert channel');
  const [fifth] = await digestsDue(test.desk);
  if (fifth) await makeDigest(test.desk, fifth);
  expect((await places(test)).filter((place) => place.endsWith('channel'))[0]).toBe('upsert channel');
});
