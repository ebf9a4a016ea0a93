import { expect, test } from 'vitest';
import { openBroker, transports } from '../support/broker.ts';
import { sent, triageCardOf } from './asking.ts';

test.each(transports)(
  'over %s: what was begun survives a deploy, and the window that was open',
  async (transport) => {
    const broker = await openBroker({ transport });
    const { sandbox } = broker;
    const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
    await mia.slash('/martech-request', 'Raffle form ASAP');
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind: 'A change', outcome: 'More visitors' });
    await modal.submit();
    await (await mia.modal('Before you send')).close();

    await mia.slash('/martech-request', 'Price list');
    const open = await mia.modal('Ask for something');
    await broker.restart();
    await open.fill({ kind: 'Data or access' });
    await sent(open.submit());
    await triageCardOf(ines, 'Price list');

    await mia.shortcut('intake.ask');
    await (await mia.modal('Ask for something')).click('Go on with what you began');
    const resumed = await mia.modal('Ask for something');
    await resumed.waitUntil((each) => each.fields().some(({ value }) => value === 'Raffle form ASAP'));
    expect(resumed.fields().map(({ value }) => value)).toContain('More visitors');
    await resumed.submit();
    await sent((await mia.modal('Before you send')).submit());
    await triageCardOf(ines, 'Raffle form ASAP');
    await (await mia.home()).click('Start a request');
    expect((await mia.modal('Ask for something')).buttons()).not.toContain('Start afresh');
  },
);
