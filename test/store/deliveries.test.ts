import { describe, expect, it } from 'vitest';
import { engines, freshSqliteUrl, freshStore } from '../support/fresh-store.ts';
import { counted } from '../support/mortal-app.ts';

describe.each(engines)('deliveries on $engine', ({ freshUrl }) => {
  it('that were handled get the answer of the first time', async () => {
    const store = await freshStore(await freshUrl());
    expect(await store.handled('T1', 'view:V1:intake')).toBeNull();

    await store.write((transaction) => transaction.remember('T1', 'view:V1:intake', '{"key":"MR-1"}', 1));

    expect(await store.handled('T1', 'view:V1:intake')).toBe('{"key":"MR-1"}');
    const again = store.write((transaction) => transaction.remember('T1', 'view:V1:intake', 'other', 2));
    await expect(again).rejects.toThrow();
    expect(await store.handled('T1', 'view:V1:intake')).toBe('{"key":"MR-1"}');
  });

  it('of an event are taken once and wait, oldest first, until they are finished', async () => {
    const store = await freshStore(await freshUrl());
    const first = { id: 'Ev1', workspace: 'T1', body: '{"event":1}', receivedAt: 20 };
    const second = { id: 'Ev2', workspace: 'T1', body: '{"event":2}', receivedAt: 10 };
    const take = (event: typeof first) => store.write((transaction) => transaction.takeEvent(event));

    expect(await Promise.all([take(first), take(first), take(second)])).toEqual([true, false, true]);
    expect(await store.unfinishedEvents(10)).toEqual([second, first]);

    await store.write((transaction) => transaction.finishEvent('Ev2', 30));
    expect(await store.unfinishedEvents(10)).toEqual([first]);
    expect(await take(second)).toBe(false);
  });
});

it('of an event leave nothing of what people typed once they are finished', async () => {
  const url = freshSqliteUrl();
  const store = await freshStore(url);
  const event = { id: 'Ev1', workspace: 'T1', body: '{"text":"typed"}', receivedAt: 1 };
  await store.write((transaction) => transaction.takeEvent(event));
  const bodies = () => counted(url.slice('file:'.length), 'select count(body) from inbox');
  expect(bodies()).toBe(1);
  await store.write((transaction) => transaction.finishEvent('Ev1', 2));
  expect(bodies()).toBe(0);
});
