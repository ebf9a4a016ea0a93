import { expect, test } from 'vitest';
import { Pace } from '../../../src/slack/door/pace.ts';

test('two hundred in a minute are too many of one person, and nobody else waits for it', () => {
  let now = 0;
  const pace = new Pace(() => now);
  const refused = Array.from({ length: 200 }, () => {
    now += 250;
    return pace.isTooFast('U1');
  }).filter(Boolean);
  expect(refused).toHaveLength(80);
  expect(pace.isTooFast('U2')).toBe(false);

  now += 60_000;
  expect(pace.isTooFast('U1')).toBe(false);
});
