import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/settings/default-settings.ts';
import { engines, freshStore } from '../support/fresh-store.ts';
import { acme, ivan, mia } from '../support/sample-request.ts';

describe.each(engines)('what a desk knows on $engine', ({ freshUrl }) => {
  it('has settings in versions, of which none is written twice', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    const document = defaultSettings('Europe/Berlin');
    const first = { version: 1, document, changedBy: null, changedAt: 10 };
    const second = {
      ...{ version: 2, changedBy: mia, changedAt: 20 },
      document: { ...document, triageChannel: 'C0TRIAGE' },
    };
    expect(await store.settings('T1')).toBeNull();

    await store.write((transaction) => transaction.addSettings('T1', first));
    expect(await store.settings('T1')).toEqual(first);
    await store.write((transaction) => transaction.addSettings('T1', second));
    expect(await store.settings('T1')).toEqual(second);

    const again = store.write((transaction) => transaction.addSettings('T1', { ...second, changedAt: 30 }));
    await expect(again).rejects.toThrow();
    expect(await store.settings('T1')).toEqual(second);
  });

  it('remembers people as they were last read', async () => {
    const store = await freshStore(await freshUrl());
    const person = { id: mia, name: 'Mia', zone: null, isMember: true, isAdmin: false, readAt: 1 };
    await store.write((transaction) => transaction.savePerson({ ...person, name: 'Mia M.' }));
    await store.write((transaction) => transaction.savePerson(person));

    expect(await store.person(mia)).toEqual(person);
    expect(await store.person(ivan)).toBeNull();
    expect(await store.people([ivan, mia])).toEqual(new Map([[mia, person]]));
    expect(await store.people([])).toEqual(new Map());
  });
});
