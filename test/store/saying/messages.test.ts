import { describe, expect, it } from 'vitest';
import type { MessageLocation, Reaction } from '../../../src/usecases/records.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, ivan, mia } from '../../support/sample-request.ts';

const message = { workspace: 'T1', channel: 'CTRIAGE', ts: '1772000000.000100' };

const triageCard: MessageLocation = {
  ...{ ...message, threadTs: null, request: 'R1', purpose: 'triage-card' },
  ...{ recipient: null, event: null, supersededAt: null },
};

function eyes(present: boolean, eventTs: string): Reaction {
  return { ...message, user: 'UIVAN', name: 'eyes', present, eventTs };
}

describe.each(engines)('reactions on $engine', ({ freshUrl }) => {
  it('end as they were last, in whichever order they are heard', async () => {
    const store = await freshStore(await freshUrl());
    const hear = (reaction: Reaction) => store.write((transaction) => transaction.recordReaction(reaction));

    expect(await hear(eyes(false, '1772000010.000200'))).toBe(false);
    expect(await hear(eyes(true, '1772000010.000100'))).toBe(false);
    expect(await store.reactions('T1', message.channel, message.ts)).toEqual([]);

    expect(await hear(eyes(true, '1772000011.000100'))).toBe(true);
    expect(await hear(eyes(true, '1772000012.000100'))).toBe(false);
    expect(await hear(eyes(true, '1772000012.000100'))).toBe(false);
    expect(await hear(eyes(false, '1772000011.500000'))).toBe(false);
    expect(await store.reactions('T1', message.channel, message.ts)).toEqual([
      eyes(true, '1772000012.000100'),
    ]);

    expect(await hear(eyes(false, '1772000012.000101'))).toBe(true);
    expect(await store.reactions('T1', message.channel, message.ts)).toEqual([]);
  });

  it('compare their times as numbers', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.recordReaction(eyes(true, '999999999.000100')));

    const removed = await store.write((transaction) =>
      transaction.recordReaction(eyes(false, '1000000000.000100')),
    );

    expect(removed).toBe(true);
  });
});

describe.each(engines)('message locations on $engine', ({ freshUrl }) => {
  it('say where a card stands until another takes its place', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    await fileRequest(store, 'R1');
    const theirs = { ...triageCard, channel: 'DMIA', purpose: 'private-card', recipient: mia } as const;
    await store.write(async (transaction) => {
      await transaction.saveLocation(triageCard);
      await transaction.saveLocation(theirs);
    });

    expect(await store.cardLocation('R1', 'triage-card', null)).toEqual(triageCard);
    expect(await store.cardLocation('R1', 'private-card', mia)).toEqual(theirs);
    expect(await store.cardLocation('R1', 'private-card', ivan)).toBeNull();
    expect(await store.location('T1', 'DMIA', message.ts)).toEqual(theirs);

    await store.write((transaction) =>
      transaction.supersedeLocation('T1', message.channel, message.ts, 5_000),
    );
    expect(await store.cardLocation('R1', 'triage-card', null)).toBeNull();
    expect(await store.location('T1', message.channel, message.ts)).toEqual({
      ...triageCard,
      supersededAt: 5_000,
    });

    const again = { ...triageCard, ts: '1772000099.000100' };
    await store.write((transaction) => transaction.saveLocation(again));
    expect(await store.cardLocation('R1', 'triage-card', null)).toEqual(again);
  });
});
