import { describe, expect, it } from 'vitest';
import { replay } from '../../src/domain/request/evolve.ts';
import { startChild } from '../support/child.ts';
import { engines, freshStore } from '../support/fresh-store.ts';
import { acme, fileRequest } from '../support/sample-request.ts';

describe.each(engines)('SIGKILL on $engine', ({ freshUrl }) => {
  it('in the middle of a transaction leaves nothing of it, and the number is free again', async () => {
    const url = await freshUrl();
    const child = startChild('store/killed-writer.ts', url, 'midway');
    expect(await child.nextLine()).toBe('midway');
    await child.kill();

    const store = await freshStore(url);
    expect(await store.countOpenRequests(acme.id)).toBe(0);
    expect(await store.requestByNumber(acme.id, 1)).toBeNull();
    expect((await fileRequest(store, 'R1')).number).toBe(1);
  });

  it('at any instant loses nothing that was committed, and stores nothing by halves', async () => {
    const url = await freshUrl();
    const committed: string[] = [];
    for (const linesBeforeKill of [1, 20, 33]) {
      const child = startChild('store/killed-writer.ts', url);
      for (let line = 0; line < linesBeforeKill; line++) committed.push(await child.nextLine());
      committed.push(...(await child.kill()));
    }

    const store = await freshStore(url);
    const count = await store.countOpenRequests(acme.id);
    expect(new Set(committed).size).toBe(committed.length);
    expect(count).toBeGreaterThanOrEqual(committed.length);
    for (const request of await store.openRequests(acme.id, { limit: count, offset: 0 })) {
      const { id, workspace, number } = request;
      expect(number).toBeLessThanOrEqual(count);
      expect(replay({ id, workspace }, await store.history(id))).toEqual(request);
      expect(await store.handled('T1', `view:${id}`)).toBe(`MR-${number}`);
    }
    for (const key of committed) {
      expect(await store.requestByNumber(acme.id, Number(key.slice('MR-'.length)))).not.toBeNull();
    }
  });
});
