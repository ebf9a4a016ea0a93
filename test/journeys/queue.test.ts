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

  await home.choose('queue.kind', 'A tool');
  await home.waitUntil((each) => each.plain().includes('Nothing in this list is of that sort.'));
  await home.click('Show all');
  await home.waitUntil((each) => each.plain().includes('Give to someone…'));
  await home.click('Give to someone…');
  const giving = await ines.modal('Give to someone');
  await giving.fill({ 'Which of this list?': ['MR-1 · Webinar form'], 'Who in IT?': 'tom' });
  const given = await giving.submit();
  expect('view' in given && given.view.plain()).toContain('@tom has MR-1 now.');
  await home.waitUntil((each) => each.plain().includes('Mine 0'));
  await card.waitUntil((each) => each.plain().includes('@tom'));
  await giving.close();

  await ines.slash('/martech-request', 'triage');
  const queue = await ines.modal('IT’s queue');
  await queue.click('Not taken 0');
  await queue.waitUntil((each) => each.plain().includes('Nothing is in this list.'));
});

test('however many windows stand upon each other, every button still leads somewhere', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await ask(mia, 'Webinar form');
  await triageCardOf(ines, 'Webinar form');
  await ines.slash('/martech-request', 'triage');
  const queue = await ines.modal('IT’s queue');
  await queue.waitUntil((each) => each.buttons().includes('Open…'));
  await queue.click('Open…');
  const card = await ines.modal('MR-1');
  await card.click('Everything about it…');
  const whole = await ines.modal('MR-1');
  await whole.waitUntil((each) => each.plain().includes('What happened'));
  await whole.click('Why?');
  await ines.modal('MR-1: why?');
});
