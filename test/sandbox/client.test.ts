import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change, Deed, DeedResult, LogEntry, Snapshot } from '../../src/sandbox/client-api.ts';
import { call } from './raw-api.ts';
import { type RawApp, rawApp } from './raw-app.ts';

let app: RawApp;
beforeEach(async () => {
  app = await rawApp();
});
afterEach(() => app.close());

const mia = 'U00000MIA';
const tom = 'U00000TOM';

async function get<T>(path: string): Promise<T> {
  return (await fetch(`${app.sandbox.url}${path}`)).json() as Promise<T>;
}

async function does(as: string, deed: Deed): Promise<DeedResult> {
  const response = await fetch(`${app.sandbox.url}/client/do?as=${as}`, {
    method: 'POST',
    body: JSON.stringify(deed),
  });
  return response.json() as Promise<DeedResult>;
}

/** Follows someone's stream; `until` reads on to the change that fits. */
async function follow(as: string) {
  const response = await fetch(`${app.sandbox.url}/client/stream?as=${as}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const seen: Change[] = [];
  return {
    seen,
    async until(fits: (change: Change) => boolean): Promise<Change> {
      for (;;) {
        const found = seen.find(fits);
        if (found) return found;
        rest += (await reader?.read())?.value ?? '';
        const lines = rest.split('\n\n');
        rest = lines.pop() ?? '';
        seen.push(
          ...lines.filter((line) => line.startsWith('data: ')).map((line) => JSON.parse(line.slice(6))),
        );
      }
    },
    close: () => reader?.cancel(),
  };
}

test('a snapshot shows what this person may see', async () => {
  const snapshot = await get<Snapshot>(`/client/snapshot?as=${mia}`);
  expect(snapshot.channels.map(({ name }) => name)).toEqual(['general', 'marketing', 'marketing-it-weekly']);
  expect(snapshot.me).toMatchObject({ name: 'mia', tz: 'Europe/Berlin', playable: true });
  expect(snapshot.commands.map(({ command }) => command)).toEqual(['/desk', '/desk-escaped', '/invite']);
  expect(snapshot.emoji.eyes).toBe('👀');
  expect((await get<Snapshot>('/client/snapshot?as=U00000GUS')).channels.map(({ name }) => name)).toEqual([
    'general',
    'marketing',
  ]);
});

test('whoever does not say who they are opens the page as the first of the cast', async () => {
  for (const query of ['', '?as=', '?as=U0NOBODY']) {
    expect((await get<Snapshot>(`/client/snapshot${query}`)).me.id).toBe(mia);
  }
  expect(await does('U0NOBODY', { do: 'read', channel: 'C0GENERAL' })).toEqual({ error: 'no such person' });
});

test('people walk into public channels and bring others, and the app, into theirs', async () => {
  expect(await does(tom, { do: 'join', channel: 'C0MARKETING' })).toEqual({ ok: true });
  expect(app.sandbox.channel('#marketing').members).toContain(tom);
  expect(await does(mia, { do: 'join', channel: 'C0ITTRIAGE' })).toMatchObject({ ok: false });
  expect(await does('U00000GUS', { do: 'join', channel: 'C0MARKETINGITWEEKLY' })).toMatchObject({
    ok: false,
  });
  expect(app.of('member_joined_channel')).toEqual([]);

  const invite = (text: string) =>
    does(tom, { do: 'slash', channel: 'C0MARKETING', command: '/invite', text });
  expect(await invite('@desk')).toEqual({ ok: true });
  expect(app.sandbox.channel('#marketing').members).toContain(app.sandbox.botUserId);
  await app.arrived('member_joined_channel', 1);
  expect(await invite('@desk')).toMatchObject({ error: 'Desk is already in this channel.' });
  expect(await invite('@nobody')).toMatchObject({ ok: false });
  expect(await does(tom, { do: 'invite', channel: 'C0ITTRIAGE', user: mia })).toEqual({ ok: true });
  expect(await does(mia, { do: 'say', channel: 'C0ITTRIAGE', text: 'Thank you' })).toEqual({ ok: true });
});

test('the stream brings messages, unread counts and notices to those whom they concern', async () => {
  const [mias, toms] = [await follow(mia), await follow(tom)];
  await call(app.sandbox, 'chat.postMessage', { channel: 'C0ITTRIAGE', text: 'for IT: <@U00000TOM>' });
  await call(app.sandbox, 'chat.postMessage', { channel: mia, text: 'for Mia' });
  expect(await toms.until(({ type }) => type === 'notice')).toMatchObject({
    kind: 'mention',
    channel: 'C0ITTRIAGE',
  });
  expect(toms.seen).toContainEqual({
    type: 'channel',
    channel: expect.objectContaining({ id: 'C0ITTRIAGE', unread: 1, mentions: 1 }),
  });
  expect(await mias.until(({ type }) => type === 'notice')).toMatchObject({
    kind: 'dm',
    text: 'Desk: for Mia',
  });
  expect(JSON.stringify(mias.seen)).not.toContain('for IT');
  expect(await does(tom, { do: 'read', channel: 'C0ITTRIAGE' })).toEqual({ ok: true });
  await toms.until((change) => change.type === 'channel' && change.channel.unread === 0);
  await Promise.all([mias.close(), toms.close()]);
});

test('a deed is done and told; what may not be done is answered with a sentence', async () => {
  const stream = await follow(tom);
  expect(await does(tom, { do: 'say', channel: 'C0ITTRIAGE', text: 'hello' })).toEqual({ ok: true });
  const said = await stream.until(({ type }) => type === 'message');
  expect(said).toMatchObject({ message: { text: 'hello', user: tom, replyCount: 0 } });
  expect(await does(mia, { do: 'say', channel: 'C0ITTRIAGE', text: 'hello' })).toMatchObject({ ok: false });
  app.answers = () => 500;
  expect(await does(mia, { do: 'slash', channel: 'C0GENERAL', command: '/desk', text: '' })).toMatchObject({
    ok: false,
    error: expect.stringContaining('/desk failed'),
  });
  await stream.close();
});

test('messages come in pages, oldest first', async () => {
  const person = app.sandbox.person('tom');
  for (const text of ['1', '2', '3']) await person.says('#it-triage', text);
  const newest = await get<{ messages: { text: string; ts: string }[]; more: boolean }>(
    `/client/messages?as=${tom}&channel=C0ITTRIAGE&limit=2`,
  );
  expect(newest).toMatchObject({ messages: [{ text: '2' }, { text: '3' }], more: true });
  const before = newest.messages[0]?.ts;
  expect(await get(`/client/messages?as=${tom}&channel=C0ITTRIAGE&limit=2&before=${before}`)).toMatchObject({
    messages: [{ text: '1' }],
    more: false,
  });
  expect(await get(`/client/messages?as=${mia}&channel=C0ITTRIAGE`)).toEqual({ messages: [], more: false });
});

test('the panel: log, clock and faults', async () => {
  await app.sandbox.person('mia').slash('/desk');
  expect(await get('/client/log')).toMatchObject([{ name: '/desk', direction: 'slack-to-app' }]);
  const before = app.clock.now();
  const response = await fetch(`${app.sandbox.url}/client/control`, {
    method: 'POST',
    body: '{"move":3600000}',
  });
  const { now } = (await response.json()) as { now: number };
  expect(now - before).toBeGreaterThanOrEqual(3_600_000);
});

test('an upload belongs to its owner until it is shared', async () => {
  const response = await fetch(`${app.sandbox.url}/client/upload?as=${tom}&name=a.txt`, {
    method: 'POST',
    body: 'bytes',
  });
  const { file } = (await response.json()) as { file: { id: string } };
  const read = async (as: string) =>
    (await fetch(`${app.sandbox.url}/client/file/${file.id}?as=${as}`)).status;
  expect([await read(tom), await read(mia)]).toEqual([200, 404]);
  await does(tom, { do: 'say', channel: 'C0MARKETINGITWEEKLY', text: '', fileIds: [file.id] });
  expect(await read(mia)).toBe(200);
});

test('the page and its library are served, and nothing else of this machine', async () => {
  const type = async (path: string) => (await fetch(`${app.sandbox.url}${path}`)).headers.get('content-type');
  expect(await type('/vendor/preact.mjs')).toContain('javascript');
  expect(await type('/vendor/preact-hooks.mjs')).toContain('javascript');
  expect(await type('/vendor/htm.mjs')).toContain('javascript');
  expect(await type('/')).toContain('html');
  const policy = (await fetch(app.sandbox.url)).headers.get('content-security-policy');
  expect(policy).toMatch(
    /default-src 'self'; script-src 'self' 'sha256-[\w+/]{43}='; .*frame-ancestors 'none'/,
  );
  for (const path of [
    '/page/../sandbox.ts',
    '/page/%2e%2e/sandbox.ts',
    '/page//etc/passwd',
    '/page/nope.js',
    '/vendor/yaml.mjs',
  ]) {
    expect((await fetch(`${app.sandbox.url}${path}`)).status).toBe(404);
  }
});

test('another site that points its name here, or posts from its own, is turned away', async () => {
  const { port } = new URL(app.sandbox.url);
  const status = (headers: Record<string, string>) =>
    new Promise((resolve) => {
      request({ host: '127.0.0.1', port, path: `/client/snapshot?as=${mia}`, headers }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });
  expect(await status({ host: `localhost:${port}` })).toBe(200);
  expect(await status({ host: `evil.example:${port}` })).toBe(403);
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ origin: `http://127.0.0.1:${port}` })).toBe(200);
});

test('a page that stays open over a restart of the sandbox goes on reading the log where it was', async () => {
  await call(app.sandbox, 'auth.test');
  const [before] = await get<LogEntry[]>('/client/log');
  await app.close();
  app = await rawApp();
  await call(app.sandbox, 'auth.test');
  expect(await get(`/client/log?after=${before?.id}`)).toMatchObject([{ name: 'auth.test' }]);
});
