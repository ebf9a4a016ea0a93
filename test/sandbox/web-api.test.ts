import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock, type MovableClock } from '../../src/clock.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { manifest } from './desk-app.ts';
import { call, codeOf } from './raw-api.ts';

let sandbox: Sandbox;
let clock: MovableClock;
beforeAll(async () => {
  clock = createClock(Date.now);
  sandbox = await startSandbox({ clock, manifest, delivery: { mode: 'http' }, rateLimits: false });
});
afterAll(() => sandbox.close());

const triage = 'C0ITTRIAGE';
const weekly = 'C0MARKETINGITWEEKLY';
const post = async (over: Record<string, unknown> = {}) =>
  call(sandbox, 'chat.postMessage', { channel: triage, text: 'hello', ...over });

describe('tokens and scopes', () => {
  test.each([
    ['none', '', 'not_authed'],
    ['a wrong one', 'xoxb-wrong', 'invalid_auth'],
    ['the app-level one', 'xapp-sandbox', 'not_allowed_token_type'],
  ])('%s', async (_name, token, code) => {
    expect(await codeOf(sandbox, 'auth.test', {}, token)).toBe(code);
  });

  test('a missing scope is named', async () => {
    const other = await startSandbox({ clock, manifest, delivery: { mode: 'http' } });
    other.grantScopes(['chat:write']);
    expect(await call(other, 'users.info', { user: 'U00000MIA' })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'chat:write',
    });
    expect(await call(other, 'conversations.info', { channel: triage })).toMatchObject({
      error: 'missing_scope',
    });
    await other.close();
  });

  test('the scope goes by the kind of conversation', async () => {
    const other = await startSandbox({ clock, manifest, delivery: { mode: 'http' } });
    other.grantScopes(['channels:read', 'channels:history']);
    expect(await codeOf(other, 'conversations.history', { channel: weekly })).toBe('ok');
    expect(await call(other, 'conversations.history', { channel: triage })).toMatchObject({
      error: 'missing_scope',
      needed: 'groups:history',
    });
    await other.close();
  });

  test('a method that is not there', async () => {
    expect(await codeOf(sandbox, 'chat.postMesage')).toBe('unknown_method');
  });
});

describe('posting', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['nowhere', { channel: 'C0NOWHERE' }, 'channel_not_found'],
    ['where the app is not', { channel: 'C0MARKETING' }, 'not_in_channel'],
    ['nothing', { text: '' }, 'no_text'],
    ['too much', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are text', { blocks: 'x' }, 'invalid_blocks_format'],
    ['blocks that are no list', { blocks: {} }, 'invalid_blocks_format'],
    [
      'six long sections',
      { blocks: Array(6).fill({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(2500) } }) },
      'msg_blocks_too_long',
    ],
    ['into a thread that is not there', { thread_ts: '1.000000' }, 'thread_not_found'],
    ['metadata without a type', { metadata: { event_payload: {} } }, 'invalid_metadata_format'],
    [
      'metadata with depth',
      { metadata: { event_type: 'x', event_payload: { a: { b: 1 } } } },
      'invalid_metadata_schema',
    ],
  ])('%s', async (_name, over, code) => {
    expect((await post(over)).error).toBe(code);
  });

  test('a fault in blocks comes with its JSON pointer', async () => {
    const line = 'must be less than 151 characters [json-pointer:/blocks/0/text/text]';
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    expect(await post({ blocks })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [line],
      response_metadata: { messages: [`[ERROR] ${line}`] },
    });
    expect(await call(sandbox, 'blocks.validate', { blocks }, '')).toMatchObject({ error: 'invalid_blocks' });
  });

  test('a form body carries structures as JSON', async () => {
    const response = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}` },
      body: new URLSearchParams({
        channel: triage,
        text: 'x',
        blocks: JSON.stringify([{ type: 'divider' }]),
      }),
    });
    expect(await response.json()).toMatchObject({
      ok: true,
      message: { blocks: [{ type: 'divider', block_id: expect.any(String) }] },
    });
  });

  test('metadata is kept and read back on demand', async () => {
    const metadata = { event_type: 'card', event_payload: { outbox: '7' } };
    const { ts } = await post({ metadata });
    const read = async (all: boolean) => {
      const { messages } = await call(sandbox, 'conversations.history', {
        channel: triage,
        limit: 1,
        include_all_metadata: all,
      });
      return messages;
    };
    expect(await read(true)).toMatchObject([{ ts, metadata }]);
    expect(await read(false)).toEqual([expect.not.objectContaining({ metadata })]);
  });

  test('a person’s id stands for the direct message', async () => {
    const { channel } = await post({ channel: 'U00000MIA' });
    expect(await call(sandbox, 'conversations.open', { users: 'U00000MIA' })).toMatchObject({
      channel: { id: channel },
      already_open: true,
    });
  });

  test('an archived channel takes nothing', async () => {
    sandbox.admin.archive(weekly);
    expect((await post({ channel: weekly })).error).toBe('is_archived');
    sandbox.admin.unarchive(weekly);
    expect((await post({ channel: weekly })).ok).toBe(true);
  });

  test('an ephemeral message needs its reader in the channel', async () => {
    expect(
      await codeOf(sandbox, 'chat.postEphemeral', { channel: triage, user: 'U00000MIA', text: 'x' }),
    ).toBe('user_not_in_channel');
    expect(
      await codeOf(sandbox, 'chat.postEphemeral', { channel: triage, user: 'U00000TOM', text: 'psst' }),
    ).toBe('ok');
    expect(
      sandbox
        .person('tom')
        .ephemerals()
        .map((card) => card.text()),
    ).toEqual(['psst']);
  });
});

describe('changing', () => {
  test('only what is there and one’s own', async () => {
    const said = await sandbox.person('tom').says('#it-triage', 'mine');
    for (const method of ['chat.update', 'chat.delete']) {
      const args = { channel: triage, text: 'x' };
      expect(await codeOf(sandbox, method, { ...args, ts: '1.000000' })).toBe('message_not_found');
      expect(await codeOf(sandbox, method, { ...args, ts: said.ts })).toBe(
        method === 'chat.update' ? 'cant_update_message' : 'cant_delete_message',
      );
    }
  });

  test('blocks that are not sent stay, an empty list takes them away', async () => {
    const { ts } = await post({ blocks: [{ type: 'divider' }] });
    expect(await call(sandbox, 'chat.update', { channel: triage, ts, text: 'new' })).toMatchObject({
      message: { blocks: [{ type: 'divider' }] },
    });
    const { message } = await call(sandbox, 'chat.update', { channel: triage, ts, text: 'new', blocks: [] });
    expect(message).not.toHaveProperty('blocks');
  });

  test('a deleted parent leaves a tombstone over its replies', async () => {
    const { ts } = await post();
    await post({ thread_ts: ts, text: 'reply' });
    expect(await codeOf(sandbox, 'chat.delete', { channel: triage, ts })).toBe('ok');
    expect(await call(sandbox, 'conversations.replies', { channel: triage, ts })).toMatchObject({
      messages: [{ subtype: 'tombstone' }, { text: 'reply', thread_ts: ts }],
    });
  });
});

describe('reading', () => {
  test('history goes backwards, in pages, within its times, without replies', async () => {
    const { channel } = await post({ channel: 'U00000BEN', text: '1' });
    const second = await post({ channel, text: '2' });
    const third = await post({ channel, text: '3' });
    await post({ channel, text: 'reply', thread_ts: second.ts });
    const history = (args: Record<string, unknown>) =>
      call(sandbox, 'conversations.history', { channel, ...args });
    const first = await history({ limit: 2 });
    expect(first).toMatchObject({
      messages: [{ text: '3' }, { text: '2', reply_count: 1, reply_users: [sandbox.botUserId] }],
      has_more: true,
    });
    const { next_cursor: cursor } = first.response_metadata as { next_cursor: string };
    expect(await history({ limit: 2, cursor })).toMatchObject({ messages: [{ text: '1' }], has_more: false });
    expect(await history({ oldest: second.ts, latest: third.ts })).toMatchObject({ messages: [] });
    expect(await history({ oldest: second.ts, latest: third.ts, inclusive: true })).toMatchObject({
      messages: [{ text: '3' }, { text: '2' }],
    });
    expect(await history({ cursor: 'nonsense' })).toMatchObject({ error: 'invalid_cursor' });
    expect(await history({ limit: 1000 })).toMatchObject({ error: 'invalid_limit' });
  });

  test('a private channel without the app does not exist for it', async () => {
    sandbox.admin.leave('#it-triage', sandbox.botUserId);
    expect(await codeOf(sandbox, 'conversations.info', { channel: triage })).toBe('channel_not_found');
    expect(await codeOf(sandbox, 'conversations.members', { channel: triage })).toBe('channel_not_found');
    sandbox.admin.join('#it-triage', sandbox.botUserId);
    expect(await call(sandbox, 'conversations.members', { channel: triage })).toMatchObject({
      members: ['U0000INES', 'U00000TOM', 'U0000OMAR', sandbox.botUserId],
    });
  });

  test('people come with their zone, strangers and guests are marked', async () => {
    const { user } = await call(sandbox, 'users.info', { user: 'U0000INES' });
    expect(user).toMatchObject({ tz: 'Asia/Kolkata', tz_offset: 19_800, is_restricted: false });
    expect(await call(sandbox, 'users.info', { user: 'U00000GUS' })).toMatchObject({
      user: { is_restricted: true },
    });
    expect(await call(sandbox, 'users.info', { user: 'U0000XENA' })).toMatchObject({
      user: { is_stranger: true, team_id: 'T0VENDOR00' },
    });
    expect(await call(sandbox, 'users.info', { user: 'U00000ADA' })).toMatchObject({
      user: { is_admin: true },
    });
    expect(await codeOf(sandbox, 'users.info', { user: 'U0' })).toBe('user_not_found');
  });

  test('user groups', async () => {
    expect(await call(sandbox, 'usergroups.list')).toMatchObject({
      usergroups: [{ id: 'S00ITTEAM', handle: 'it-team' }],
    });
    expect(await call(sandbox, 'usergroups.users.list', { usergroup: 'S00ITTEAM' })).toMatchObject({
      users: ['U0000INES', 'U00000TOM', 'U0000OMAR'],
    });
    expect(await codeOf(sandbox, 'usergroups.users.list', { usergroup: 'S1' })).toBe('no_such_subteam');
  });
});

test('reactions: once each, by name, on a message that is there', async () => {
  const { ts } = await post();
  const item = { channel: triage, timestamp: ts, name: 'eyes' };
  expect(await codeOf(sandbox, 'reactions.add', item)).toBe('ok');
  expect(await codeOf(sandbox, 'reactions.add', item)).toBe('already_reacted');
  expect(await codeOf(sandbox, 'reactions.add', { ...item, name: 'nonsense' })).toBe('invalid_name');
  expect(await codeOf(sandbox, 'reactions.add', { ...item, timestamp: '1.000000' })).toBe(
    'message_not_found',
  );
  await sandbox.person('tom').findMessage({ in: '#it-triage' })?.react('eyes::skin-tone-2');
  expect(await call(sandbox, 'reactions.get', item)).toMatchObject({
    message: {
      reactions: [
        { name: 'eyes', users: [sandbox.botUserId], count: 1 },
        { name: 'eyes::skin-tone-2', users: ['U00000TOM'] },
      ],
    },
  });
  expect(await codeOf(sandbox, 'reactions.remove', item)).toBe('ok');
  expect(await codeOf(sandbox, 'reactions.remove', item)).toBe('no_reaction');
});

test('a file: an address, the bytes, the message', async () => {
  const { upload_url, file_id } = await call(sandbox, 'files.getUploadURLExternal', {
    filename: 'a.txt',
    length: 5,
  });
  const complete = () =>
    call(sandbox, 'files.completeUploadExternal', {
      files: [{ id: file_id, title: 'A' }],
      channel_id: triage,
    });
  expect((await complete()).error).toBe('file_not_found');
  expect((await fetch(String(upload_url), { method: 'POST', body: 'bytes' })).status).toBe(200);
  expect(await complete()).toMatchObject({ ok: true, files: [{ id: file_id, size: 5, title: 'A' }] });
  expect(sandbox.messages(triage).at(-1)?.files).toEqual([file_id]);
  const { file } = (await call(sandbox, 'files.info', { file: file_id })) as {
    file: { url_private: string };
  };
  const withToken = { headers: { authorization: `Bearer ${sandbox.botToken}` } };
  expect(await (await fetch(file.url_private, withToken)).text()).toBe('bytes');
  const without = await fetch(file.url_private);
  expect([without.status, without.redirected, without.headers.get('content-type')]).toMatchObject([
    200,
    true,
    expect.stringContaining('text/html'),
  ]);
});

test('a file: as long as announced, completed once, and gone from everywhere when it is deleted', async () => {
  const start = (length: number) =>
    call(sandbox, 'files.getUploadURLExternal', { filename: 'a.txt', length });
  const put = async (address: unknown) =>
    (await fetch(String(address), { method: 'POST', body: 'bytes' })).status;
  const { upload_url: wrong } = await start(4);
  expect(await put(wrong)).toBe(400);

  const { upload_url, file_id } = await start(5);
  expect(await put(upload_url)).toBe(200);
  expect(await codeOf(sandbox, 'files.info', { file: file_id })).toBe('file_not_found');
  const { ts } = await call(sandbox, 'chat.postMessage', { channel: triage, text: 'A thread' });
  const completion = { files: [{ id: file_id }], channel_id: triage, thread_ts: ts };
  expect(await codeOf(sandbox, 'files.completeUploadExternal', completion)).toBe('ok');
  expect(await codeOf(sandbox, 'files.completeUploadExternal', completion)).toBe('file_not_found');
  const shared = sandbox.messages(triage).at(-1);
  expect(await call(sandbox, 'files.info', { file: file_id })).toMatchObject({
    file: { groups: [triage], shares: { private: { [triage]: [{ ts: shared?.ts, thread_ts: ts }] } } },
  });

  const theirs = await sandbox
    .person('ines')
    .says('#it-triage', 'Mine', { files: [{ name: 'b.txt', content: 'x' }] });
  const [other] = theirs.message().files;
  expect(await codeOf(sandbox, 'files.delete', { file: other })).toBe('cant_delete_file');
  expect(await codeOf(sandbox, 'files.delete', { file: file_id })).toBe('ok');
  expect(await codeOf(sandbox, 'files.delete', { file: file_id })).toBe('file_not_found');
  expect(sandbox.messages(triage).some((message) => message.ts === shared?.ts)).toBe(false);

  sandbox.person('ines').deletesFile(theirs, 'b.txt');
  expect([theirs.text(), theirs.files()]).toEqual(['Mine', []]);
});
