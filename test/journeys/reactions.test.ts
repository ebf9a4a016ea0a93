import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

async function open(title: string) {
  const { sandbox, store } = await openBroker();
  const [mia, ines, tom] = [sandbox.person('mia'), sandbox.person('ines'), sandbox.person('tom')];
  const hers = await ask(mia, title, { needed: '2026-03-20' });
  const card = await triageCardOf(ines, title);
  return { sandbox, store, mia, ines, tom, hers, card };
}

test('👀 takes it, and taking it back releases it', async () => {
  const { hers, card } = await open('Banner');
  await card.react('eyes');
  await hers.waitUntil((each) => each.plain().includes('@ines'));
  await card.unreact('eyes');
  await hers.waitUntil((each) => each.plain().includes('nobody yet'));
});

test('👀 that something followed on stays taken', async () => {
  const { ines, hers, card } = await open('Banner');
  await card.react('eyes');
  await hers.waitUntil((each) => each.plain().includes('@ines'));
  await card.click('Ask…');
  const question = await ines.modal();
  await question.fill({ question: 'Which page?' });
  await sent(question.submit());
  await hers.waitUntil((each) => each.plain().includes('With you'));
  await card.unreact('eyes');
  await hers.reply('The first one');
  await hers.waitUntil((each) => each.plain().includes('With IT'));
  expect(hers.plain()).toContain('taken by @ines');
});

test('✅ delivers it, and taking it back takes the delivery back', async () => {
  const { ines, hers, card } = await open('Banner');
  await card.click('Accept…');
  const acceptance = await ines.modal();
  await acceptance.fill({ size: 'S' });
  await sent(acceptance.submit());
  await card.waitUntil((each) => each.plain().includes('Being worked on'));
  await card.choose('request.tick', [
    'It is live, and the way back is known',
    'If it breaks, IT is told before marketing is',
  ]);
  await card.react('white_check_mark');
  await hers.waitUntil((each) => each.plain().includes('Ready for you to check'));
  await card.unreact('white_check_mark');
  await hers.waitUntil((each) => each.plain().includes('Being worked on'));
});

test('🚫 offers the window to decline, to whoever put it there', async () => {
  const { ines, hers, card } = await open('Banner');
  await card.react('no_entry_sign');
  const prompt = await ines.waitForEphemeral(/To decline MR-1, please tell @mia why/);
  await prompt.click('Decline…');
  const decline = await ines.modal('Decline');
  await decline.fill({ reason: 'Not now', words: 'It can run from May on.' });
  await sent(decline.submit());
  await hers.waitUntil((each) => each.plain().includes('Closed'));
});

test('❓ on a note asks the requester, once its author has sent it; taking it back takes the question back', async () => {
  const { mia, ines, hers, card } = await open('Banner');
  const note = await card.reply('Which page is it for?');
  await note.react('question');
  const prompt = await ines.waitForEphemeral(/Ask @mia this/);
  expect(hers.plain()).toContain('With IT');
  await prompt.click('Send the question');
  await hers.waitUntil((each) => each.plain().includes('With you'));
  expect(hers.plain()).toContain('Which page is it for?');
  await note.unreact('question');
  await hers.waitUntil((each) => each.plain().includes('With IT'));
  await mia.waitForMessage({ in: 'dm', matching: 'took the question back', threadOf: hers });
});

test('📌 keeps a decision on the record, and taking it back takes it off', async () => {
  const { mia, ines, hers, card } = await open('Banner');
  const note = await card.reply('We use the old form until June');
  await note.react('pushpin');
  await (await ines.waitForEphemeral(/Put this decision on the record/)).click('Send and keep');
  const line = await mia.waitForMessage({
    in: 'dm',
    matching: 'We use the old form until June',
    threadOf: hers,
  });
  expect(line.plain()).toContain('put a decision on the record');
  await note.unreact('pushpin');
  await line.waitUntil((each) => each.isDeleted());
});

test('a prompt sends what it shows or nothing, once, and for its author only', async () => {
  const { sandbox, store, mia, ines, tom, hers, card } = await open('Banner');
  const note = await card.reply('First wording');
  await note.react('mega');
  const first = await ines.waitForEphemeral(/Share this/);
  const wording = (await store.threadMessage(sandbox.teamId, note.channel, note.ts))?.words;
  await ines.edits(note, 'Second wording');
  await expect
    .poll(async () => (await store.threadMessage(sandbox.teamId, note.channel, note.ts))?.words)
    .not.toBe(wording);
  await first.click('Send');
  await ines.waitForEphemeral(/was changed or deleted meanwhile/);

  await note.unreact('mega');
  await note.react('mega');
  const second = await ines.waitForEphemeral(/Second wording/);
  const [button] = JSON.stringify(second.blocks()).match(/\{\\"channel.*?\}/) ?? [];
  const value: unknown = JSON.parse(`"${button}"`);
  await sandbox.deliver({
    kind: 'interaction',
    payload: {
      ...{ type: 'block_actions', team: { id: sandbox.teamId }, trigger_id: '1.2' },
      user: { id: 'U00000TOM', team_id: sandbox.teamId },
      container: { type: 'message', message_ts: second.ts, channel_id: card.channel },
      actions: [{ action_id: 'thread.send', block_id: 'b', action_ts: '1.3', type: 'button', value }],
    },
  });
  await second.click('Send');
  await mia.waitForMessage({ in: 'dm', matching: 'Second wording', threadOf: hers });
  expect(hers.thread()).toHaveLength(1);

  await tom.looksAt(note).react('pushpin');
  await tom.waitForEphemeral(/was sent across before/);
});

test('marketing’s emoji, and emoji on a copy or on a closed card, are passed over in silence', async () => {
  const { sandbox, mia, ines, hers, card } = await open('Banner');
  const copy = await ines.says('#it-triage', card.plain());
  await copy.react('eyes');
  await copy.react('mega');
  await hers.click('Withdraw');
  await card.waitUntil((each) => each.plain().includes('Closed'));
  await card.react('eyes');
  await card.react('no_entry_sign');
  await sandbox.idle();
  expect(ines.ephemerals()).toEqual([]);
  expect(mia.ephemerals()).toEqual([]);
});
