import { expect, test } from 'vitest';
import type { PersonId } from '../../../src/domain/person.ts';
import { openHome, turnHomePage } from '../../../src/usecases/home/open-home.ts';
import { digestOfHome, refreshHomes } from '../../../src/usecases/home/refresh-homes.ts';
import { homeOf } from '../../../src/usecases/request/list-requests.ts';
import { ben, ines, mia, openDesk, settings, type TestDesk } from '../../slack/support/desk.ts';

const second = 1000;
const hour = 60 * 60 * second;

/** Opens it, and has it published as the outbox does. */
async function opens({ desk }: TestDesk, person: PersonId): Promise<void> {
  await openHome(desk, person);
  await publish(desk, person);
}

async function publish(desk: TestDesk['desk'], person: PersonId): Promise<void> {
  const shown = await digestOfHome(await homeOf(desk, person, settings.triageChannel));
  await desk.store.write((transaction) => transaction.saveHomeShown(person, shown, 'hash'));
}

/** How often somebody's App Home was wanted. */
async function wanted({ desk }: TestDesk, person: PersonId): Promise<number> {
  const entries = await desk.store.openOutbox(1000);
  const entry = entries.find(
    ({ subject }) => subject.kind === 'upsert' && subject.purpose === 'home' && subject.recipient === person,
  );
  return entry?.wanted ?? 0;
}

test('who would see something else gets it, at most every 30 seconds', async () => {
  const desk = await openDesk();
  await opens(desk, mia);
  await opens(desk, ben);
  expect(await refreshHomes(desk.desk)).toBeNull();
  expect(await wanted(desk, mia)).toBe(1);

  await desk.ask();
  expect(await refreshHomes(desk.desk)).toBeNull();
  expect([await wanted(desk, mia), await wanted(desk, ben)]).toEqual([2, 1]);
  await publish(desk.desk, mia);

  const before = desk.clock.now();
  await desk.ask();
  expect(await refreshHomes(desk.desk)).toBe(before + 30 * second);
  expect(await wanted(desk, mia)).toBe(2);
  desk.clock.moveBy(30 * second);
  await refreshHomes(desk.desk);
  expect(await wanted(desk, mia)).toBe(3);
});

test('nobody gets it who opened it more than a day ago, or while many wait for an answer', async () => {
  const desk = await openDesk();
  await opens(desk, mia);
  await desk.ask();
  const now = desk.clock.now();
  expect(await refreshHomes({ ...desk.desk, isCrowded: () => true })).toBe(now + second);
  expect(await wanted(desk, mia)).toBe(1);
  desk.clock.moveBy(24 * hour + 1);
  await refreshHomes(desk.desk);
  expect(await wanted(desk, mia)).toBe(1);
});

test('the time that is left counts down without being published', async () => {
  const desk = await openDesk();
  const request = await desk.ask();
  await desk.give(request, ines, { type: 'claim' });
  await opens(desk, ines);
  desk.clock.moveBy(hour);
  await refreshHomes(desk.desk);
  expect(await wanted(desk, ines)).toBe(1);
});

test('a page that somebody turned to stays, and one that is gone gives the last', async () => {
  const desk = await openDesk();
  for (let count = 0; count < 10; count += 1) await desk.ask({ requester: ben, author: ben });
  await opens(desk, ben);
  await turnHomePage(desk.desk, ben, 'mine', 7);
  const { mine } = await homeOf(desk.desk, ben, null);
  expect([mine.page, mine.pages, mine.total, mine.lines.length]).toEqual([1, 2, 10, 2]);
  await openHome(desk.desk, ben);
  expect((await homeOf(desk.desk, ben, null)).mine.page).toBe(1);
});

test('a clock that was set back does not keep it from anybody', async () => {
  const desk = await openDesk();
  await opens(desk, mia);
  await desk.ask();
  await refreshHomes(desk.desk);
  await publish(desk.desk, mia);
  desk.clock.moveBy(-hour);
  await desk.ask();
  await refreshHomes(desk.desk);
  expect(await wanted(desk, mia)).toBe(3);
});
