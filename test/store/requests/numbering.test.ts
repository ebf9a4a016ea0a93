import { describe, expect, it } from 'vitest';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest } from '../../support/sample-request.ts';

describe.each(engines)('request numbers on $engine', ({ freshUrl }) => {
  it('count up without gaps or collisions while forty people file at once', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));

    const filed = await Promise.all(
      Array.from({ length: 40 }, (_, index) => fileRequest(store, `R${index}`)),
    );

    expect(filed.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('are taken back with the request that failed', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    const fails = store.write(async (transaction) => {
      await transaction.nextRequestNumber(acme.id);
      throw new Error('changed my mind');
    });

    await expect(fails).rejects.toThrow('changed my mind');
    expect((await fileRequest(store, 'R1')).number).toBe(1);
  });

  it('belong to a workspace', async () => {
    const store = await freshStore(await freshUrl());

    const next = (workspace: string) =>
      store.write((transaction) => transaction.nextRequestNumber(workspace));

    expect([await next('T1'), await next('T2'), await next('T1')]).toEqual([1, 1, 2]);
  });
});
