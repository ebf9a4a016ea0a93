import { expect, test } from 'vitest';
import type { MessageCard } from '../../src/sandbox/driver/message-card.ts';
import { type Broker, openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, triageCardOf } from './asking.ts';

/** An admin of the workspace may delete what the app says, too. */
async function deletedByHand({ apiUrl, botToken }: Broker['sandbox'], { channel, ts }: MessageCard) {
  await fetch(`${apiUrl}chat.delete`, {
    method: 'POST',
    headers: { authorization: `Bearer ${botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel, ts }),
  });
}

test('marketing’s words cross under its name, and so do edits and deletions', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, 'Webinar form');
  const card = await triageCardOf(ines, 'Webinar form');

  const reply = await hers.reply('It is for the spring webinar');
  const line = await ines.waitForMessage({
    ...{ in: '#it-triage', matching: 'It is for the spring webinar', threadOf: card },
  });
  expect(line.plain()).toContain('Mia');

  await mia.edits(reply, 'It is for the autumn webinar');
  await line.waitUntil((each) => each.plain().includes('autumn webinar'));
  expect(line.plain()).not.toContain('spring');
  expect(line.plain()).toContain('edited');

  await mia.deletes(reply);
  await line.waitUntil((each) => each.isDeleted());
});

test('IT’s words stay with IT, edited or not, until their author sends them', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines, tom] = [sandbox.person('mia'), sandbox.person('ines'), sandbox.person('tom')];
  const hers = await ask(mia, 'Price page');
  const card = await triageCardOf(ines, 'Price page');
  const note = await card.reply('The old plugin is a mess');
  await ines.edits(note, 'The plugin needs an update first');

  await tom.looksAt(note).react('mega');
  const prompt = await ines.waitForEphemeral(/@tom suggests it\. Share this with @mia/);
  expect(prompt.plain()).toContain('The plugin needs an update first');
  expect(tom.ephemerals()).toEqual([]);
  expect(hers.thread()).toEqual([]);

  await prompt.click('Send');
  const line = await mia.waitForMessage({
    in: 'dm',
    matching: 'The plugin needs an update first',
    threadOf: hers,
  });
  expect(JSON.stringify(hers.thread().map((each) => each.plain()))).not.toContain('mess');

  await ines.edits(note, 'The plugin needs an update first, by Friday');
  const again = await ines.waitForEphemeral(/still reads the earlier words/);
  expect(line.plain()).not.toContain('Friday');
  await again.click('Send the new words');
  await line.waitUntil((each) => each.plain().includes('by Friday'));

  await ines.deletes(note);
  await line.waitUntil((each) => each.isDeleted());
});

test('a card that is deleted by hand is posted again once, and says so', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, 'Consent text');
  const card = await triageCardOf(ines, 'Consent text');
  await deletedByHand(sandbox, card);
  const second = await ines.waitForMessage({
    in: '#it-triage',
    matching: 'The earlier card was deleted',
    after: card,
  });
  await second.react('eyes');
  await hers.waitUntil((each) => each.plain().includes('@ines'));
  expect(sandbox.messages('#it-triage').filter(({ text }) => text.includes('Consent text'))).toHaveLength(1);
});

test('a line that was deleted by hand is left alone when its words are edited', async () => {
  const { sandbox, store } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, 'Consent text');
  const card = await triageCardOf(ines, 'Consent text');
  const reply = await hers.reply('It is for the spring webinar');
  const line = await ines.waitForMessage({
    ...{ in: '#it-triage', matching: 'It is for the spring webinar', threadOf: card },
  });
  await deletedByHand(sandbox, line);
  await mia.edits(reply, 'It is for the autumn webinar');
  await hers.reply('Thank you');
  await ines.waitForMessage({ in: '#it-triage', matching: 'Thank you', threadOf: card });
  await until(async () => (await store.openOutbox(1)).length === 0);
  expect(await store.deadOutbox(sandbox.teamId, 10)).toEqual([]);
});

test('what a button in a thread answers stands in that thread', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await ask(mia, 'Price page');
  const card = await triageCardOf(ines, 'Price page');
  const note = await card.reply('The old plugin is a mess');
  await ines.looksAt(note).react('mega');
  const share = await ines.waitForEphemeral(/Share this with @mia/);
  await ines.looksAt(note).react('pushpin');
  const keep = await ines.waitForEphemeral(/Put this decision on the record/);
  await share.click('Send');
  await keep.click('Send and keep');
  const refusal = await ines.waitForEphemeral(/was sent across before/);
  expect(refusal.message().threadTs).toBe(card.ts);
});
