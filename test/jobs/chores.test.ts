import { expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { createChores } from '../../src/jobs/chores.ts';
import { quietLogger } from '../support/quiet-logger.ts';

const minute = 60_000;

/** One thing to do, which has been due for a minute and stays so until `take` ends it. */
function begin(take: (end: () => void) => void) {
  const clock = createClock(() => 0);
  const tries: number[] = [];
  let isDue = true;
  const desk = { clock, log: quietLogger, isCrowded: () => false };
  const chores = createChores(desk, [
    {
      name: 'test',
      due: async () => (isDue ? ['one'] : []),
      async take() {
        tries.push(clock.now());
        take(() => {
          isDue = false;
        });
      },
      next: async () => (isDue ? -minute : null),
    },
  ]);
  chores.start();
  /** Lets every timer run that is due by then. */
  async function after(milliseconds: number): Promise<void> {
    clock.moveBy(milliseconds);
    for (let turn = 0; turn < 5; turn += 1)
      await new Promise<void>((resolve) => clock.at(clock.now(), resolve));
  }
  return { chores, tries, after };
}

test('what failed is due all the same, and is tried again a minute later, not in a circle', async () => {
  const { chores, tries, after } = begin(() => {
    throw new Error('it cannot be done');
  });
  await after(0);
  expect(tries).toEqual([0]);
  await after(minute);
  expect(tries).toEqual([0, minute]);
  await chores.stop();
});

test('what is due again as soon as it was done makes no circle either', async () => {
  const { chores, tries, after } = begin((end) => {
    if (tries.length === 2) end();
  });
  await after(0);
  expect(tries).toEqual([0]);
  await after(minute);
  await after(minute);
  expect(tries).toEqual([0, minute]);
  await chores.stop();
});
