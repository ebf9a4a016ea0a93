import { expect, test } from 'vitest';
import { openBroker, transports } from '../support/broker.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';
import { ask, sent, triageCardOf } from './asking.ts';

test.each(transports)('over %s: what is asked already can be followed instead', async (transport) => {
  const { sandbox } = await openBroker({ transport });
  const [mia, ben, ines] = [sandbox.person('mia'), sandbox.person('ben'), sandbox.person('ines')];
  await ask(mia, 'Registration form for the spring webinar');
  await mia.slash('/martech-request', 'Registration form, spring webinar, in French');
  const second = await mia.modal('Ask for something');
  await second.fill({ kind: 'A change' });
  await second.submit();
  await sent((await mia.modal('Before you send')).submit());
  await mia.waitForMessage({ in: 'dm', matching: 'in French' });

  await ben.slash('/martech-request', 'Webinar registration form, spring edition');
  const modal = await ben.modal('Ask for something');
  await modal.fill({ kind: 'A change', outcome: 'More sign-ups' });
  expect(await modal.submit()).toHaveProperty('view');
  const look = await ben.modal('Before you send');
  expect(look.plain()).toContain('MR-1');
  expect(look.plain()).toContain('If you send it now, IT replies by');
  expect(look.buttons().filter((button) => button === 'Follow that one')).toHaveLength(2);
  await look.click('Follow that one');
  const followed = await ben.waitForMessage({ in: 'dm', matching: 'You follow this request' });

  const key = /MR-\d/.exec(followed.plain())?.[0] ?? '';
  await (await triageCardOf(ines, key)).react('eyes');
  await followed.waitUntil((each) => each.plain().includes('@ines'));
  expect(followed.buttons()).toEqual([]);
  expect(sandbox.messages('#it-triage').filter(({ text }) => text.includes('edition'))).toEqual([]);
});

test.each(transports)(
  'over %s: ASAP is met with what it means, and everything asked reaches IT',
  async (transport) => {
    const { sandbox, store } = await openBroker({ transport });
    const [mia, ben, ines] = [sandbox.person('mia'), sandbox.person('ben'), sandbox.person('ines')];
    const tool = sampleTool({ name: 'Harbor Shop', category: 'commerce' }, { id: 'HARBOR' });
    const shop = { ...tool, workspace: sandbox.teamId };
    await store.write((transaction) => transaction.saveTools(asSaved([shop])));
    await mia.slash('/martech-request', 'Price page ASAP');
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind: 'A change', outcome: 'Prices are right' });
    await modal.click('More questions');
    await modal.waitUntil((each) => each.fields().some(({ blockId }) => blockId === 'measure'));
    await modal.fill({
      impact: '1',
      measure: 'No complaints',
      data: ['Data of customers or prospects'],
      tool: 'Harbor Shop',
      systems: 'Till',
      requester: 'ben',
      informed: ['lea'],
    });
    expect(await modal.submit()).toHaveProperty('view');
    const look = await mia.modal('Before you send');
    expect(look.plain()).toContain('What “ASAP” means here');
    expect(look.plain()).toMatch(/IT looks at it by Mon, Mar 2 at \d+:\d\d [AP]M/);
    await sent(look.submit());

    const card = await triageCardOf(ines, 'Price page ASAP');
    for (const words of [
      '@ben',
      'filed by @mia',
      'No complaints',
      'Data of customers',
      'Tool: Harbor Shop',
      'Works with: Till',
      'ASAP',
    ]) {
      expect(card.plain()).toContain(words);
    }
    await ben.waitForMessage({ in: 'dm', matching: 'Price page ASAP' });
    await sandbox.person('lea').waitForMessage({ in: 'dm', matching: 'You follow this request' });
  },
);

test('a tool that is only looked at may carry the vendor’s next call, and IT joins in one click', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await mia.slash('/martech-request', 'Heat maps');
  const modal = await mia.modal('Ask for something');
  await modal.fill({ kind: 'A tool' });
  await modal.waitUntil((each) => each.fields().some(({ blockId }) => blockId === 'where'));
  await modal.fill({ where: 'Just looking' });
  await modal.waitUntil((each) => each.fields().some(({ blockId }) => blockId === 'vendorCall'));
  await modal.fill({ vendorCall: '2026-03-10' });
  await sent(modal.submit());
  const hers = await mia.waitForMessage({ in: 'dm', matching: 'Heat maps' });
  const card = await triageCardOf(ines, 'Heat maps');
  expect(card.plain()).toContain('Next call with the vendor: Tue, Mar 10, 2026');
  await card.click('I’ll join the call');
  const joined = await mia.waitForMessage({ in: 'dm', matching: 'I’ll join the call', threadOf: hers });
  expect(joined.plain()).toContain('@ines');
  await card.click('I’ll join the call');
  await ines.waitForEphemeral(/You have said already that you join/);
});

test('outside IT’s hours a fault shows when IT is back, before it is sent', async () => {
  const { sandbox, clock } = await openBroker();
  const mia = sandbox.person('mia');
  clock.moveBy(14 * 60 * 60_000);
  await mia.slash('/martech-request', 'The shop is down');
  const modal = await mia.modal('Ask for something');
  await modal.fill({ kind: 'Something is broken' });
  await modal.waitUntil((each) => each.plain().includes('IT is out of office and back'));
});
