import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { openBroker, transports } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const brief = { name: 'brief.pdf', content: 'What the page is for' };
const plan = { name: 'plan.csv', content: 'week,what\n1,draft\n' };

test.each(transports)('over %s: files of the window and of the thread cross, once', async (transport) => {
  const { sandbox, store } = await openBroker({ transport });
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await mia.slash('/martech-request', 'Landing page');
  const modal = await mia.modal('Ask for something');
  await modal.fill({ kind: 'A change', files: [brief, plan] });
  await sent(modal.submit());
  const hers = await mia.waitForMessage({ in: 'dm', matching: 'Landing page' });
  const card = await triageCardOf(ines, 'Landing page');
  await card.waitUntil((each) => each.thread().flatMap((reply) => reply.files()).length === 2);
  expect(card.plain()).toContain('brief.pdf · plan.csv');
  await hers.waitUntil((each) => each.plain().includes('brief.pdf · plan.csv'));

  await hers.reply('And the logo', { files: [{ name: 'logo.svg', content: '<svg/>' }] });
  await card.waitUntil((each) => each.thread().some((reply) => reply.files().includes('logo.svg')));
  await ines.waitForMessage({ in: '#it-triage', matching: 'And the logo', threadOf: card });

  await hers.choose('request.more', 'Attach more…');
  const window = await mia.modal('Attach files');
  await window.fill({ files: [{ name: 'texts.txt', content: 'All texts' }], words: 'The texts' });
  await sent(window.submit());
  await card.waitUntil((each) => each.thread().some((reply) => reply.files().includes('texts.txt')));

  const request = await store.requestByNumber(sandbox.teamId, 1);
  const kept = await store.attachments(request?.id ?? '');
  expect(kept.map(({ name, size, checksum }) => ({ name, size, checksum }))).toMatchObject([
    { ...{ name: 'brief.pdf', size: brief.content.length }, checksum: sha256(brief.content) },
    { ...{ name: 'plan.csv', size: plan.content.length }, checksum: sha256(plan.content) },
    { name: 'logo.svg' },
    { name: 'texts.txt' },
  ]);
  await sandbox.idle();
  expect(
    card
      .thread()
      .flatMap((reply) => reply.files())
      .sort(),
  ).toEqual(['brief.pdf', 'logo.svg', 'plan.csv', 'texts.txt']);
  // Nobody on marketing's side gets a copy of their own files.
  expect(hers.thread().filter((reply) => reply.files().length > 0)).toHaveLength(1);
});

test('IT’s files stay with IT until their author sends them, and go when they are deleted', async () => {
  const { sandbox, store } = await openBroker();
  const [mia, ines, tom] = [sandbox.person('mia'), sandbox.person('ines'), sandbox.person('tom')];
  const hers = await ask(mia, 'Consent banner');
  const card = await triageCardOf(ines, 'Consent banner');
  const note = await card.reply('How it will look', {
    files: [
      { name: 'sketch.png', content: 'A sketch' },
      { name: 'costs.csv', content: 'x' },
    ],
  });
  await tom.looksAt(note).react('mega');
  const prompt = await ines.waitForEphemeral(/Share this with @mia/);
  expect(prompt.plain()).toContain('📎 sketch.png');
  expect(prompt.plain()).toContain('📎 costs.csv');
  await sandbox.idle();
  expect(hers.thread()).toEqual([]);

  ines.deletesFile(note, 'costs.csv');
  await until(async () => {
    const message = await store.threadMessage(sandbox.teamId, note.channel, note.ts);
    const words = (await store.words([message?.words ?? ''])).values();
    return ![...words].join().includes('costs.csv');
  });
  await prompt.click('Send');
  await ines.waitForEphemeral(/was changed or deleted meanwhile/);
  await tom.looksAt(note).unreact('mega');
  await tom.looksAt(note).react('mega');
  const second = await ines.waitForEphemeral(/Share this with @mia(?![\s\S]*costs\.csv)/);
  await second.click('Send');
  await hers.waitUntil((each) => each.thread().flatMap((reply) => reply.files()).length > 0);
  expect(hers.thread().flatMap((reply) => reply.files())).toEqual(['sketch.png']);
  await hers.waitUntil((each) => each.plain().includes('sketch.png'));

  await ines.deletes(note);
  await hers.waitUntil((each) => each.thread().every((reply) => reply.isDeleted()));
  await hers.waitUntil((each) => !each.plain().includes('sketch.png'));
});

test('what marketing deletes is taken away from IT as well', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, 'Price list');
  const card = await triageCardOf(ines, 'Price list');
  const reply = await hers.reply('', { files: [brief, plan] });
  await card.waitUntil((each) => each.thread().flatMap((line) => line.files()).length === 2);
  mia.deletesFile(reply, 'plan.csv');
  await card.waitUntil((each) => each.thread().flatMap((line) => line.files()).length === 1);
  const line = await ines.waitForMessage({ in: '#it-triage', matching: '📎 brief.pdf', threadOf: card });
  await line.waitUntil((each) => !each.plain().includes('plan.csv'));
  await mia.deletes(reply);
  await line.waitUntil((each) => each.isDeleted());
  await card.waitUntil((each) => each.thread().every((left) => left.files().length === 0));
});

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
