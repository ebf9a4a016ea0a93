import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/domain/digest/digest.ts';
import { weekTally } from '../../../src/domain/digest/week.ts';
import { defaultSettings } from '../../../src/domain/settings/default-settings.ts';
import { always } from '../../../src/domain/sla/policy.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, mia } from '../../support/sample-request.ts';

const span = { from: 10, to: 20, before: { from: 0, to: 10 } };
const quiet = weekTally(span, { zone: 'UTC', today: '1970-01-01', policies: always(defaultSettings('UTC')) });
const digest: Digest = {
  ...{ week: '2026-W10', from: 10, to: 20, dueAt: 20, madeAt: 21, isPrivate: true, published: null },
  figures: quiet.figures({ renewals: [], launches: [], load: [], pulse: null }),
  agenda: [
    { position: 0, item: { kind: 'term', term: 'asap' }, decided: null },
    { position: 1, item: { kind: 'overlap', tools: ['B', 'A'] }, decided: null },
  ],
};

describe.each(engines)('digests on $engine', ({ freshUrl }) => {
  it('are kept once a week, published once, decided once, and found by what they ask', async () => {
    const store = await freshStore(await freshUrl());
    const { id: workspace } = acme;
    await store.write((transaction) => transaction.saveWorkspace(acme));
    await store.write((transaction) => transaction.addDigest(workspace, digest));
    expect(await store.digest(workspace, digest.week)).toEqual(digest);
    await expect(store.write((transaction) => transaction.addDigest(workspace, digest))).rejects.toThrow();
    expect(await store.digestWeeks(workspace)).toEqual({ count: 1, newest: digest.week });

    const location = { workspace, week: digest.week, place: 'channel', channel: 'C1', ts: '1.1' } as const;
    await store.write((transaction) => transaction.saveDigestLocation(location));
    expect(await store.digestsAbout(workspace, 'overlap:A:B')).toEqual([location]);
    expect(await store.digestLocation(workspace, digest.week, mia)).toBeNull();

    const [, overlap] = digest.agenda;
    if (!overlap) throw new Error('it asks two questions');
    const decision = { ...overlap, choice: 'keep', by: mia, at: 30 } as const;
    const decide = () =>
      store.write((transaction) => transaction.decideItem(workspace, digest.week, decision));
    await decide();
    await expect(decide()).rejects.toThrow('cannot be decided');
    expect(await store.decidedBefore(workspace, ['overlap:A:B', 'term:asap'])).toEqual(
      new Set(['overlap:A:B']),
    );

    const published = { by: mia, at: 40 };
    const publish = () =>
      store.write((transaction) => transaction.publishDigest(workspace, digest.week, published));
    await publish();
    await expect(publish()).rejects.toThrow('cannot be published');
    expect(await store.digest(workspace, digest.week)).toMatchObject({
      published,
      agenda: [{ decided: null }, { decided: { choice: 'keep', by: mia, at: 30 } }],
    });
  });

  it('are told from what is open and what was closed lately', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    await fileRequest(store, 'R1');
    expect(await store.requestsInPlay(acme.id, 0)).toEqual(['R1']);
    expect((await store.historiesOf(['R1', 'R2'])).get('R1')).toEqual(await store.history('R1'));
    expect((await store.allCommitmentsOf(['R1'])).get('R1') ?? []).toEqual(await store.commitments('R1'));
    expect(await store.warnedOf(['R1'])).toEqual(new Map());
  });
});
