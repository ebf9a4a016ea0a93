import { expect, test } from 'vitest';
import type { Modal } from '../../src/sandbox/driver/modal.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import { openBroker } from '../support/broker.ts';

async function word(person: Person, typed: string): Promise<Modal> {
  await person.slash('/martech-request', `terms ${typed}`);
  return person.modal('A word');
}

async function shown(result: ReturnType<Modal['submit']>): Promise<Modal> {
  const answer = await result;
  if (!('view' in answer)) throw new Error(`no window came back: ${JSON.stringify(answer)}`);
  return answer.view;
}

test('a word is looked up, both leads agree to it, and a new text has to be agreed to anew', async () => {
  const { sandbox } = await openBroker();
  const mia = sandbox.person('mia');
  const lea = sandbox.person('lea');
  const omar = sandbox.person('omar');

  const asap = await word(mia, 'a.s.a.p.');
  expect(asap.plain()).toContain('English · Also: as soon as possible');
  expect(asap.plain()).toContain('When IT says it');
  expect(asap.plain()).toContain('Marketing’s lead has not agreed yet');
  expect(asap.buttons()).toEqual(['Change…']);

  const hers = await word(lea, 'asap');
  await hers.click('That is what it means');
  await hers.waitUntil((each) => each.plain().includes('Marketing: @lea'));
  expect(hers.buttons()).toEqual(['Change…']);
  const his = await word(omar, 'urgent');
  await his.click('That is what it means');
  await his.waitUntil((each) => each.plain().includes('IT: @omar'));

  await asap.click('Change…');
  const form = await mia.modal('Change a word');
  await form.fill({ 'When marketing says it': 'By tomorrow.', 'Of which language is it?': 'All of them' });
  const changed = await shown(form.submit());
  expect(changed.plain()).toContain('By tomorrow.');
  expect(changed.plain()).not.toContain('English');
  expect(changed.plain()).toContain('IT’s lead has not agreed yet');
});

test('of two who write at once, the second sees the other text before theirs replaces it', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await (await word(mia, 'live')).click('Change…');
  const slow = await mia.modal('Change a word');
  await (await word(ines, 'live')).click('Change…');
  const quick = await ines.modal('Change a word');
  await quick.fill({ 'When IT says it': 'On production.' });
  await shown(quick.submit());

  await slow.fill({ 'When IT says it': 'Out there.' });
  const again = await shown(slow.submit());
  expect(again.plain()).toContain('On production.');
  const saved = await shown(again.submit());
  expect(saved.plain()).toContain('Out there.');
});

test('a new word, a word that is taken, and one that nobody knows', async () => {
  const { sandbox } = await openBroker();
  const mia = sandbox.person('mia');
  await mia.slash('/martech-request', 'terms flywheel');
  const list = await mia.modal('What words mean');
  expect(list.plain()).toContain('Nobody has written down yet what “flywheel” means.');
  await list.click('Add a word…');
  const form = await mia.modal('Add a word');
  await form.fill({ 'The word': 'asap', 'When marketing says it': 'x', 'When IT says it': 'y' });
  expect(await form.submit()).toMatchObject({ errors: { 'The word': expect.stringContaining('already') } });
  await form.fill({ 'The word': 'Flywheel' });
  expect((await shown(form.submit())).plain()).toContain('Flywheel');

  await mia.slash('/martech-request', 'terms');
  const all = await mia.modal('What words mean');
  expect(all.plain()).toContain('35 words');
});
