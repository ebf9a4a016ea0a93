import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { ask } from './asking.ts';

test('a lead takes the numbers out: one file, for them alone, even if Slack’s answer is lost', async () => {
  const { sandbox, clock } = await openBroker();
  const [mia, lea] = [sandbox.person('mia'), sandbox.person('lea')];
  await ask(mia, 'Webinar form');
  expect((await mia.slash('/martech-request', 'export requests csv'))?.plain()).toContain('leads');
  expect((await mia.slash('/martech-request', 'export'))?.plain()).toContain('leads');

  sandbox.control({ fault: { kind: 'accept-then-reset', method: 'files.completeUploadExternal', times: 1 } });
  const told = await lea.slash('/martech-request', 'export requests csv');
  expect(told?.plain()).toContain('Your file is being made');
  await lea.waitForMessage({ in: 'dm', matching: /the file is being made/ });
  const files = () => sandbox.messages(lea.dm()[0]?.channel ?? '').flatMap((message) => message.files ?? []);
  await sandbox.until(() => files().length > 0, 'a file in the direct message');
  clock.moveBy(60_000);
  await sandbox.idle();
  expect(files()).toHaveLength(1);
  const isBeingMade = () => lea.dm().some((card) => card.plain().includes('the file is being made'));
  await sandbox.until(() => !isBeingMade(), 'nothing to be said to be in the making any more');

  await lea.slash('/martech-request', 'export');
  const window = await lea.modal('Take the numbers out');
  await window.fill({ 'What?': 'Stack', 'As what?': 'JSON Lines' });
  const answer = await window.submit();
  expect('view' in answer && answer.view.plain()).toContain('Your file is being made');
  await lea.waitForMessage({ in: 'dm', matching: /It covers 0 tools/ });
});
