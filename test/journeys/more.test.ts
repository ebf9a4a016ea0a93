import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { ask, sent, triageCardOf } from './asking.ts';

async function open(title: string) {
  const { sandbox } = await openBroker();
  const [mia, ines, tom] = [sandbox.person('mia'), sandbox.person('ines'), sandbox.person('tom')];
  const hers = await ask(mia, title, { needed: '2026-03-20' });
  const card = await triageCardOf(ines, title);
  return { sandbox, mia, ines, tom, hers, card };
}

test('the menu on IT’s card: reply, give it to someone, set the priority, link an issue', async () => {
  const { mia, ines, hers, card } = await open('Banner');
  await card.choose('request.more', 'Reply to the requester…');
  const reply = await ines.modal('Reply');
  await reply.fill({ words: 'We look at it on Monday.' });
  await sent(reply.submit());
  await mia.waitForMessage({ in: 'dm', matching: 'We look at it on Monday.', threadOf: hers });

  await card.choose('request.more', 'Give it to someone…');
  const assign = await ines.modal('Give it to');
  expect(assign.plain()).toContain('1 not taken by anybody');
  await assign.fill({ to: 'tom' });
  await sent(assign.submit());
  await hers.waitUntil((each) => each.plain().includes('taken by @tom'));

  await card.choose('request.more', 'Set the priority…');
  const priority = await ines.modal('Set the priority');
  await priority.fill({ priority: '1 of 4', reason: 'The board will see it.' });
  await sent(priority.submit());
  await mia.waitForMessage({ in: 'dm', matching: 'The board will see it.', threadOf: hers });

  await card.choose('request.more', 'Link an issue…');
  const link = await ines.modal('Link an issue');
  await link.fill({ link: 'https://jira.example.com/browse/WEB-7' });
  await sent(link.submit());
  await hers.waitUntil((each) => each.plain().includes('https://jira.example.com/browse/WEB-7'));
});

test('joined to another request, its requester follows that one', async () => {
  const { sandbox, mia, ines, card } = await open('Banner');
  const ben = sandbox.person('ben');
  const his = await ask(ben, 'Cookie notice');
  const second = await triageCardOf(ines, 'Cookie notice');
  await second.choose('request.more', 'Join it to another…');
  const merge = await ines.modal('Join to another');
  await merge.fill({ into: 'MR-1' });
  await sent(merge.submit());
  await his.waitUntil((each) => each.plain().includes('Closed'));
  await ben.waitForMessage({ in: 'dm', matching: 'You follow this request' });
  await card.waitUntil((each) => each.plain().includes('joined another request to this one'));
  expect(mia.dm().length).toBeGreaterThan(0);
});

test('marketing’s menu: the date, the kind, and handing it over', async () => {
  const { sandbox, mia, hers, card } = await open('Banner');
  await hers.choose('request.more', 'Change the kind…');
  const kind = await mia.modal('Change the kind');
  await kind.fill({ kind: 'Launch support' });
  await sent(kind.submit());
  await card.waitUntil((each) => each.plain().includes('Launch support'));

  await hers.choose('request.more', 'Change the date…');
  const date = await mia.modal('Change the date');
  await date.fill({ date: '2026-04-02' });
  await sent(date.submit());
  await card.waitUntil((each) => each.plain().includes('Apr 2, 2026'));

  await hers.choose('request.more', 'Hand it over…');
  const handing = await mia.modal('Hand it over');
  await handing.fill({ to: 'ben' });
  await sent(handing.submit());
  await sandbox.person('ben').waitForMessage({ in: 'dm', matching: 'Banner' });
  await card.waitUntil((each) => each.plain().includes('Asked by @ben'));
});

test('a hold and a decline say first what they mean for the requester', async () => {
  const { mia, ines, hers, card } = await open('Banner');
  await card.click('Hold…');
  const hold = await ines.modal('Put on hold');
  await hold.fill({
    name: 'Acme',
    meaning: 'It comes a week later.',
    reason: 'They open a port.',
    review: '2026-03-09',
  });
  await sent(hold.submit());
  const line = await mia.waitForMessage({ in: 'dm', matching: 'It comes a week later.', threadOf: hers });
  expect(line.plain()).toMatch(/a week later\.\s+They open a port\./);
});
