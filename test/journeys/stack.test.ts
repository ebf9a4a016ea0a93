import { expect, test } from 'vitest';
import type { Modal } from '../../src/sandbox/driver/modal.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import { openBroker } from '../support/broker.ts';

async function addTool(person: Person, answers: Record<string, string>): Promise<Modal> {
  await person.slash('/martech-request', 'stack');
  const list = await person.modal('Our tools');
  await list.click('Add a tool…');
  const form = await person.modal('Add a tool');
  await form.fill({ 'Where it stands': 'In use', ...answers });
  return shown(form.submit());
}

async function shown(result: ReturnType<Modal['submit']>): Promise<Modal> {
  const answer = await result;
  if (!('view' in answer)) throw new Error(`no window came back: ${JSON.stringify(answer)}`);
  return answer.view;
}

const postwise = { Name: 'Postwise', Category: 'Email', 'What it is for': 'Newsletters and campaigns' };

test('marketing records a tool, IT finds it and names its owner, and the history says who did what', async () => {
  const { sandbox } = await openBroker();
  const mia = sandbox.person('mia');
  const ines = sandbox.person('ines');

  const recorded = await addTool(mia, { ...postwise, 'Business owner': 'mia' });
  expect(recorded.plain()).toContain('Nobody owns its technology.');
  await recorded.close({ all: true });

  await ines.slash('/martech-request', 'stack newsletter');
  const found = await ines.modal('Our tools');
  expect(found.plain()).toContain('One tool for “newsletter”');
  await found.choose('Open a tool…', 'Postwise');
  const tool = await ines.modal('A tool');
  await tool.click('Change…');
  const form = await ines.modal('Change a tool');
  await form.fill({ 'Technical owner': 'ines', 'Contract ends': '2026-04-30', 'Notice in days': '30' });
  const after = await shown(form.submit());
  expect(after.plain()).toContain('Tue, Mar 31, 2026 (in 29 days)');
  expect(after.plain()).toContain('@ines · Technical owner: nothing → @ines');
  expect(after.plain()).toContain('@mia recorded it.');

  const home = await mia.home();
  await home.waitUntil((each) => each.plain().includes('*Email* · 1: Postwise'));
  expect(home.plain()).toContain('Postwise: notice by Tue, Mar 31, 2026');
  await home.choose('Open a category…', 'Email');
  const category = await mia.modal('Our tools');
  expect(category.plain()).toContain('Newsletters and campaigns');
});

test('of two who edit at once, the second sees the difference and loses nothing', async () => {
  const { sandbox } = await openBroker();
  const mia = sandbox.person('mia');
  const ines = sandbox.person('ines');
  const hers = await addTool(mia, postwise);
  await hers.click('Change…');
  const slow = await mia.modal('Change a tool');
  await ines.slash('/martech-request', 'stack postwise');
  await (await ines.modal('A tool')).click('Change…');
  const quick = await ines.modal('Change a tool');
  await quick.fill({ Vendor: 'Postwise Ltd', 'Who pays': 'IT' });
  await shown(quick.submit());

  await slow.fill({ 'Who pays': 'Marketing', 'Users or seats': '12' });
  const both = await shown(slow.submit());
  expect(both.plain()).toContain('@ines changed *Vendor* from nothing to “Postwise Ltd”.');
  expect(both.plain()).toContain('@ines changed *Who pays* from nothing to “IT”; you wrote “Marketing”.');
  const saved = await shown(both.submit());

  expect(saved.plain()).toContain('Postwise Ltd');
  expect(saved.plain()).toContain('@mia · Who pays: “IT” → “Marketing”; Users or seats: nothing → “12”');
});

test('what cannot be taken is said beside its field, and an owner who left is shown', async () => {
  const { sandbox, clock } = await openBroker();
  const mia = sandbox.person('mia');
  const recorded = await addTool(mia, { ...postwise, 'Business owner': 'ben' });
  await recorded.click('Change…');
  const form = await mia.modal('Change a tool');
  await form.fill({
    'Where it stands': 'Decided against',
    Cost: 'a lot',
    Currency: 'Taler',
    Links: 'javascript:alert(1)',
  });
  expect(await form.submit()).toMatchObject({
    errors: {
      Cost: '“a lot” is no amount such as 1200 or 1200.50.',
      Currency: '“Taler” is no currency code such as EUR or USD.',
      Links: expect.stringContaining('is no address'),
    },
  });
  await form.close({ all: true });

  sandbox.admin.changePerson('ben', { deleted: true });
  clock.moveBy(24 * 60 * 60 * 1000);
  await mia.slash('/martech-request', 'stack postwise');
  const left = await mia.modal('A tool');
  expect(left.plain()).toContain('@ben has left. Please name somebody else.');
  await left.close();

  await mia.slash('/martech-request', 'stack');
  await (await mia.modal('Our tools')).click('Add a tool…');
  const twin = await mia.modal('Add a tool');
  await twin.fill({ ...postwise, Name: 'POSTWISE', 'Where it stands': 'In use' });
  expect(await twin.submit()).toMatchObject({
    errors: { Name: expect.stringContaining('in the stack already') },
  });

  const gus = sandbox.person('gus');
  expect((await gus.slash('/martech-request', 'stack'))?.plain()).toContain('Only full members');
});

test('two tools for one job are shown with reasons, and keeping both is recorded until one can be ended', async () => {
  const { sandbox, clock } = await openBroker();
  const mia = sandbox.person('mia');
  await (await addTool(mia, postwise)).close({ all: true });
  const second = await addTool(mia, {
    Name: 'Letterbird',
    Category: 'Email',
    'What it is for': 'Newsletters with templates',
  });
  expect(second.plain()).toContain('Because both are for Email; both do newsletters; both say “newsletter”.');
  await second.choose('We need both, because…', 'Postwise too');
  const form = await mia.modal('Keep both');
  await form.fill({ 'We need both, because': 'One is for partners' });
  const kept = await shown(form.submit());
  expect(kept.plain()).not.toContain('May do the same job');

  await kept.click('Change…');
  const change = await mia.modal('Change a tool');
  await change.fill({ 'Contract ends': '2026-06-30' });
  const changed = await shown(change.submit());
  expect(changed.plain()).not.toContain('May do the same job');
  await changed.close({ all: true });

  clock.moveBy(70 * 24 * 60 * 60 * 1000);
  await mia.slash('/martech-request', 'stack postwise');
  const near = await mia.modal('A tool');
  expect(near.plain()).toContain(
    '*Letterbird* · business owner nobody yet · notice by Tue, Jun 30, 2026 (in 50 days)',
  );
});
