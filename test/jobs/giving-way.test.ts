import { expect, test } from 'vitest';
import { createClock } from '../../src/clock.ts';
import { givingWay } from '../../src/jobs/giving-way.ts';

test('runs at once while all is calm, and in a crowd once for all who asked, a moment later', async () => {
  const clock = createClock(Date.now);
  let isCrowded = false;
  let runs = 0;
  const { promise: ran, resolve } = Promise.withResolvers<void>();
  const wake = givingWay(
    () => {
      runs += 1;
      if (runs === 2) resolve();
    },
    clock,
    () => isCrowded,
  );

  wake();
  expect(runs).toBe(1);

  isCrowded = true;
  wake();
  wake();
  expect(runs).toBe(1);
  clock.moveBy(100);
  await ran;
  expect(runs).toBe(2);
});
