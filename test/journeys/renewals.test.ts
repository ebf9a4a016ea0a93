import { expect, test } from 'vitest';
import { userOf } from '../../src/domain/person.ts';
import { noticeOn } from '../../src/domain/stack/contract.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { Store } from '../../src/usecases/ports.ts';
import { openBroker } from '../support/broker.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

/** Notice for it is due on Sunday, 3 May 2026: two months after the Monday on which each story begins. */
async function recordPostwise(sandbox: Sandbox, store: Store): Promise<void> {
  const postwise = sampleTool({
    name: 'Postwise',
    category: 'email',
    purpose: 'Newsletters for customers',
    business_owner: sandbox.person('mia').id,
    technical_owner: sandbox.person('ines').id,
    cost: '12000',
    currency: 'EUR',
    contract_end: '2026-08-01',
    notice_days: '90',
  });
  expect(noticeOn(postwise)).toBe('2026-05-03');
  const owner = (person: typeof postwise.businessOwner) =>
    person && (`${sandbox.teamId}/${userOf(person)}` as const);
  const here = {
    ...postwise,
    workspace: sandbox.teamId,
    businessOwner: owner(postwise.businessOwner),
    technicalOwner: owner(postwise.technicalOwner),
  };
  await store.write((transaction) => transaction.saveTools(asSaved([here])));
}

test('both owners are asked before notice is due, differ, hear of it, and settle it', async () => {
  const { sandbox, store, clock, restart } = await openBroker();
  const mia = sandbox.person('mia');
  const ines = sandbox.person('ines');
  await recordPostwise(sandbox, store);
  clock.moveBy(2 * day);
  const toMia = await mia.waitForMessage({ matching: /Notice for/ });
  expect(toMia.plain()).toContain('Notice for *Postwise* is due by Sun, May 3, 2026 (in 60 days).');
  expect(toMia.plain()).toMatch(/EUR\s12,000, every year/);
  const toInes = await ines.waitForMessage({ matching: /Notice for/ });

  await toMia.click('Answer…');
  const form = await mia.modal('Before it renews');
  await form.fill({
    'What shall become of it?': 'Let it end',
    'Did it bring what it was for?': 'It did not bring what it was for',
  });
  const answered = await form.submit();
  expect('view' in answered && answered.view.plain()).toContain('Waits for @ines.');

  await toInes.click('Answer…');
  const other = await ines.modal('Before it renews');
  expect(other.plain()).toContain('@mia · let it end, it did not bring what it was for');
  await other.fill({
    'What shall become of it?': 'Keep it as it is',
    'Did it bring what it was for?': 'It brought what it was for',
    'Anything to add?': 'The partners use it',
  });
  await other.submit();
  const differ = await mia.waitForMessage({ matching: /differently/ });
  expect(differ.plain()).toContain(
    '@ines · keep it as it is, it brought what it was for: “The partners use it”',
  );
  await ines.waitForMessage({ matching: /differently/ });

  await restart();
  clock.moveBy(29 * day);
  await differ.click('Answer…');
  const again = await mia.modal('Before it renews');
  await again.fill({ 'What shall become of it?': 'Keep it as it is' });
  await again.submit();
  const settled = await ines.waitForMessage({ matching: /settled/ });
  expect(settled.plain()).toContain('*Postwise*: keep it as it is.');
  expect(mia.dm().filter((card) => card.plain().includes('Postwise'))).toHaveLength(2);
  expect(ines.dm().filter((card) => card.plain().includes('Postwise'))).toHaveLength(3);

  await settled.click('Show the tool');
  const tool = await ines.modal('A tool');
  expect(tool.plain()).toContain('*Before it renews* · Decided: keep it as it is.');
});

test('an owner who left leaves the question to the other, and silence goes to the leads', async () => {
  const { sandbox, store, clock } = await openBroker();
  const lea = sandbox.person('lea');
  const ines = sandbox.person('ines');
  sandbox.admin.changePerson('mia', { deleted: true });
  await recordPostwise(sandbox, store);
  clock.moveBy(2 * day);
  const alone = await ines.waitForMessage({ matching: /Notice for/ });
  expect(alone.plain()).toContain('@mia has left, so the question is yours.');

  clock.moveBy(50 * day);
  const toLea = await lea.waitForMessage({ matching: /Your word decides/ });
  // Each in their own morning.
  clock.moveBy(9 * hour);
  await sandbox.person('omar').waitForMessage({ matching: /Your word decides/ });
  await toLea.click('Answer…');
  const form = await lea.modal('Before it renews');
  await form.fill({
    'What shall become of it?': 'Keep less of it',
    'Did it bring what it was for?': 'It brought part of what it was for',
  });
  await form.submit();
  clock.moveBy(15 * hour);
  const settled = await ines.waitForMessage({ matching: /settled/ });
  expect(settled.plain()).toContain('keep less of it');
  expect(settled.buttons()).toContain('Ask for less of it…');

  const tom = sandbox.person('tom');
  await tom.slash('/martech-request', 'stack postwise');
  await (await tom.modal('A tool')).click('Answer…');
  const his = await tom.modal('Before it renews');
  await his.fill({
    'What shall become of it?': 'Let it end',
    'Did it bring what it was for?': 'It brought part of what it was for',
  });
  expect(JSON.stringify(await his.submit())).toContain('Only the two owners of a tool and the two leads');
});
