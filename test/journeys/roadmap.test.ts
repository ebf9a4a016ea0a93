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
  expect(queue.plain()).toMatch(/Consent banner[\s\S]*Webinar form/);

  const first = await triageCardOf(ines, 'Consent banner');
  await first.click('Decline…');
  const decline = await ines.modal();
  await decline.fill({ reason: 'Not now', words: 'After the release.' });
  await sent(decline.submit());
  await card.waitUntil((each) => each.plain().includes('1st of marketing’s top five'));
});

test('a launch is picked at intake, moves, and IT agrees to the new date', async () => {
  const { sandbox } = await openBroker();
  const [mia, ben, ines] = [sandbox.person('mia'), sandbox.person('ben'), sandbox.person('ines')];
  await ben.slash('/martech-request', 'launches');
  await (await ben.modal('Launches')).click('Add a launch…');
  const form = await ben.modal('Add a launch');
  await form.fill({ 'What is launched?': 'Spring fair', 'When?': '2026-03-20' });
  await form.submit();

  await ask(mia, 'Badges for the fair', { 'For a launch': 'Fri, Mar 20, 2026 · Spring fair' });
  const card = await triageCardOf(ines, 'Badges for the fair');
  expect(card.plain()).toContain('Needed by Fri, Mar 20, 2026 for the launch “Spring fair”');
  await card.click('Accept…');
  const accept = await ines.modal('Accept');
  await accept.fill({ size: 'S' });
  await sent(accept.submit());
  await card.waitUntil((each) => each.plain().includes('agreed for Fri, Mar 20, 2026'));

  await ben.slash('/martech-request', 'launches');
  await (await ben.modal('Launches')).choose('Open a launch…', 'Fri, Mar 20, 2026 · Spring fair');
  await (await ben.modal('A launch')).click('Change…');
  const change = await ben.modal('Change a launch');
  await change.fill({ 'When?': '2026-03-27' });
  const moved = await change.submit();
  expect('view' in moved && moved.view.plain()).toContain('A new date is proposed on MR-1.');

  await mia.waitForMessage({ in: 'dm', matching: 'moved the launch “Spring fair” to Fri, Mar 27, 2026' });
  await card.waitUntil((each) => each.plain().includes('Agree'));
  await card.click('Agree');
  await card.waitUntil((each) => each.plain().includes('agreed for Fri, Mar 27, 2026'));
});

test('whoever wants something in a freeze is warned before it is sent, and sends it all the same', async () => {
  const { sandbox } = await openBroker();
  const [mia, omar] = [sandbox.person('mia'), sandbox.person('omar')];
  await omar.slash('/martech-request', 'freezes');
  await (await omar.modal('Freeze periods')).click('Add a freeze…');
  const form = await omar.modal('Add a freeze');
  await form.fill({
    ...{ 'What is frozen?': 'The shop', 'Why?': 'Spring sale' },
    ...{ From: '2026-03-10', 'To, the last day included': '2026-03-20' },
  });
  await form.submit();

  await mia.slash('/martech-request', 'Another basket');
  const intake = await mia.modal('Ask for something');
  await intake.fill({ kind: 'A change', 'Needed by': '2026-03-12' });
  const looked = await intake.submit();
  if (!('view' in looked)) throw new Error('nothing was shown before it was sent');
  expect(looked.view.plain()).toContain('Thu, Mar 12, 2026 lies in a freeze.');
  await sent(looked.view.submit());
  await mia.waitForMessage({ in: 'dm', matching: 'Another basket' });
});

test('accepted work stands on the roadmap, in App Home too, and opens from it', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines, omar] = [sandbox.person('mia'), sandbox.person('ines'), sandbox.person('omar')];
  await omar.slash('/martech-request', 'roadmap');
  await (await omar.modal('The roadmap')).click('What IT can do…');
  const capacity = await omar.modal('What IT can do');
  await capacity.fill({ For: 'April 2026' });
  await capacity.waitUntil((each) => each.fields().some(({ blockId }) => blockId === 'size-M.2026-04'));
  await capacity.fill({
    ...{ 'Small: up to two days of work': '4', 'Medium: up to two weeks': '0' },
    'Large: more than that': '1',
  });
  await sent(capacity.submit());

  await ask(mia, 'Loyalty page', { 'Needed by': '2026-04-02' });
  const card = await triageCardOf(ines, 'Loyalty page');
  await card.click('Accept…');
  const accept = await ines.modal('Accept');
  await accept.fill({ size: 'M' });
  await sent(accept.submit());

  const home = await mia.home();
  await home.waitUntil((each) => each.plain().includes('Thu, Apr 2, 2026 · *MR-1* Loyalty page'));
  await home.click('The roadmap…');
  const roadmap = await mia.modal('The roadmap');
  expect(roadmap.plain()).toContain('*Next · April 2026*');
  expect(roadmap.plain()).toContain('1 of 0 M, 0 of 1 L · :warning: more M than IT can do');
  await roadmap.choose('Open…', 'MR-1 · Loyalty page');
  expect((await mia.modal('MR-1')).plain()).toContain('Loyalty page');
});
