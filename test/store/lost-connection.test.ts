import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { freshPostgresUrl } from '../support/fresh-store.ts';
import { acme, fileRequest } from '../support/sample-request.ts';

/** What a restart of PostgreSQL does to everybody connected. */
async function cutConnections(url: string): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'to-be-cut' and pid <> pg_backend_pid()`);
  await admin.end();
}

it('connections that are cut are replaced, and the work that was lost is done again', async () => {
  const url = `${await freshPostgresUrl()}&application_name=to-be-cut`;
  const warnings: string[] = [];
  const log = { warn: (_facts: { error: Error }, message: string) => warnings.push(message) };
  const store = await openStore(url, { now: () => 1, log });
  onTestFinished(() => store.close());
  await store.write((transaction) => transaction.saveWorkspace(acme));

  await cutConnections(url);
  expect(await store.workspace()).toEqual(acme);
  expect((await fileRequest(store, 'R1')).number).toBe(1);

  let runs = 0;
  await store.write(async (transaction) => {
    runs += 1;
    await transaction.claimOutbox('none', { by: 'me', at: 1, phase: 'sending' });
    if (runs === 1) await cutConnections(url);
    await transaction.remember('T1', 'key', `run ${runs}`, 1);
  });
  expect(await store.handled('T1', 'key')).toBe('run 2');
  expect(warnings[0]).toBe('a database connection was lost');
});
