import { describe, expect, it } from 'vitest';
import type { Term } from '../../src/domain/terms/term.ts';
import { engines, freshStore } from '../support/fresh-store.ts';
import { acme, ivan, mia } from '../support/sample-request.ts';
import { asSaved, sampleTool } from '../support/sample-tool.ts';

const live: Term = {
  ...{ id: 'live', revision: 1, word: 'Live', language: 'en', synonyms: ['launch'], promise: null },
  ...{ marketing: 'Everybody sees it.', it: 'It runs on production.', agreed: {} },
};

describe.each(engines)('what both sides said on $engine', ({ freshUrl }) => {
  async function desk() {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    return store;
  }

  it('has the newest text of a word, with those who agreed to that very text', async () => {
    const store = await desk();
    await store.write(async (transaction) => {
      await transaction.addTerm('T1', live, { by: null, at: 1 });
      const yes = { id: 'live', revision: 1 };
      await transaction.agreeToTerm('T1', { ...yes, side: 'marketing', by: mia, at: 2 });
      await transaction.agreeToTerm('T1', { ...yes, side: 'it', by: ivan, at: 3 });
    });
    const agreed = { marketing: { by: mia, at: 2 }, it: { by: ivan, at: 3 } };
    expect(await store.terms('T1')).toEqual([{ ...live, agreed }]);

    const second = { ...live, revision: 2, word: 'Go-live' };
    await store.write((transaction) => transaction.addTerm('T1', second, { by: mia, at: 4 }));
    expect(await store.terms('T1')).toEqual([second]);
    const again = store.write((transaction) => transaction.addTerm('T1', second, { by: ivan, at: 5 }));
    await expect(again).rejects.toThrow();
  });

  it('knows from either side why two tools are kept', async () => {
    const store = await desk();
    const said = { because: 'Partners', by: mia, at: 7 };
    await store.write(async (transaction) => {
      await transaction.saveTools(asSaved([sampleTool({ name: 'A' }), sampleTool({ name: 'B' })]));
      await transaction.keepBoth('A', { other: 'B', ...said });
    });
    expect(await store.keptBeside('A')).toEqual([{ other: 'B', ...said }]);
    expect(await store.keptBeside('B')).toEqual([{ other: 'A', ...said }]);
  });
});
