import { expect, test } from 'vitest';
import type { Modal } from '../../src/sandbox/driver/modal.ts';
import type { Person } from '../../src/sandbox/driver/person.ts';
import { openBroker } from '../support/broker.ts';

async function handIn(person: Person, content: string): Promise<Awaited<ReturnType<Modal['submit']>>> {
  await person.slash('/martech-request', 'stack import');
  const window = await person.modal('Import tools');
  await window.fill({ 'The file': [{ name: 'tools.csv', content }] });
  return window.submit();
}

test('a lead imports a file: what it would change first, then all of it, once; a faulty one changes nothing', async () => {
  const { sandbox, store, restart } = await openBroker();
  const lea = sandbox.person('lea');
  const faulty = 'name;category;cost;currency\nPostwise;Email;a lot;EUR\n"Half';
  await handIn(lea, faulty);
  const mend = await lea.waitForMessage({ matching: /cannot be taken as they are/ });
  expect(mend.plain()).toContain('Line 3: A quotation mark opens a cell here');

  await handIn(lea, 'name,category,cost,currency\nPostwise,Email,a lot,EUR\nHarbor,CRM and sales,,\n');
  const cell = await lea.waitForMessage({ matching: /Line 2, cost/ });
  expect(cell.plain()).toContain('“a lot” is no amount such as 1200 or 1200.50.');
  expect(await store.allTools(sandbox.teamId)).toEqual([]);

  await handIn(lea, 'name,category,budget\nPostwise,Email,1\nHarbor <!channel>,CRM and sales,2\n');
  const shown = await lea.waitForMessage({ matching: /would change the stack/ });
  expect(shown.plain()).toContain('2 new, 0 changed, 0 unchanged');
  expect(shown.plain()).toContain('+ Postwise');
  expect(shown.plain()).toContain('Columns that the stack does not have are left out: budget');
  await restart();
  await shown.click('Import 2 changes');
  const done = await lea.waitForMessage({ matching: /tools.csv\*? is in the stack/ });
  expect(done.plain()).toContain('2 new');
  expect((await store.allTools(sandbox.teamId)).map(({ name }) => name)).toEqual([
    'Harbor <!channel>',
    'Postwise',
  ]);
  await shown.click('Import 2 changes');
  await lea.waitForEphemeral(/imported before/);

  await handIn(lea, 'name,category\nPostwise,Email\n');
  await lea.waitForMessage({ matching: /is as .* says already/ });
  await lea.slash('/martech-request', 'stack postwise');
  expect((await lea.modal('A tool')).plain()).toContain('@lea recorded it.');
});

test('only leads and admins hand in a file', async () => {
  const { sandbox } = await openBroker();
  const answer = await handIn(sandbox.person('mia'), 'name\nPostwise\n');
  expect(JSON.stringify(answer)).toContain('leads');
});
