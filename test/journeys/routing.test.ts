import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { until } from '../support/until.ts';
import { ask, sent, triageCardOf } from './asking.ts';

const other = '#marketing-it-weekly';

test('a kind of request has its own channel and somebody who usually has it; another kind moves the card', async () => {
  const { sandbox } = await openBroker();
  const [ada, mia, ben] = [sandbox.person('ada'), sandbox.person('mia'), sandbox.person('ben')];
  const [ines, tom] = [sandbox.person('ines'), sandbox.person('tom')];
  await ada.slash('/martech-request', 'setup');
  await (await ada.modal()).click('Where requests go…');
  const routing = await ada.modal('Where requests go');
  await routing.fill({ kind: 'Something is broken', channel: other, assignee: 'tom' });
  await sent(routing.submit());

  const hers = await ask(mia, 'Form is down', { kind: 'Something is broken' });
  await hers.waitUntil((each) => each.plain().includes('@tom'));
  const first = await tom.waitForMessage({ in: other, matching: 'Form is down' });
  await tom.waitForMessage({
    in: other,
    matching: 'It went to @tom, who usually has these.',
    threadOf: first,
  });
  expect(sandbox.messages('#it-triage')).toEqual([]);

  // Who can read there is not IT for that; IT's words cross as they do anywhere.
  await ben.looksAt(first).react('eyes');
  const note = await first.reply('The certificate ran out');
  await note.react('mega');
  await (await tom.waitForEphemeral(/Share this/)).click('Send');
  await mia.waitForMessage({ in: 'dm', matching: 'The certificate ran out', threadOf: hers });

  await first.choose('request.more', 'Change the kind…');
  const kind = await tom.modal('Change the kind');
  await kind.fill({ kind: 'A change' });
  await sent(kind.submit());
  const second = await triageCardOf(ines, 'Form is down');
  expect(second.plain()).toContain('It was in #marketing-it-weekly before.');
  await first.waitUntil((each) => each.plain().includes('Its card is in #it-triage now.'));
  expect(first.buttons()).toEqual([]);

  // The card that was left behind is deaf, the other one is not.
  await tom.looksAt(first).react('no_entry_sign');
  await second.react('no_entry_sign');
  await ines.waitForEphemeral(/To decline MR-1/);
  expect(tom.ephemerals().filter((each) => each.plain().includes('To decline'))).toEqual([]);
});

test('IT’s channel is renamed, then another one takes its place: open cards are posted there once', async () => {
  const { sandbox, store } = await openBroker();
  const [ada, mia, ines] = [sandbox.person('ada'), sandbox.person('mia'), sandbox.person('ines')];
  await ask(mia, 'Banner');
  const closed = await ask(mia, 'Poster');
  await closed.click('Withdraw');
  await closed.waitUntil((each) => each.plain().includes('Closed'));
  const before = await triageCardOf(ines, 'Banner');

  sandbox.admin.rename('#it-triage', 'it-desk');
  await before.react('eyes');
  await before.waitUntil((each) => each.plain().includes('@ines'));

  await ada.slash('/martech-request', 'setup');
  const setUp = await ada.modal();
  await setUp.fill({ triage: other, 'it-group': 'S00ITTEAM' });
  await sent(setUp.submit());
  const after = await ines.waitForMessage({ in: other, matching: 'Banner' });
  await before.waitUntil((each) => each.plain().includes('Its card is in #marketing-it-weekly now.'));
  await before.unreact('eyes');
  await after.react('eyes');
  await until(async () => (await store.openOutbox(1)).length === 0);
  expect(sandbox.messages(other).map(({ text }) => text)).toEqual([expect.stringContaining('Banner')]);
  expect((await store.requestByNumber(sandbox.teamId, 1))?.assignee).toMatch(/INES$/);
});
