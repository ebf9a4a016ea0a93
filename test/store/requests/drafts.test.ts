import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/usecases/intake/draft-ports.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, ivan, mia } from '../../support/sample-request.ts';

const draft: Draft = {
  fields: { title: 'A form 👩‍🚀', outcome: null, data: ['customers'] },
  ...{ again: null, cause: 'view:V1:intake', keptAt: 100 },
};

describe.each(engines)('drafts on $engine', ({ freshUrl }) => {
  it('are one a window, until they are dropped or too old', async () => {
    const store = await freshStore(await freshUrl());
    const other = { ...draft, cause: 'view:V2:intake', keptAt: 150 };
    const newer = { ...draft, fields: { title: 'Another' }, keptAt: 101 };
    await store.write(async (transaction) => {
      await transaction.saveWorkspace(acme);
      await transaction.keepDraft('T1', mia, draft);
      await transaction.keepDraft('T1', mia, other);
      await transaction.keepDraft('T1', ivan, { ...draft, keptAt: 200 });
      await transaction.keepDraft('T1', mia, newer);
    });
    expect(await store.drafts(mia, 5)).toEqual([other, newer]);
    expect(await store.drafts(mia, 1)).toEqual([other]);

    await store.write((transaction) => transaction.dropDraftsBefore('T1', 101));
    expect(await store.drafts(mia, 5)).toHaveLength(2);
    await store.write((transaction) => transaction.dropDraftsBefore('T1', 102));
    expect(await store.drafts(mia, 5)).toEqual([other]);
    await store.write((transaction) => transaction.dropDraft(mia, other.cause));
    expect([await store.drafts(mia, 5), (await store.drafts(ivan, 5)).length]).toEqual([[], 1]);
  });
});
