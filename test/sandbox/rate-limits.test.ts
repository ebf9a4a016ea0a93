import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClock, type MovableClock } from '../../src/clock.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { manifest } from './desk-app.ts';
import { call } from './raw-api.ts';

const triage = 'C0ITTRIAGE';
const weekly = 'C0MARKETINGITWEEKLY';

let clock: MovableClock;
let limited: Sandbox;
beforeAll(async () => {
  clock = createClock(Date.now);
  limited = await startSandbox({ clock, manifest, delivery: { mode: 'http' } });
});
afterAll(() => limited.close());

const burst = async (channel: string, count: number) => {
  const statuses: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    statuses.push((await call(limited, 'chat.postMessage', { channel, text: 'x' })).status ?? 200);
  }
  return statuses;
};

test('posts: a short burst, then one a second and channel', async () => {
  expect(await burst(triage, 6)).toEqual([200, 200, 200, 200, 429, 429]);
  expect(await burst(weekly, 1)).toEqual([200]);
  const response = await fetch(`${limited.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${limited.botToken}` },
    body: new URLSearchParams({ channel: triage, text: 'x' }),
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  clock.moveBy(1000);
  expect(await burst(triage, 2)).toEqual([200, 429]);
  limited.control({ rateLimits: false });
  expect(await burst(triage, 2)).toEqual([200, 200]);
});

test.each([
  ['users.list', 20],
  ['conversations.history', 50],
  ['users.info', 100],
])('%s: %i a minute', async (method, most) => {
  limited.control({ rateLimits: true });
  const args = { channel: triage, user: 'U00000MIA' };
  const answers = await Promise.all(Array.from({ length: most + 1 }, () => call(limited, method, args)));
  expect(answers.filter(({ ok }) => ok === true)).toHaveLength(most);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
});
