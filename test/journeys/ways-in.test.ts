import { describe, expect, test } from 'vitest';
import { openBroker, transports } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

describe.each(transports)('over %s', (transport) => {
  test('from anywhere: the global shortcut', async () => {
    const { sandbox } = await openBroker({ transport });
    const mia = sandbox.person('mia');
    await mia.shortcut('intake.ask');
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind: 'A change', title: 'New footer' });
    await sent(modal.submit());
    await mia.waitForMessage({ in: 'dm', matching: 'New footer' });
    await triageCardOf(sandbox.person('ines'), 'New footer');
  });

  test('from a message: its author is the requester, both get the card, and a link leads back', async () => {
    const { sandbox } = await openBroker({ transport });
    const [mia, ben] = [sandbox.person('mia'), sandbox.person('ben')];
    const wish = await ben.says('#marketing', 'The footer needs the new address\nWe moved in May.');
    await (await mia.looksAt(wish)).shortcut('intake.raise');
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind: 'A change' });
    await sent(modal.submit());
    const hers = await mia.waitForMessage({ in: 'dm', matching: 'The footer needs the new address' });
    const his = await ben.waitForMessage({ in: 'dm', matching: 'The footer needs the new address' });
    expect(hers.plain()).toContain('Asked by @ben, filed by @mia');
    expect(his.plain()).toContain('We moved in May.');
    expect(his.plain()).toContain('/archives/');
  });

  test('from a direct message to the app, which is never met with silence', async () => {
    const { sandbox } = await openBroker({ transport });
    const mia = sandbox.person('mia');
    await mia.says('dm', 'Our price list PDF is outdated');
    const offer = await mia.waitForMessage({ in: 'dm', matching: 'Shall I make a request of this?' });
    await offer.click('Start the request');
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind: 'A change' });
    await sent(modal.submit());
    await triageCardOf(sandbox.person('ines'), 'Our price list PDF is outdated');
  });

  test('from 🎫 on a message: only its author is asked, once', async () => {
    const { sandbox } = await openBroker({ transport });
    const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
    const wish = await mia.says('#marketing-it-weekly', 'The map on the dealer page does not load');
    const seen = await ines.looksAt(wish);
    await seen.react('ticket');
    const offer = await mia.waitForEphemeral(/Shall it become a request/);
    await seen.unreact('ticket');
    await seen.react('ticket');
    await offer.click('Start the request');
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind: 'Something is broken' });
    await sent(modal.submit());
    await triageCardOf(ines, 'The map on the dealer page does not load');
    expect(mia.ephemerals().filter((each) => each.plain().includes('Shall it become'))).toHaveLength(1);
    expect(ines.ephemerals()).toEqual([]);
  });

  test('from App Home', async () => {
    const { sandbox } = await openBroker({ transport });
    const mia = sandbox.person('mia');
    await (await mia.home()).click('Start a request');
    const modal = await mia.modal('Ask for something');
    await modal.fill({ kind: 'Data or access', title: 'Access to the CMS' });
    await sent(modal.submit());
    await triageCardOf(sandbox.person('ines'), 'Access to the CMS');
  });

  test('asked again: answers and the signed definition come along, and unchanged it skips agreeing', async () => {
    const { sandbox } = await openBroker({ transport });
    const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
    const hers = await ask(mia, 'Monthly export', { outcome: 'The board sees it', needed: '2026-03-20' });
    const card = await triageCardOf(ines, 'Monthly export');
    await card.click('Accept…');
    const acceptance = await ines.modal();
    await acceptance.fill({ size: 'S', 'it-0': 'The file is on the drive' });
    await sent(acceptance.submit());
    await hers.waitUntil((each) => each.plain().includes('With you'));
    await hers.click('Agree');
    await hers.waitUntil((each) => each.plain().includes('Being worked on'));
    await hers.click('Withdraw');
    await hers.waitUntil((each) => each.buttons().includes('Ask again…'));

    await hers.click('Ask again…');
    const modal = await mia.modal('Ask for something');
    expect(modal.plain()).toContain('The file is on the drive');
    await modal.fill({ needed: '2026-04-20' });
    await sent(modal.submit());
    const again = await ines.waitForMessage({ in: '#it-triage', matching: 'MR-2' });
    expect(again.plain()).toContain('The board sees it');
    await again.click('Accept…');
    const accepted = await ines.modal();
    await accepted.fill({ size: 'S' });
    await sent(accepted.submit());
    await again.waitUntil((each) => each.plain().includes('Being worked on'));
  });

  test('each kind reaches IT, with what was answered', async () => {
    const { sandbox } = await openBroker({ transport });
    const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
    const kinds: [kind: string, title: string, where?: string][] = [
      ['A tool', 'Heat maps', 'We want it'],
      ['A tool', 'Subtitles', 'We have bought it'],
      ['A tool', 'Avatars', 'Just looking'],
      ['A change', 'Footer'],
      ['Data or access', 'Guest list'],
      ['Launch support', 'Roadshow'],
      ['Something is broken', 'Printer'],
    ];
    for (const [kind, title, where] of kinds) {
      await mia.slash('/martech-request', title);
      const modal = await mia.modal('Ask for something');
      await modal.fill({ kind });
      if (where) {
        await modal.waitUntil((each) => each.fields().some(({ blockId }) => blockId === 'where'));
        await modal.fill({ where });
      }
      await sent(modal.submit());
    }
    for (const [kind, title, where = ''] of kinds) {
      const card = await triageCardOf(ines, title);
      expect(card.plain()).toContain(kind);
      expect(card.plain()).toContain(where);
    }
  });
});

test('whoever answers beside the thread is asked what it is about, and the words come along', async () => {
  const { sandbox } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await ask(mia, 'Leads do not reach the CRM', { kind: 'Something is broken' });
  const card = await triageCardOf(ines, 'Leads do not reach the CRM');
  await card.click('Ask…');
  const asking = await ines.modal('Ask a question');
  await asking.fill({ question: 'Since when?' });
  await sent(asking.submit());
  const hers = await mia.waitForMessage({ in: 'dm', matching: 'Since when?' });

  await mia.says('dm', 'Since Thursday, about noon');
  const offer = await mia.waitForMessage({ in: 'dm', matching: 'Is this about one of these' });
  expect(offer.plain()).toContain('*MR-1* Leads do not reach the CRM\nIT asks you something');
  expect(offer.buttons()).toEqual(['Answer…', 'Start a new request']);
  await offer.click('Answer…');
  const answering = await mia.modal('Answer');
  expect(answering.fields()[0]?.value).toBe('Since Thursday, about noon');
  await sent(answering.submit());
  await card.waitUntil((each) => each.plain().includes('Since Thursday, about noon'));
  await hers.waitUntil((each) => each.plain().includes('You answered'));

  await mia.says('dm', 'A new footer, please');
  await mia.waitForMessage({ in: 'dm', matching: 'Shall I make a request of this?' });
});
