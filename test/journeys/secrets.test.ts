import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const secret = 'The password is Sunshine7';

async function asked(title: string) {
  const broker = await openBroker();
  const [mia, ines] = [broker.sandbox.person('mia'), broker.sandbox.person('ines')];
  const hers = await ask(mia, title);
  const card = await triageCardOf(ines, title);
  /** What IT can read there by now: a reply that is sure to come is the mark that nothing else will. */
  async function readByIt(): Promise<string> {
    await hers.reply('That is all.');
    await ines.waitForMessage({ in: '#it-triage', matching: 'That is all.', threadOf: card });
    return card
      .thread()
      .map((each) => each.plain())
      .join('\n');
  }
  const held = (after?: typeof hers) =>
    mia.waitForMessage({ in: 'dm', matching: 'has not gone to IT', threadOf: hers, ...(after && { after }) });
  return { ...broker, mia, ines, hers, card, readByIt, held };
}

test('a reply with a secret in it stays until its author says that it is harmless', async () => {
  const { hers, ines, card, held, readByIt, mia } = await asked('Raffle form');
  await hers.reply(secret, { files: [{ name: 'how.txt', content: 'x' }] });
  const prompt = await held();
  expect(prompt.plain()).toContain('a password');
  expect(await readByIt()).not.toContain('Sunshine7');
  expect(card.thread().flatMap((each) => each.files())).toEqual([]);

  await prompt.click('Send it as it is');
  await ines.waitForMessage({ in: '#it-triage', matching: 'Sunshine7', threadOf: card });
  await card.waitUntil((each) => each.thread().some((line) => line.files().includes('how.txt')));
  await mia.waitForMessage({ in: 'dm', matching: 'Sent as it was', threadOf: hers });
});

test('“Don’t send” keeps it, and nothing of it stays with the app', async () => {
  const { hers, held, readByIt, store, mia, sandbox } = await asked('Quiz form');
  const reply = await hers.reply(secret);
  await (await held()).click('Don’t send');
  await mia.waitForMessage({ in: 'dm', matching: 'Only you can read it', threadOf: hers });
  expect(await store.heldReply(sandbox.teamId, reply.channel, reply.ts)).toBeNull();
  expect(await readByIt()).not.toContain('Sunshine7');
});

test('taking it out of the message sends the rest by itself', async () => {
  const { hers, ines, card, held, readByIt, mia } = await asked('Poll form');
  const reply = await hers.reply(secret);
  const prompt = await held();
  await mia.edits(reply, 'I call you about the password');
  await ines.waitForMessage({ in: '#it-triage', matching: 'I call you', threadOf: card });
  await prompt.click('Send it as it is');
  expect(await readByIt()).not.toContain('Sunshine7');

  await mia.edits(reply, secret);
  await held(prompt);
  expect(await readByIt()).not.toContain('Sunshine7');
  await mia.deletes(reply);
});

test('the windows warn once, then hold the field, and send what is said to be harmless', async () => {
  const { hers, ines, card, mia, sandbox } = await asked('Vote form');
  await card.click('Ask…');
  const question = await ines.modal('Ask');
  await question.fill({ question: 'How do we get in?' });
  await sent(question.submit());
  await hers.waitUntil((each) => each.buttons().includes('Answer…'));
  await hers.click('Answer…');
  const answer = await mia.modal('Answer');
  await answer.fill({ answer: secret });
  await answer.submit();
  const warned = await mia.modal('Answer');
  await warned.waitUntil((each) => each.plain().includes('This looks as if a password is in it'));
  expect(await warned.submit()).toMatchObject({ errors: { 'Your answer': expect.any(String) } });
  await warned.fill({ 'no-secret': ['Send it as it is'] });
  await sent(warned.submit());
  await ines.waitForMessage({ in: '#it-triage', matching: 'Sunshine7', threadOf: card });
  expect(sandbox.violations).toEqual([]);
});
