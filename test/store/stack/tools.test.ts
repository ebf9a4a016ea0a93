import { describe, expect, it } from 'vitest';
import { Conflict } from '../../../src/usecases/ports.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, mia } from '../../support/sample-request.ts';
import { asSaved, sampleTool } from '../../support/sample-tool.ts';

const mail = sampleTool({
  name: 'Postwise',
  category: 'email',
  purpose: 'Newsletters for customers',
  business_owner: 'UMIA',
  cost: '1200.50',
  currency: 'EUR',
  period: 'month',
  contract_end: '2026-12-31',
  notice_days: '90',
  data_classes: 'contact; behaviour',
  links: 'https://example.com/postwise',
});
const crm = sampleTool({ name: 'Harbor CRM', category: 'crm', vendor: 'Harbör GmbH' });
const survey = sampleTool({ name: 'askaway', category: 'forms', purpose: 'Surveys of customers' });

describe.each(engines)('the stack on $engine', ({ freshUrl }) => {
  async function stack(tools = [mail, crm, survey]) {
    const store = await freshStore(await freshUrl());
    await store.write(async (transaction) => {
      await transaction.saveWorkspace(acme);
      await transaction.saveTools(asSaved(tools));
    });
    return store;
  }

  it('keeps a tool whole, and lists tools by name, whatever their case', async () => {
    const store = await stack();
    expect(await store.tool('Postwise')).toEqual(mail);
    expect(await store.allTools('T1')).toEqual([survey, crm, mail]);
    expect(await store.toolsInCategory('T1', 'email', { limit: 5, offset: 0 })).toEqual([mail]);
    expect(await store.toolsByName('T1', ['HARBOR  crm', 'unknown'])).toEqual([crm]);
    expect(await store.toolCategories('T1', 3)).toEqual([
      { category: 'crm', name: 'Harbor CRM', count: 1 },
      { category: 'email', name: 'Postwise', count: 1 },
      { category: 'forms', name: 'askaway', count: 1 },
    ]);
  });

  it('finds by what words begin with, the name before the purpose', async () => {
    const store = await stack([mail, crm, survey, sampleTool({ name: 'Customer Cloud', category: 'crm' })]);
    const found = async (...terms: string[]) =>
      (await store.searchTools('T1', terms, 10)).map(({ tool, terms }) => `${tool.name} ${terms}`);
    expect(await found('customer')).toEqual(['Customer Cloud 1', 'askaway 1', 'Postwise 1']);
    expect(await found('newsl', 'customer')).toEqual(['Postwise 2', 'Customer Cloud 1', 'askaway 1']);
    expect(await found('harbor')).toEqual(['Harbor CRM 1']);
    expect(await found('nothing')).toEqual([]);
  });

  it('forgets the words of before a change, and remembers the change', async () => {
    const store = await stack();
    const changed = { ...mail, revision: 2, name: 'Mailwise' };
    const changes = [{ column: 'name' as const, before: 'Postwise', after: 'Mailwise' }];
    await store.write((transaction) =>
      transaction.saveTools([{ tool: changed, change: { at: 5, by: mia, changes } }]),
    );
    expect(await store.searchTools('T1', ['postwise'], 5)).toEqual([]);
    expect(await store.searchTools('T1', ['mailwise'], 5)).toMatchObject([{ tool: changed }]);
    expect(await store.toolHistory('Postwise', 5)).toEqual([
      { revision: 2, at: 5, by: mia, request: null, changes },
      { revision: 1, at: 1, by: null, request: null, changes: [] },
    ]);
  });

  it('lets nobody overwrite what they have not read, and has each name once', async () => {
    const store = await stack();
    const stale = store.write((transaction) => transaction.saveTools(asSaved([{ ...mail, revision: 3 }])));
    await expect(stale).rejects.toThrow(Conflict);
    const twin = sampleTool({ name: 'POSTWISE' }, { id: 'another' });
    await expect(store.write((transaction) => transaction.saveTools(asSaved([twin])))).rejects.toThrow();
    expect(await store.allTools('T1')).toHaveLength(3);
  });

  it('knows whose notice is near', async () => {
    const store = await stack([mail, { ...crm, contractEnd: '2026-10-10', state: 'retired' }]);
    const near = (from: string, to: string) => store.toolsByNotice('T1', { from, to }, 5);
    expect(await near('2026-10-01', '2026-10-31')).toEqual([mail]);
    expect(await near('2026-10-03', '2026-10-31')).toEqual([]);
  });
});
