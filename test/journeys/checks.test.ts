import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const day = 24 * 60 * 60_000;

test('a check is asked early, decided by its owner in a message, and only then IT says yes', async () => {
  const { sandbox, clock } = await openBroker();
  const [mia, ines, ada] = [sandbox.person('mia'), sandbox.person('ines'), sandbox.person('ada')];
  const hers = await ask(mia, 'Survey tool', { kind: 'A tool', where: 'want' });
  const card = await triageCardOf(ines, 'Survey tool');
  const asked = await ada.waitForMessage({ in: 'dm', matching: 'needs the security check from you' });
  await card.react('eyes');
  await hers.waitUntil((each) => each.plain().includes('*With @ada* · for the security check'));
  expect(card.buttons()).not.toContain('Accept…');

  await asked.click('Ask for changes…');
  const changes = await ada.modal('Ask for changes');
  await changes.fill({ meaning: 'It waits for a day or two.', words: 'Where is the data kept?' });
  await sent(changes.submit());
  await hers.waitUntil((each) =>
    each.plain().includes('*With you* · the security check wants something changed'),
  );
  await hers.click('Answer…');
  const answers = await mia.modal('Answer a check');
  await answers.fill({ 'answer-region': 'In Frankfurt.' });
  await sent(answers.submit());

  const again = await ada.waitForMessage({ in: 'dm', matching: 'what was to be changed was answered' });
  expect(again.plain()).toContain('In Frankfurt.');
  clock.moveBy(9 * day);
  await ada.waitForMessage({ in: 'dm', matching: 'Late: the security check' });
  await again.click('Approve');
  await again.waitUntil((each) => each.plain().includes('You approved the security check of MR-1'));
  await card.waitUntil((each) => each.buttons().includes('Accept…'));
  await until(() => card.thread().some((line) => line.plain().includes('approved the security check')));
});

test('a check that a user group owns asks its members, and any of them decides', async () => {
  const { sandbox, store } = await openBroker();
  const [mia, ines, tom] = [sandbox.person('mia'), sandbox.person('ines'), sandbox.person('tom')];
  const stored = await store.settings(sandbox.teamId);
  if (!stored) throw new Error('the desk is set up');
  const checks = stored.document.checks.map((rule) => ({ ...rule, group: 'S00ITTEAM' }));
  const document = { ...stored.document, checks };
  await store.write((transaction) =>
    transaction.addSettings(sandbox.teamId, { ...stored, version: stored.version + 1, document }),
  );
  await ask(mia, 'Survey tool', { kind: 'A tool', where: 'want' });
  for (const person of [ines, tom]) {
    await person.waitForMessage({ in: 'dm', matching: 'needs the security check from you' });
  }
  const asked = await tom.waitForMessage({ in: 'dm', matching: 'needs the security check from you' });
  expect(asked.plain()).toContain('one of you is enough');
  await asked.click('Approve');
  const card = await triageCardOf(ines, 'Survey tool');
  await card.waitUntil((each) => each.plain().includes('approved by @tom'));
  expect(card.buttons()).toContain('Accept…');
});
