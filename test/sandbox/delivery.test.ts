import { afterEach, describe, expect, test } from 'vitest';
import { SlackSaid } from '../../src/sandbox/driver/screen.ts';
import { httpDesk, socketDesk } from './desk-app.ts';
import { call } from './raw-api.ts';
import { rawApp } from './raw-app.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
function keep<T extends { close(): Promise<void> }>(thing: T): T {
  closing.push(() => thing.close());
  return thing;
}

test('the three ways in which a command fails, as its user reads them', async () => {
  const app = keep(await rawApp({ ackWithin: 200 }));
  const mia = app.sandbox.person('mia');
  app.answers = () => 'silence';
  await expect(mia.slash('/desk')).rejects.toEqual(
    new SlackSaid('/desk failed because the app did not respond.'),
  );
  app.answers = () => 500;
  await expect(mia.slash('/desk')).rejects.toThrow('http_service_error_500');
  app.sandbox.deliverTo('http://127.0.0.1:1/');
  await expect(mia.slash('/desk')).rejects.toThrow('/desk failed with the error "dispatch_failed"');
  await expect(mia.slash('/nope')).rejects.toThrow('/nope is not a valid command.');
  await expect(app.sandbox.person('xena').slash('/desk')).rejects.toThrow('not a valid command');
});

test('what a command is acknowledged with: nothing, words, blocks, or a fault', async () => {
  const app = keep(await rawApp());
  const mia = app.sandbox.person('mia');
  expect(await mia.slash('/desk')).toBeUndefined();
  app.answers = () => 'only for you';
  expect((await mia.slash('/desk'))?.text()).toBe('only for you');
  app.answers = () => ({
    text: 'x',
    blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Big' } }],
  });
  expect((await mia.slash('/desk'))?.plain()).toBe('Big');
  app.answers = () => ({ response_type: 'in_channel', text: 'for all' });
  expect(await mia.slash('/desk', '', { in: '#general' })).toBeUndefined();
  expect(app.sandbox.person('tom').sees('#general').at(-1)?.text()).toBe('for all');
  expect(app.sandbox.violations).toEqual([]);
  app.answers = () => ({ blocks: [{ type: 'alert' }] });
  expect(await mia.slash('/desk')).toBeUndefined();
  expect(app.sandbox.violations).toEqual([
    expect.stringContaining('unsupported type: alert [json-pointer:/blocks/0]'),
  ]);
});

test('an event that is not acknowledged comes again at once, after a minute and after five, then never', async () => {
  const app = keep(await rawApp({ ackWithin: 200 }));
  app.answers = () => 500;
  const arrival = async (count: number) => {
    await app.arrived('message', count);
    await app.sandbox.idle();
    return app.received.at(-1)?.headers;
  };
  await app.sandbox.person('tom').says('#it-triage', 'hello');
  expect(await arrival(2)).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' });
  app.clock.moveBy(59_000);
  expect(app.of('message')).toHaveLength(2);
  app.clock.moveBy(2000);
  expect(await arrival(3)).toMatchObject({ 'x-slack-retry-num': '2' });
  app.clock.moveBy(300_000);
  expect(await arrival(4)).toMatchObject({ 'x-slack-retry-num': '3' });
  app.clock.moveBy(3_600_000);
  await app.sandbox.idle();
  expect(app.of('message')).toHaveLength(4);
  expect(new Set(app.of('message').map(({ event_id }) => event_id)).size).toBe(1);
});

test('a wrong signature does not get past Bolt, and the timestamp is real whatever the clock says', async () => {
  const desk = keep(await httpDesk());
  desk.app.command('/desk', ({ ack }) => ack('yes'));
  desk.clock.moveBy(86_400_000);
  expect((await desk.sandbox.person('mia').slash('/desk'))?.text()).toBe('yes');
});

describe('Socket Mode', () => {
  test('greets, shares out over connections, and asks to reconnect', async () => {
    const desk = keep(await socketDesk());
    desk.app.command('/desk', ({ ack }) => ack('yes'));
    const mia = desk.sandbox.person('mia');
    expect(desk.sandbox.connections()).toBe(1);

    const second = new WebSocket(
      String((await call(desk.sandbox, 'apps.connections.open', {}, desk.sandbox.appToken)).url),
    );
    const hello = await new Promise<string>((resolve) =>
      second.addEventListener('message', ({ data }) => resolve(data), { once: true }),
    );
    expect(JSON.parse(hello)).toMatchObject({
      type: 'hello',
      num_connections: 2,
      connection_info: { app_id: desk.sandbox.appId },
    });
    const envelopes: { envelope_id: string; type: string; accepts_response_payload: boolean }[] = [];
    second.addEventListener('message', ({ data }) => {
      const envelope = JSON.parse(data);
      envelopes.push(envelope);
      second.send(
        JSON.stringify({ envelope_id: envelope.envelope_id, payload: { text: 'from the second' } }),
      );
    });
    const answers = [await mia.slash('/desk'), await mia.slash('/desk')].map((card) => card?.text());
    expect(answers.sort()).toEqual(['from the second', 'yes']);
    expect(envelopes).toMatchObject([{ type: 'slash_commands', accepts_response_payload: true }]);
    expect(desk.sandbox.violations).toEqual([]);

    const farewell = new Promise<string>((resolve) =>
      second.addEventListener('message', ({ data }) => resolve(data), { once: true }),
    );
    desk.sandbox.refreshSockets();
    expect(JSON.parse(await farewell)).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    await desk.sandbox.until(() => desk.sandbox.connections() === 0, 'both to go');
  });

  test('a ticket opens one connection', async () => {
    const desk = keep(await socketDesk());
    const { url } = await call(desk.sandbox, 'apps.connections.open', {}, desk.sandbox.appToken);
    const connect = () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(String(url));
        socket.addEventListener('open', () => resolve('open'));
        socket.addEventListener('error', () => resolve('refused'));
      });
    expect([await connect(), await connect()]).toEqual(['open', 'refused']);
    expect(await call(desk.sandbox, 'apps.connections.open')).toMatchObject({
      error: 'not_allowed_token_type',
    });
  });

  test('without a connection a command fails, and an event waits for its next try', async () => {
    const desk = keep(await socketDesk());
    const seen = new Promise((resolve) => {
      desk.app.event('message', async ({ event }) => resolve('text' in event && event.text));
    });
    await desk.app.stop();
    const tom = desk.sandbox.person('tom');
    await desk.sandbox.until(() => desk.sandbox.connections() === 0, 'the app to go');
    await expect(tom.slash('/desk')).rejects.toThrow('dispatch_failed');
    await tom.says('#it-triage', 'while you were away');
    await desk.app.start();
    desk.clock.moveBy(60_000);
    expect(await seen).toBe('while you were away');
  });

  test('a second ack is a violation', async () => {
    const desk = keep(await socketDesk());
    await desk.app.stop();
    await desk.sandbox.until(() => desk.sandbox.connections() === 0, 'the app to go');
    const { url } = await call(desk.sandbox, 'apps.connections.open', {}, desk.sandbox.appToken);
    const socket = new WebSocket(String(url));
    await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
    socket.addEventListener('message', ({ data }) => {
      const ack = JSON.stringify({ envelope_id: JSON.parse(data).envelope_id });
      socket.send(ack);
      socket.send(ack);
    });
    await desk.sandbox.person('mia').slash('/desk');
    await desk.sandbox.person('mia').slash('/desk');
    expect(desk.sandbox.violations[0]).toContain('acked more than once');
    socket.close();
  });
});

test('response_url: five posts, half an hour, replacing and deleting', async () => {
  const app = keep(await rawApp());
  const mia = app.sandbox.person('mia');
  app.answers = () => 'first';
  const card = await mia.slash('/desk');
  const { response_url: url } = app.of('/desk')[0] ?? {};
  const respond = async (body: unknown) => {
    const response = await fetch(String(url), { method: 'POST', body: JSON.stringify(body) });
    return response.status;
  };
  expect(await respond({ replace_original: true, text: 'second' })).toBe(200);
  expect(card?.text()).toBe('second');
  expect(await respond({ text: 'third' })).toBe(200);
  expect(mia.ephemerals().map((one) => one.text())).toEqual(['second', 'third']);
  expect(await respond({ response_type: 'in_channel', text: 'for all' })).toBe(200);
  expect(mia.dm().map((one) => one.text())).toEqual(['for all']);
  expect(await respond({ blocks: [{ type: 'nope' }] })).toBe(400);
  expect(await respond({ delete_original: true })).toBe(200);
  expect(card?.isDeleted()).toBe(true);
  expect(await respond({ text: 'sixth' })).toBe(404);

  await mia.slash('/desk');
  app.clock.moveBy(30 * 60_000);
  const late = await fetch(String(app.of('/desk')[1]?.response_url), {
    method: 'POST',
    body: '{"text":"late"}',
  });
  expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
});

test('nobody sees or does anything in a conversation of others', async () => {
  const app = keep(await rawApp());
  await call(app.sandbox, 'chat.postMessage', { channel: 'C0ITTRIAGE', text: 'secret' });
  const mia = app.sandbox.person('mia');
  const card = app.sandbox.person('tom').sees('#it-triage')[0];
  expect(() => mia.sees('#it-triage')).toThrow('mia is not in #it-triage');
  expect(() => card && mia.looksAt(card)).toThrow('mia is not in');
  await expect(mia.says('#it-triage', 'hi')).rejects.toThrow('mia is not in');
});
