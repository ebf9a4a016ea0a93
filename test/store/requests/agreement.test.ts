import { describe, expect, test } from 'vitest';
import type { StandingVersion } from '../../../src/domain/agreement/standing.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, ivan, mia } from '../../support/sample-request.ts';

const version: StandingVersion = {
  kind: 'change',
  version: 1,
  criteria: [{ id: 'live', side: 'it', required: true, text: 'It is live', evidence: 'link' }],
  ...{ proposedFor: 'marketing', proposedBy: mia, proposedAt: 1_000, signed: null },
};

describe.each(engines)('what is agreed beforehand and looked at later on $engine', ({ freshUrl }) => {
  async function openDesk(): Promise<Store> {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    return store;
  }

  test('a standing definition keeps both signatures, and none is written twice', async () => {
    const store = await openDesk();
    const add = () => store.write((transaction) => transaction.addStandingVersion(acme.id, version));
    const sign = () =>
      store.write((transaction) =>
        transaction.signStandingVersion(acme.id, 'change', 1, { by: ivan, at: 2_000 }),
      );
    await add();
    await expect(add()).rejects.toThrow();
    expect(await store.standingVersions(acme.id)).toEqual([version]);
    await sign();
    await expect(sign()).rejects.toThrow('cannot be signed');
    expect(await store.standingVersions(acme.id)).toEqual([{ ...version, signed: { by: ivan, at: 2_000 } }]);
    expect(await store.standingVersions('T2')).toEqual([]);
  });

  test('the clock’s next step on a request is one, moves, and goes', async () => {
    const store = await openDesk();
    const [first, second] = [await fileRequest(store, 'R1'), await fileRequest(store, 'R2')];
    const plan = (request: typeof first, at: number | null) =>
      store.write((transaction) => transaction.planStep(request, at));
    expect(await store.nextStepDue(acme.id)).toBeNull();
    await plan(first, 5_000);
    await plan(second, 3_000);
    await plan(first, 4_000);
    expect(await store.nextStepDue(acme.id)).toBe(3_000);
    expect(await store.dueSteps(acme.id, 3_999, 10)).toEqual(['R2']);
    expect(await store.dueSteps(acme.id, 4_000, 10)).toEqual(['R2', 'R1']);
    await plan(second, null);
    expect(await store.dueSteps(acme.id, 9_000, 10)).toEqual(['R1']);
  });
});
