import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/client-api.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { manifest } from './desk-app.ts';
import { call, codeOf } from './raw-api.ts';
import { type RawApp, rawApp } from './raw-app.ts';

let app: RawApp;
beforeEach(async () => {
  app = await rawApp({ rateLimits: false });
});
afterEach(() => app.close());

const order = (fault: Fault) => app.sandbox.control({ fault });
const post = (text: string) => call(app.sandbox, 'chat.postMessage', { channel: 'C0ITTRIAGE', text });
const posted = () => app.sandbox.messages('#it-triage').map(({ text }) => text);

test('accepted, then the connection is reset', async () => {
  order({ kind: 'accept-then-reset', method: 'chat.postMessage', times: 1 });
  await expect(post('one')).rejects.toThrow('fetch failed');
  expect(await post('two')).toMatchObject({ ok: true });
  expect(posted()).toEqual(['one', 'two']);
});

test('500 before and after accepting', async () => {
  const status = async () =>
    (
      await fetch(`${app.sandbox.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${app.sandbox.botToken}` },
        body: new URLSearchParams({ channel: 'C0ITTRIAGE', text: 'x' }),
      })
    ).status;
  order({ kind: 'error-500', method: 'chat.postMessage', times: 1 });
  order({ kind: 'error-500', method: 'chat.postMessage', times: 1, afterAccepting: true });
  expect([await status(), posted().length]).toEqual([500, 0]);
  expect([await status(), posted().length]).toEqual([500, 1]);
  expect([await status(), posted().length]).toEqual([200, 2]);
});

test('an error of choice, on every method, until it is taken back', async () => {
  order({ kind: 'error', method: '*', code: 'fatal_error' });
  expect(await codeOf(app.sandbox, 'auth.test')).toBe('fatal_error');
  expect((await post('x')).error).toBe('fatal_error');
  expect(posted()).toEqual([]);
  app.sandbox.control({ clearFaults: true });
  expect(await codeOf(app.sandbox, 'auth.test')).toBe('ok');
});

test('429 with any Retry-After, or none', async () => {
  for (const retryAfter of ['30', 'soon', null]) {
    order({ kind: 'rate-limit', method: 'chat.postMessage', retryAfter, times: 1 });
    const response = await fetch(`${app.sandbox.apiUrl}chat.postMessage`, { method: 'POST' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, retryAfter]);
  }
});

test('slow, and never', async () => {
  order({ kind: 'slow', method: 'auth.test', milliseconds: 50, times: 1 });
  const before = performance.now();
  expect(await codeOf(app.sandbox, 'auth.test')).toBe('ok');
  expect(performance.now() - before).toBeGreaterThan(45);
  order({ kind: 'never-answer', method: 'auth.test' });
  await expect(
    fetch(`${app.sandbox.apiUrl}auth.test`, { method: 'POST', signal: AbortSignal.timeout(50) }),
  ).rejects.toThrow('timeout');
});

test('a message that becomes visible late is seen by nobody before', async () => {
  const history = async () =>
    (await call(app.sandbox, 'conversations.history', { channel: 'C0ITTRIAGE' })).messages;
  order({ kind: 'visible-late', milliseconds: 60_000 });
  await post('in a minute');
  expect(await history()).toEqual([]);
  expect(app.sandbox.person('tom').sees('#it-triage')).toEqual([]);

  app.sandbox.control({ clearFaults: true });
  order({ kind: 'visible-late', milliseconds: 30 });
  const { ts } = await post('late');
  await app.sandbox.person('tom').waitForMessage({ in: '#it-triage', matching: 'late' });
  expect(await history()).toMatchObject([{ ts }]);
});

test('the token is revoked, the channel archived, the bot kicked: and all of it mended', async () => {
  order({ kind: 'revoke-token' });
  expect((await post('x')).error).toBe('token_revoked');
  order({ kind: 'kick-bot', channel: '#it-triage' });
  order({ kind: 'archive', channel: '#marketing-it-weekly' });
  expect(app.sandbox.control({ rateLimits: false }).faults).toEqual([{ kind: 'revoke-token' }]);
  app.sandbox.control({ clearFaults: true });
  expect((await post('x')).ok).toBe(true);
  expect(app.sandbox.channel('#marketing-it-weekly').isArchived).toBe(false);
  order({ kind: 'kick-bot', channel: '#it-triage' });
  expect((await post('x')).error).toBe('channel_not_found');
});

test('one delivery comes several times, each as a first attempt', async () => {
  for (const what of ['command', 'interaction', 'event'] as const)
    order({ kind: 'redeliver', what, times: 2 });
  const tom = app.sandbox.person('tom');
  await tom.slash('/desk');
  await tom.shortcut('new_request');
  await tom.says('#it-triage', 'hello');
  await tom.says('#it-triage', 'again');
  await app.sandbox.idle();
  expect(app.of('/desk')).toHaveLength(3);
  expect(app.of('shortcut')).toHaveLength(3);
  expect(app.of('message').map(({ event_id }) => event_id)).toHaveLength(4);
  expect(new Set(app.of('/desk').map(({ trigger_id }) => trigger_id)).size).toBe(1);
  expect(app.received.some(({ headers }) => headers['x-slack-retry-num'])).toBe(false);
});

test('the log shows calls and deliveries with their ends, without tokens', async () => {
  await post('x');
  await post('');
  app.answers = () => 500;
  await app.sandbox
    .person('tom')
    .slash('/desk')
    .catch(() => {});
  const log = app.sandbox.log().filter(({ name }) => name !== 'message');
  expect(log.map(({ direction, name, result }) => ({ direction, name, result }))).toEqual([
    { direction: 'app-to-slack', name: 'chat.postMessage', result: 'ok' },
    { direction: 'app-to-slack', name: 'chat.postMessage', result: 'no_text' },
    { direction: 'slack-to-app', name: '/desk', result: 'HTTP 500' },
  ]);
  expect(JSON.stringify(log)).not.toContain(app.sandbox.botToken);
});

test('a dropped socket is gone without a word', async () => {
  const sandbox = await startSandbox({ clock: app.clock, manifest, delivery: { mode: 'socket' } });
  const { url } = await call(sandbox, 'apps.connections.open', {}, sandbox.appToken);
  const socket = new WebSocket(String(url));
  const closed = new Promise<number>((resolve) =>
    socket.addEventListener('close', ({ code }) => resolve(code)),
  );
  await sandbox.until(() => sandbox.connections() === 1, 'the socket to open');
  sandbox.control({ fault: { kind: 'drop-socket' } });
  expect(await closed).toBe(1006);
  await sandbox.close();
});
