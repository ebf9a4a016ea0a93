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
