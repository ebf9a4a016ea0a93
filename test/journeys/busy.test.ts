import { expect, test } from 'vitest';
import { openBroker } from '../support/broker.ts';
import { startChild } from '../support/child.ts';
import { freshSqliteUrl } from '../support/fresh-store.ts';
import { sent } from './asking.ts';

test('while another process keeps the database locked, people are asked to try again, and then it works', async () => {
  const databaseUrl = freshSqliteUrl();
  const { sandbox, store } = await openBroker({ databaseUrl });
  const mia = sandbox.person('mia');
  await mia.slash('/martech-request', 'Logo wall');
  const modal = await mia.modal('Ask for something');
  await modal.fill({ kind: 'A change' });
  const holder = startChild('store/lock-holder.ts', databaseUrl.slice('file:'.length));
  await holder.nextLine();
  // The sandbox gives up after three seconds, as Slack does.
  expect(JSON.stringify(await modal.submit())).toContain('busy, so nothing was saved. Please try again');
  expect(await store.countOpenRequests(sandbox.teamId)).toBe(0);

  await holder.kill();
  await sent(modal.submit());
  expect(await store.countOpenRequests(sandbox.teamId)).toBe(1);
});
