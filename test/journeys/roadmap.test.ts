import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

test('marketing’s lead orders a top five, and IT sees it in its queue and on the cards', async () => {
  const { sandbox } = await openBroker();
  const [mia, lea, ines] = [sandbox.person('mia'), sandbox.person('lea'), sandbox.person('ines')];
  await ask(mia, 'Webinar form');
  await ask(mia, 'Consent banner');
  await lea.slash('/martech-request', 'top-five');
  const window = await lea.modal('Marketing’s top five');
  await window.fill({ First: 'MR-2 · Consent banner', Second: 'MR-1 · Webinar form' });
  await sent(window.submit());

  const card = await triageCardOf(ines, 'Webinar form');
  await card.waitUntil((each) => each.plain().includes('2nd of marketing’s top five'));
  await ines.slash('/martech-request', 'triage');
  const queue = await ines.modal('IT’s queue');
  await queue.click('Marketing’s top five 2');
  await queue.waitUntil((each) => each.plain().includes('IT’s queue: marketing’s top five'));
  expect(queue.plain().indexOf('Consent banner')).toBeLessThan(queue.plain().indexOf('Webinar form'));

  const first = await triageCardOf(ines, 'Consent banner');
  await first.click('Decline…');
  const decline = await ines.modal();
  await decline.fill({ reason: 'Not now', words: 'After the release.' });
  await sent(decline.submit());
  await card.waitUntil((each) => each.plain().includes('1st of marketing’s top five'));
});
