import { afterEach, beforeEach, expect, test } from 'vitest';
import { call } from './raw-api.ts';
import { type RawApp, rawApp } from './raw-app.ts';

let app: RawApp;
beforeEach(async () => {
  app = await rawApp();
});
afterEach(() => app.close());

test('a message, its change and its end, as events', async () => {
  const tom = app.sandbox.person('tom');
  const said = await tom.says('#it-triage', 'look at <this> @ines');
  await tom.edits(said, 'look');
  await tom.deletes(said);
  await app.sandbox.idle();
  const channel = { channel: 'C0ITTRIAGE', channel_type: 'group' };
  expect(app.of('message').map(({ event }) => event)).toMatchObject([
    {
      ...channel,
      user: 'U00000TOM',
      ts: said.ts,
      text: 'look at &lt;this&gt; <@U0000INES>',
      blocks: [{ type: 'rich_text' }],
    },
    {
      ...channel,
      subtype: 'message_changed',
      message: { text: 'look', edited: { user: 'U00000TOM' } },
      previous_message: { ts: said.ts },
    },
    { ...channel, subtype: 'message_deleted', deleted_ts: said.ts, previous_message: { text: 'look' } },
  ]);
  expect(app.of('message')[0]).toMatchObject({
    type: 'event_callback',
    team_id: app.sandbox.teamId,
    api_app_id: app.sandbox.appId,
    event_id: expect.stringMatching(/^Ev/),
    event_time: expect.any(Number),
    authorizations: [{ user_id: app.sandbox.botUserId, is_bot: true }],
  });
});

test('the end of a message with replies is a change: a tombstone stands there', async () => {
  const tom = app.sandbox.person('tom');
  const said = await tom.says('#it-triage', 'look');
  await said.reply('where?');
  await tom.deletes(said);
  await app.sandbox.idle();
  expect(app.of('message').at(-1)?.event).toMatchObject({
    subtype: 'message_changed',
    message: { ts: said.ts, subtype: 'tombstone', user: 'USLACKBOT' },
    previous_message: { text: 'look' },
  });
});

test('events only of what is subscribed to, and only from where the app is', async () => {
  const mia = app.sandbox.person('mia');
  await mia.says('#marketing', 'not for the app');
  app.sandbox.admin.changePerson('mia', { tz: 'Europe/Paris' });
  await app.sandbox.idle();
  expect(app.received).toEqual([]);
  await mia.says('#marketing-it-weekly', 'for the app');
  await app.sandbox.idle();
  expect(app.of('message')).toHaveLength(1);
});

test('a file in a message is a file_share, the app’s own message carries its bot_id', async () => {
  const tom = app.sandbox.person('tom');
  await tom.says('#it-triage', '', { files: [{ name: 'log.txt', content: 'x' }] });
  await call(app.sandbox, 'chat.postMessage', { channel: 'C0ITTRIAGE', text: 'mine' });
  await app.sandbox.idle();
  expect(app.of('message').map(({ event }) => event)).toMatchObject([
    { subtype: 'file_share', files: [{ name: 'log.txt', mimetype: 'text/plain' }] },
    { text: 'mine', bot_id: expect.any(String), app_id: app.sandbox.appId },
  ]);
});

test('reactions name the message and its author; a mention of the app is an event of its own', async () => {
  const tom = app.sandbox.person('tom');
  const said = await tom.says('#it-triage', 'hello @desk');
  await app.sandbox.person('ines').looksAt(said).react('eyes');
  await app.sandbox.person('ines').looksAt(said).unreact('eyes');
  await app.sandbox.idle();
  const event = {
    user: 'U0000INES',
    reaction: 'eyes',
    item: { type: 'message', channel: 'C0ITTRIAGE', ts: said.ts },
    item_user: 'U00000TOM',
  };
  expect(app.of('reaction_added')).toMatchObject([{ event }]);
  expect(app.of('reaction_removed')).toMatchObject([{ event }]);
  expect(app.of('app_mention')).toHaveLength(1);
});
