import { expect, test } from 'vitest';
import { brokersTime } from '../../src/usecases/threads/ask-broker.ts';
import { openBroker } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

async function open() {
  const { sandbox, clock, store } = await openBroker();
  const [mia, ben, ines] = [sandbox.person('mia'), sandbox.person('ben'), sandbox.person('ines')];
  const hers = await ask(mia, 'Logo wall');
  const card = await triageCardOf(ines, 'Logo wall');
  await card.choose('request.more', 'Name a broker…');
  const naming = await ines.modal('A broker');
  await naming.fill({ broker: 'ben' });
  await sent(naming.submit());
  const his = await ben.waitForMessage({ in: 'dm', matching: 'Logo wall' });
  await his.waitUntil((each) => each.plain().includes('You read along for both sides'));
  return { sandbox, clock, store, mia, ben, ines, hers, card, his };
}

const wordsIn = (card: { thread(): { plain(): string }[] }) =>
  card
    .thread()
    .map((line) => line.plain())
    .join('\n');

test('marketing’s words go to the broker first, who rewords them; their author is told how they read', async () => {
  const { mia, ben, ines, hers, card, his } = await open();
  await hers.reply('It is ALL wrong, do it again!!!');
  const told = await ben.waitForMessage({ in: 'dm', matching: 'wrote this to the other side of MR-1' });
  expect(told.plain()).toContain('It is ALL wrong');
  await mia.waitForMessage({ in: 'dm', matching: '@ben reads what you wrote on MR-1 first' });
  expect(wordsIn(card)).not.toContain('wrong');

  await told.click('Reword…');
  const reword = await ben.modal('Reword');
  await reword.fill({ words: 'The logos of two partners are missing.' });
  await reword.submit();
  const line = await ines.waitForMessage({
    ...{ in: '#it-triage', threadOf: card, matching: 'two partners' },
  });
  expect(line.plain()).toMatch(/^Mia.* wrote/);
  await mia.waitForMessage({ in: 'dm', matching: '@ben reworded what you wrote on MR-1' });
  await ben.waitForMessage({ in: 'dm', threadOf: his, matching: 'two partners' });
  expect(wordsIn(card)).not.toContain('wrong');
});

test('IT’s words wait too, and go by themselves; notes are the broker’s to read, and nobody else’s', async () => {
  const { sandbox, clock, mia, ben, ines, hers, card, his } = await open();
  const note = await card.reply('The vendor is hopeless');
  const seen = await ben.waitForMessage({ in: 'dm', threadOf: his, matching: 'hopeless' });
  expect(seen.plain()).toContain('Only IT and you read this.');
  await note.react('mega');
  await (await ines.waitForEphemeral(/Share this/)).click('Send');
  await ines.waitForEphemeral(/@ben reads it first, then @mia/);
  await ben.waitForMessage({ in: 'dm', matching: 'wrote this to the other side' });
  await sandbox.idle();
  expect(wordsIn(hers)).not.toContain('hopeless');
  clock.moveBy(brokersTime);
  await mia.waitForMessage({ in: 'dm', threadOf: hers, matching: 'hopeless' });

  await his.reply('Let us meet on Thursday');
  await mia.waitForMessage({ in: 'dm', threadOf: hers, matching: 'Let us meet on Thursday' });
  await ines.waitForMessage({ in: '#it-triage', threadOf: card, matching: 'Let us meet on Thursday' });
});

test('what is asked in a window waits as well, and whoever asked sends it as it is; without a broker nothing waits', async () => {
  const { mia, ben, ines, hers, card } = await open();
  await card.click('Ask…');
  const asking = await ines.modal('Ask a question');
  await asking.fill({ question: 'How many logos?' });
  const answer = await asking.submit();
  expect('view' in answer && answer.view.plain()).toContain('The broker reads it first.');
  expect(hers.plain()).toContain('With IT');
  const waits = await ines.waitForMessage({ in: 'dm', matching: 'reads what you wrote on MR-1 first' });
  const his = await ben.waitForMessage({ in: 'dm', matching: 'How many logos?' });
  await waits.click('Send it as it is');
  await hers.waitUntil((each) => each.plain().includes('With you'));
  await his.click('Let it through');
  await his.waitUntil((each) => each.plain().includes('settled already') && each.buttons().length === 0);

  await hers.choose('request.more', 'Name a broker…');
  const naming = await mia.modal('A broker');
  await naming.fill({ broker: null });
  await sent(naming.submit());
  await card.waitUntil((each) => !each.plain().includes('broker @ben'));
  await hers.reply('Twelve');
  await ines.waitForMessage({ in: '#it-triage', threadOf: card, matching: 'Twelve' });
});
