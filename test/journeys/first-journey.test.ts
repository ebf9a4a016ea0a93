import { describe, expect, test } from 'vitest';
import { openBroker, transports } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const itChecks = ['It is live, and the way back is known', 'If it breaks, IT is told before marketing is'];

describe.each(transports)('over %s', (transport) => {
  test('a request travels from marketing to IT and back', async () => {
    const { sandbox } = await openBroker({ transport });
    const mia = sandbox.person('mia');
    const ines = sandbox.person('ines');

    const hers = await ask(mia, 'Webinar form', { outcome: 'More registrations', needed: '2026-03-20' });
    expect(hers.plain()).toContain('With IT');
    const card = await triageCardOf(ines, 'Webinar form');
    expect(card.plain()).toContain('nobody yet');

    await card.react('eyes');
    await card.waitUntil((each) => each.plain().includes('@ines'));
    await hers.waitUntil((each) => each.plain().includes('@ines'));

    await card.click('Ask…');
    const question = await ines.modal();
    await question.fill({ question: 'Which CRM field?' });
    await sent(question.submit());
    await hers.waitUntil((each) => each.plain().includes('With you'));
    await mia.waitForMessage({ in: 'dm', matching: 'Which CRM field?', threadOf: hers });
    await hers.reply('Lead source, please');
    await ines.waitForMessage({ in: '#it-triage', matching: 'Lead source, please', threadOf: card });
    await card.waitUntil((each) => each.plain().includes('With IT'));

    await card.click('Accept…');
    const acceptance = await ines.modal();
    await acceptance.fill({ size: 'M' });
    await sent(acceptance.submit());
    await hers.waitUntil((each) => each.plain().includes('Being worked on'));

    await card.waitUntil((each) => each.buttons().some((button) => button.startsWith('Finish and deliver')));
    await card.click('Finish and deliver…');
    const delivery = await ines.modal();
    await delivery.fill({ 'IT checks': itChecks });
    await sent(delivery.submit());
    await hers.waitUntil((each) => each.plain().includes('Ready for you to check'));

    await hers.click('All good');
    await hers.waitUntil((each) => each.plain().includes('Closed'));
    await card.waitUntil((each) => each.plain().includes('Closed'));
    expect(card.plain()).toContain('done and confirmed');
  });
});

test('✅ delivers when IT’s criteria are ticked on the card, and offers the window privately when they are not', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, 'Cookie banner', { needed: '2026-03-20' });
  const card = await triageCardOf(ines, 'Cookie banner');
  await card.click('Accept…');
  const acceptance = await ines.modal();
  await acceptance.fill({ size: 'S' });
  await sent(acceptance.submit());
  await card.waitUntil((each) => each.plain().includes('Being worked on'));

  await card.react('white_check_mark');
  const offer = await ines.waitForEphemeral(/2 of IT’s criteria are still open on MR-1/);
  await offer.click('Finish and deliver…');
  await (await ines.modal('Finish and deliver')).close();
  expect(hers.plain()).toContain('Being worked on');

  await card.choose('request.tick', itChecks);
  await card.unreact('white_check_mark');
  await card.react('white_check_mark');
  await hers.waitUntil((each) => each.plain().includes('Ready for you to check'));
});

test('not yet: what fails goes back to IT as a list, and the rest stays done', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  const hers = await ask(mia, 'Price page', { needed: '2026-03-20' });
  const card = await triageCardOf(ines, 'Price page');
  await card.click('Accept…');
  const acceptance = await ines.modal();
  // Another date: the requester signs first.
  await acceptance.fill({ size: 'M', date: '2026-03-27' });
  await sent(acceptance.submit());
  await hers.waitUntil((each) => each.plain().includes('With you'));
  await hers.click('Agree');
  await card.waitUntil((each) => each.plain().includes('Being worked on'));

  await card.choose('request.tick', itChecks);
  await card.react('white_check_mark');
  await hers.waitUntil((each) => each.plain().includes('Ready for you to check'));
  await hers.click('Not yet…');
  const rejection = await mia.modal();
  await rejection.fill({
    'failed-0': ['Consent is asked before anything is tracked, and a test visit is counted'],
    words: 'The banner is missing on the phone.',
  });
  await sent(rejection.submit());
  await card.waitUntil((each) => each.plain().includes('Being worked on'));
  await ines.waitForMessage({
    in: '#it-triage',
    matching: 'The banner is missing on the phone.',
    threadOf: card,
  });
});
