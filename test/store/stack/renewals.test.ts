import { describe, expect, it } from 'vitest';
import type { Renewal } from '../../../src/domain/stack/renewal.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, mia } from '../../support/sample-request.ts';
import { asSaved, sampleTool } from '../../support/sample-tool.ts';

const postwise = sampleTool({ name: 'Postwise', contract_end: '2026-08-01', notice_days: '90' });
const retired = sampleTool({ name: 'Oldmail', contract_end: '2026-05-03', state: 'retired' });
const endless = sampleTool({ name: 'Freebird' });
const days = { from: '2026-03-04', to: '2026-05-03' };

const renewal: Renewal = {
  ...{ tool: 'Postwise', contractEnd: '2026-08-01', noticeOn: '2026-05-03' },
  told: [{ matter: 'first', person: mia, at: 5 }],
  answers: [{ by: mia, as: 'owner', at: 9, verdict: 'shrink', reached: 'partly', words: 'Half the seats' }],
};

describe.each(engines)('renewals on $engine', ({ freshUrl }) => {
  it('are looked at when their day has come, and once more after the tool was changed', async () => {
    const store = await freshStore(await freshUrl());
    const due = (until: number) => store.renewalsDue('T1', days, until, 10);
    await store.write(async (transaction) => {
      await transaction.saveWorkspace(acme);
      await transaction.saveTools(asSaved([postwise, retired, endless]));
    });
    expect(await due(1)).toEqual(['Postwise']);
    expect(await store.renewalsDue('T1', { from: days.from, to: '2026-05-02' }, 1, 10)).toEqual([]);

    await store.write((transaction) => transaction.saveRenewal('T1', renewal, 100));
    expect([await due(99), await due(100)]).toEqual([[], ['Postwise']]);
    expect([await store.nextRenewalLook('T1', 99), await store.nextRenewalLook('T1', 100)]).toEqual([
      100,
      null,
    ]);
    expect(await store.renewal('Postwise', '2026-08-01')).toEqual(renewal);
    expect(await store.renewalsOf('Postwise')).toEqual([renewal]);
    expect(await store.renewalsWithin('T1', days)).toEqual([{ tool: postwise, renewal }]);

    await store.write((transaction) => transaction.saveRenewal('T1', renewal, null));
    expect(await due(1e15)).toEqual([]);
    await store.write((transaction) => transaction.saveTools(asSaved([{ ...postwise, revision: 2 }])));
    expect(await due(1)).toEqual(['Postwise']);
  });
});
