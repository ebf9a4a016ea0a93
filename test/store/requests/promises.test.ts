import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import type { ToldAlert } from '../../../src/domain/sla/commitment.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, firstResponse, mia, sampleRequest } from '../../support/sample-request.ts';

async function deskStore(url: string): Promise<Store> {
  const store = await freshStore(url);
  await store.write((transaction) => transaction.saveWorkspace(acme));
  return store;
}

/** A request with one clock, of which somebody is to be told then. */
async function owed(store: Store, number: number, nextAlertAt: number | null, reckonedWith = '2/tz') {
  const id = `R${number}`;
  const { request, events } = sampleRequest({ id, number });
  const clock = { ...firstResponse(1_000), nextAlertAt, reckonedWith };
  await store.write((transaction) => transaction.saveRequest(request, events, [clock]));
}

describe.each(engines)('promises on $engine', ({ freshUrl }) => {
  it('that are due are found, the longest due first', async () => {
    const store = await deskStore(await freshUrl());
    await owed(store, 1, 5_000);
    await owed(store, 2, 4_000);
    await owed(store, 3, 9_000);
    await owed(store, 4, null);
    expect(await store.requestsWithAlertsDue(5_000, 10)).toEqual(['R2', 'R1']);
    expect(await store.requestsWithAlertsDue(5_000, 1)).toEqual(['R2']);
    expect(await store.requestsWithAlertsDue(3_999, 10)).toEqual([]);
    expect(await store.nextAlertAt()).toBe(4_000);
  });

  it('that were reckoned with other settings or zone data are found', async () => {
    const store = await deskStore(await freshUrl());
    await owed(store, 1, null, '1/tz');
    await owed(store, 2, null, '2/tz');
    expect(await store.requestsReckonedOtherwise('2/tz', 10)).toEqual(['R1']);
    expect(await store.requestsReckonedOtherwise('1/tz', 10)).toEqual(['R2']);
  });

  it('are told of once: a second alert of the same kind is refused with all that came with it', async () => {
    const store = await deskStore(await freshUrl());
    await owed(store, 1, 5_000);
    const breach: ToldAlert = { clock: 'first-response', round: 1, kind: 'breach', at: 5_000 };
    await store.write((transaction) => transaction.recordAlerts('R1', [breach], 6_000));
    await expect(
      store.write(async (transaction) => {
        await transaction.saveCommitments('R1', []);
        await transaction.recordAlerts('R1', [breach], 7_000);
      }),
    ).rejects.toThrow();
    expect(await store.toldAlerts('R1')).toEqual([breach]);
    expect(await store.commitments('R1')).toHaveLength(1);
  });

  it('count by the settings of their time', async () => {
    const store = await deskStore(await freshUrl());
    const document = defaultSettings('UTC');
    for (const [version, changedAt] of [
      [1, 1_000],
      [2, 2_000],
      [3, 3_000],
    ] as const) {
      await store.write((transaction) =>
        transaction.addSettings('T1', { version, document, changedBy: null, changedAt }),
      );
    }
    const versions = async (at: number) =>
      (await store.settingsSince('T1', at)).map(({ version }) => version);
    expect(await versions(500)).toEqual([1, 2, 3]);
    expect(await versions(2_000)).toEqual([2, 3]);
    expect(await versions(9_000)).toEqual([3]);
    expect(await store.settingsVersion('T1', 2)).toMatchObject({ version: 2, changedAt: 2_000 });
    expect(await store.settingsVersion('T1', 4)).toBeNull();
  });

  it('leave people alone who are away', async () => {
    const store = await deskStore(await freshUrl());
    const summer = { firstDay: '2026-08-03', lastDay: '2026-08-14' };
    await store.write((transaction) =>
      transaction.replaceAbsences(mia, [{ firstDay: '2026-01-02', lastDay: '2026-01-02' }, summer]),
    );
    expect(await store.absences(mia, '2026-08-14')).toEqual([summer]);
    expect(await store.absences(mia, '2026-08-15')).toEqual([]);
    await store.write((transaction) => transaction.replaceAbsences(mia, []));
    expect(await store.absences(mia, '2026-01-01')).toEqual([]);
  });
});
