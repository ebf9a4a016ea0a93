import { expect, test } from 'vitest';
import { createClock } from '../src/clock.ts';

const minute = 60_000;

/** A clock whose wall stands still unless it is set, and what has run on it. */
function stand() {
  const wall = { shows: 1_000_000 };
  const clock = createClock(() => wall.shows);
  const ran: string[] = [];
  return {
    ...{ wall, clock, ran },
    at: (instant: number, name: string) => clock.at(instant, () => ran.push(name)),
    /** Lets everything run that is due by now. */
    async turn() {
      await new Promise<void>((resolve) => clock.at(clock.now(), resolve));
    },
  };
}

test('what it is moved over runs, the oldest first, and the rest waits', async () => {
  const { clock, ran, at, turn } = stand();
  at(clock.now() + 3 * minute, 'third');
  at(clock.now() + 2 * minute, 'second');
  at(clock.now() + minute, 'first');
  const cancel = at(clock.now() + minute, 'cancelled');
  cancel();
  clock.moveBy(2 * minute);
  await turn();
  expect(ran).toEqual(['first', 'second']);
  clock.moveBy(minute);
  await turn();
  expect(ran).toEqual(['first', 'second', 'third']);
});

test('set back, nobody waits the hours again', async () => {
  const { clock, ran, at, turn } = stand();
  at(clock.now() + minute, 'in a minute');
  clock.moveBy(-60 * minute);
  await turn();
  expect(ran).toEqual([]);
  clock.moveBy(minute);
  await turn();
  expect(ran).toEqual(['in a minute']);
});

test('the same when it is the wall that was set back', async () => {
  const { wall, clock } = stand();
  const soon = new Promise<void>((resolve) => clock.at(clock.now() + 20, resolve));
  wall.shows -= 60 * minute;
  await soon;
});
