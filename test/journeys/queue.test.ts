import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { ask, triageCardOf } from './asking.ts';

test('App Home keeps the list that somebody turned to', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await ask(mia, 'Webinar form');
  const card = await triageCardOf(ines, 'Webinar form');
  await card.react('eyes');
  await card.waitUntil((each) => each.plain().includes('@ines'));
  const home = await ines.home();
  await home.waitUntil((each) => each.plain().includes('IT’s queue: due next'));
  await home.click('Mine 1');
  await home.waitUntil((each) => each.plain().includes('IT’s queue: mine'));
  expect((await ines.home()).plain()).toContain('Webinar form');

  await ines.slash('/martech-request', 'triage');
  const queue = await ines.modal('IT’s queue');
  await queue.click('Not taken 0');
  await queue.waitUntil((each) => each.plain().includes('Nothing is in this list.'));
});
