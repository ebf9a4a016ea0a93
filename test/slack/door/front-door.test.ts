import { createHmac } from 'node:crypto';
import { App } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFrontServer, FrontDoor } from '../../../src/slack/door/front-door.ts';

const signingSecret = 'a secret of the tests';
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

interface Door {
  url: string;
  /** What got through to Bolt. */
  heard: unknown[];
}

async function openDoor(): Promise<Door> {
  const door = new FrontDoor({ signingSecret, realTime: Date.now, log: quiet });
  const app = new App({
    receiver: door,
    token: 'xoxb-test',
    botId: 'B1',
    botUserId: 'U1',
    tokenVerificationEnabled: false,
  });
  const heard: unknown[] = [];
  app.command('/martech-request', async ({ body, ack }) => {
    heard.push(body);
    await ack('heard');
  });
  const server = createFrontServer(door, async () => ({ ok: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}/slack/events`, heard };
}

const form = 'application/x-www-form-urlencoded';
const commandBody = new URLSearchParams({
  command: '/martech-request',
  text: 'help',
  user_id: 'U2',
  team_id: 'T1',
  channel_id: 'C1',
  trigger_id: '1.2.3',
}).toString();

function send(
  door: Door,
  body: string,
  given: { type?: string; ageSeconds?: number; signature?: string | null } = {},
) {
  const timestamp = Math.floor(Date.now() / 1000) - (given.ageSeconds ?? 0);
  const signed = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const signature = given.signature === undefined ? signed : given.signature;
  return fetch(door.url, {
    method: 'POST',
    body,
    headers: {
      'content-type': given.type ?? 'application/json',
      'x-slack-request-timestamp': String(timestamp),
      ...(signature !== null && { 'x-slack-signature': signature }),
    },
  });
}

describe('the signature', () => {
  test.each([
    ['is missing', { signature: null }],
    ['is wrong', { signature: `v0=${'0'.repeat(64)}` }],
    ['is too short', { signature: 'v0=1' }],
    ['is six minutes old', { ageSeconds: 360 }],
    ['is six minutes ahead', { ageSeconds: -360 }],
  ])('%s: 401, and nobody hears of it', async (_what, given) => {
    const door = await openDoor();
    expect((await send(door, commandBody, { type: form, ...given })).status).toBe(401);
    expect(door.heard).toEqual([]);
  });

  test('is right: the command is answered, with a charset in the content type too', async () => {
    const door = await openDoor();
    for (const type of [form, `${form}; charset=utf-8`]) {
      const response = await send(door, commandBody, { type });
      expect([response.status, await response.text()]).toEqual([200, 'heard']);
    }
    expect(door.heard).toHaveLength(2);
  });
});

describe('the shape', () => {
  test.each([
    ['five megabytes', `"${'x'.repeat(5 * 1024 * 1024)}"`, 413],
    ['truncated JSON', '{"type":"event_callback",', 400],
    ['null', 'null', 400],
    ['a list', '[1,2]', 400],
    [
      'a list where a string belongs',
      '{"type":"event_callback","team_id":["T1"],"event_id":"E1","event":{"type":"x"}}',
      400,
    ],
    ['an event without a type', '{"type":"event_callback","team_id":"T1","event_id":"E1","event":{}}', 400],
    ['an unknown type', '{"type":"surprise"}', 400],
  ])('%s', async (_what, body, status) => {
    const door = await openDoor();
    expect((await send(door, body)).status).toBe(status);
  });

  test('a challenge is answered', async () => {
    const door = await openDoor();
    const response = await send(door, '{"type":"url_verification","challenge":"c1","token":"t"}');
    expect(await response.json()).toMatchObject({ challenge: 'c1' });
  });
});

test('what nobody acknowledged was not kept, so Slack is told that it failed', async () => {
  const door = await openDoor();
  const unheard = commandBody.replace('martech-request', 'nobody-hears');
  expect((await send(door, unheard, { type: form })).status).toBe(503);
});

test('health answers beside the door, everything else is 404', async () => {
  const door = await openDoor();
  const health = await fetch(new URL('/health', door.url));
  expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
  expect((await fetch(new URL('/', door.url))).status).toBe(404);
});
