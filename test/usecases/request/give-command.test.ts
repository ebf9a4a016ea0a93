import { expect, test } from 'vitest';
import { giveCommand } from '../../../src/usecases/request/give-command.ts';
import { ines, openDesk } from '../../slack/support/desk.ts';

const note = { type: 'comment', words: 'It is the cache', shared: false } as const;

test('a delivery that comes again has no second effect, and the same answer', async () => {
  const { desk, ask } = await openDesk();
  const request = await ask();
  const order = { request, person: ines, intent: note, cause: 'action:1' };
  const first = await giveCommand(desk, order);
  expect(first).toMatchObject({ ok: true, value: { version: 3 } });
  expect(await giveCommand(desk, order)).toEqual(first);
  expect(await giveCommand(desk, { ...order, cause: 'action:2' })).toMatchObject({ value: { version: 4 } });
});

test('history runs forwards, even where a clock was set back', async () => {
  const { desk, clock, ask, give } = await openDesk();
  const request = await ask();
  await give(request, ines, { type: 'claim' });
  clock.moveBy(-60 * 60_000);
  await give(request, ines, note);
  const instants = (await desk.store.history(request)).map(({ at }) => at);
  expect(instants).toEqual(instants.toSorted((one, other) => one - other));
});
