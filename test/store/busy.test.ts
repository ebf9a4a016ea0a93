import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { StoreBusy } from '../../src/usecases/ports.ts';
import { startChild } from '../support/child.ts';
import { freshPostgresUrl, freshSqliteUrl, freshStore } from '../support/fresh-store.ts';
import { acme, fileRequest } from '../support/sample-request.ts';

it('a SQLite file that another process keeps locked: all who wait are refused after two seconds, the event loop free', async () => {
  const url = freshSqliteUrl();
  const store = await freshStore(url);
  await store.write((transaction) => transaction.saveWorkspace(acme));
  const child = startChild('store/lock-holder.ts', url.slice('file:'.length));
  await child.nextLine();
  const waits = vi.spyOn(AbortSignal, 'timeout');
  onTestFinished(() => waits.mockRestore());
  const before = performance.eventLoopUtilization();

  const first = fileRequest(store, 'R1');
  await nextTurn();
  const second = store.write((transaction) => transaction.remember('T1', 'key', 'answer', 1));
  const writes = await Promise.allSettled([first, second]);

  const { utilization } = performance.eventLoopUtilization(before);
  expect(utilization).toBeLessThan(0.5);
  for (const write of writes)
    expect(write).toMatchObject({ status: 'rejected', reason: expect.any(StoreBusy) });
  // Nobody waits twice.
  expect(waits.mock.calls).toEqual([[2_000]]);
  expect(await store.workspace()).toEqual(acme);

  await child.kill();
  expect((await fileRequest(store, 'R1')).number).toBe(1);
});

it('a SQLite file that is free again soon: the write waits its turn', async () => {
  const url = freshSqliteUrl();
  const store = await freshStore(url);
  await store.write((transaction) => transaction.saveWorkspace(acme));
  const child = startChild('store/lock-holder.ts', url.slice('file:'.length));
  await child.nextLine();

  const filed = fileRequest(store, 'R1');
  await child.kill();

  expect((await filed).number).toBe(1);
});

it('a PostgreSQL row that somebody else keeps locked: refused after two seconds', async () => {
  const url = await freshPostgresUrl();
  const [store, other] = [await freshStore(url), await freshStore(url)];
  await store.write((transaction) => transaction.saveWorkspace(acme));
  await fileRequest(store, 'R1');
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: locked, resolve: tellLocked } = Promise.withResolvers<void>();
  const holding = other.write(async (transaction) => {
    await transaction.request('R1');
    tellLocked();
    await released;
  });
  await locked;

  await expect(store.write((transaction) => transaction.request('R1'))).rejects.toThrow(StoreBusy);

  release();
  await holding;
  expect(await store.write((transaction) => transaction.request('R1'))).not.toBeNull();
});
