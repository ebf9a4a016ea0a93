import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, codeOf } from './raw-api.ts';
import { type RawApp, rawApp } from './raw-app.ts';

let app: RawApp;
beforeEach(async () => {
  app = await rawApp();
});
afterEach(() => app.close());

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const weekly = 'C0MARKETINGITWEEKLY';
const post = (blocks: unknown[], text = 'plain') =>
  call(app.sandbox, 'chat.postMessage', { channel: weekly, text, blocks });

test('each reader sees mentions, links and dates as Slack shows them', async () => {
  const noonUtc = Date.UTC(2026, 2, 20, 12) / 1000;
  await post([
    section(
      '<@U00000MIA> asked <!subteam^S00ITTEAM> in <#C0GENERAL>: <https://example.com|the page> &amp; &lt;b&gt;',
    ),
    section(`by <!date^${noonUtc}^{date_num} {time}|noon>`),
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Yes' } }],
    },
  ]);
  const seenBy = (name: string) =>
    app.sandbox.person(name).findMessage({ in: '#marketing-it-weekly' })?.texts();
  expect(seenBy('mia')).toEqual([
    '@mia asked @it-team in #general: the page & <b>',
    'by 03/20/2026 1:00 PM',
    'Yes',
  ]);
  expect(seenBy('ines')?.[1]).toBe('by 03/20/2026 5:30 PM');
  expect(seenBy('omar')?.[1]).toBe('by 03/20/2026 5:00 AM');
});

test('a card follows its message', async () => {
  const { ts } = await post([section('one')]);
  const card = await app.sandbox
    .person('tom')
    .waitForMessage({ in: '#marketing-it-weekly', matching: 'one' });
  const changed = card.waitUntil((shown) => shown.plain() === 'two');
  await call(app.sandbox, 'chat.update', { channel: weekly, ts, text: 'two', blocks: [section('two')] });
  expect((await changed).plain()).toBe('two');
  await call(app.sandbox, 'chat.delete', { channel: weekly, ts });
  expect(card.isDeleted()).toBe(true);
});

test('waiting finds the newest, or only what is newer than a card, or only in a thread', async () => {
  const lea = app.sandbox.person('lea');
  await post([section('news 1')]);
  const first = await lea.waitForMessage({ in: '#marketing-it-weekly', matching: /news/ });
  const next = lea.waitForMessage({ in: '#marketing-it-weekly', matching: /news/, after: first });
  const reply = lea.waitForMessage({ threadOf: first });
  await call(app.sandbox, 'chat.postMessage', { channel: weekly, text: 'in thread', thread_ts: first.ts });
  await post([section('news 2')]);
  expect([(await next).plain(), (await reply).text()]).toEqual(['news 2', 'in thread']);
  expect(lea.sees('#marketing-it-weekly').map((card) => card.plain())).toEqual(['news 1', 'news 2']);
});

test('what is not there is named beside what is', async () => {
  await post([
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Yes' } }],
    },
  ]);
  const card = app.sandbox.person('lea').sees('#marketing-it-weekly')[0];
  await expect(card?.click('No')).rejects.toThrow('lea sees no button "No", only:\nYes');
  expect(() => app.sandbox.person('nobody')).toThrow('nobody called nobody');
  expect(() => app.sandbox.channel('#nowhere')).toThrow('no conversation #nowhere');
});

test('an admin’s doings reach the app that is in the channel', async () => {
  app.sandbox.admin.join('#it-triage', 'ada');
  app.sandbox.admin.setGroup('it-team', ['tom']);
  await app.sandbox.idle();
  expect(app.of('member_joined_channel')).toMatchObject([
    { event: { user: 'U00000ADA', channel: 'C0ITTRIAGE', channel_type: 'G' } },
  ]);
  expect(await call(app.sandbox, 'usergroups.users.list', { usergroup: 'S00ITTEAM' })).toMatchObject({
    users: ['U00000TOM'],
  });
  expect(await codeOf(app.sandbox, 'conversations.join', { channel: 'C0MARKETING' })).toBe('ok');
  app.sandbox.admin.changePerson('tom', { tz: 'Asia/Tokyo' });
  expect(await call(app.sandbox, 'users.info', { user: 'U00000TOM' })).toMatchObject({
    user: { tz_offset: 32_400 },
  });
});

test('a person of another workspace acts with that workspace’s team id', async () => {
  await call(app.sandbox, 'conversations.join', { channel: 'C0MARKETING' });
  const blocks = [
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Yes' } }],
    },
  ];
  await call(app.sandbox, 'chat.postMessage', { channel: 'C0MARKETING', text: 'x', blocks });
  await app.sandbox.person('xena').sees('#marketing')[0]?.click('Yes');
  await app.sandbox.person('gus').sees('#marketing')[0]?.click('Yes');
  expect(app.of('block_actions').map(({ user }) => user)).toMatchObject([
    { id: 'U0000XENA', team_id: 'T0VENDOR00' },
    { id: 'U00000GUS', team_id: app.sandbox.teamId },
  ]);
  await app.sandbox.person('mia').says('#marketing', 'hi');
  await app.sandbox.idle();
  expect(app.of('message').at(-1)).toMatchObject({ is_ext_shared_channel: true });
});

test('a payload of the test’s own making goes past every rule', async () => {
  app.answers = () => ({ text: 'taken' });
  const ack = await app.sandbox.deliver({
    kind: 'interaction',
    payload: { type: 'block_actions', user: { id: 'U00000MIA' } },
  });
  expect(ack).toEqual({ outcome: 'acked', body: { text: 'taken' } });
  expect(app.of('block_actions')).toHaveLength(1);
});
