import { expect, test } from 'vitest';
import { whileOurs } from '../../../src/slack/saying/while-ours.ts';
import { createClients } from '../../../src/slack/web-api/clients.ts';
import type { OutboxEntry } from '../../../src/usecases/saying/outbox.ts';
import { quietLogger } from '../../support/quiet-logger.ts';
import { openDesk } from '../support/desk.ts';

/** A card's entry that this process has claimed, and what another does that takes it for dead. */
async function claimed() {
  const { desk } = await openDesk();
  const { store, workspace } = desk;
  const at = 1000;
  await store.write(async (transaction) => {
    const subject = { kind: 'upsert', purpose: 'triage-card', request: 'R1' } as const;
    await transaction.announce([{ id: 'card', workspace, subject, at }]);
    await transaction.claimOutbox('card', { by: 'us', at, phase: 'sending' });
  });
  const read = async (): Promise<OutboxEntry> => {
    const entry = await store.outboxEntry('card');
    if (!entry) throw new Error('the card was announced');
    return entry;
  };
  const takeOver = () =>
    store.write(async (transaction) => {
      await transaction.releaseClaims({ than: 'them', before: at + 1 }, at);
      await transaction.claimOutbox('card', { by: 'them', at, phase: 'sending' });
      await transaction.settleOutbox('card', 'them', { result: 'said', revision: 1, at });
    });
  const { background: client } = createClients({
    ...{ botToken: 'xoxb-none', slackApiUrl: 'http://127.0.0.1:9/api/', logger: quietLogger },
  });
  return { ours: whileOurs({ desk, client }), entry: await read(), read, takeOver };
}

test('an edit is made while the entry is ours', async () => {
  const { ours, entry } = await claimed();
  expect(await ours.edit(entry, async () => {})).toMatchObject({ result: 'said' });
});

test('nothing is called for an entry that another process has taken over', async () => {
  const { ours, entry, takeOver } = await claimed();
  await takeOver();
  const calls: string[] = [];
  const outcome = await ours.edit(entry, async () => void calls.push('edit'));
  expect(await ours.send(entry, { channel: 'C1', threadTs: null }, { text: '', blocks: [] })).toEqual(
    outcome,
  );
  expect(outcome).toMatchObject({ result: 'later' });
  expect(calls).toEqual([]);
});

test('an edit that came too late may show what was: the present is shown once more', async () => {
  const { ours, entry, read, takeOver } = await claimed();
  expect(await ours.edit(entry, takeOver)).toMatchObject({ result: 'later' });
  expect(await read()).toMatchObject({ status: 'pending', wanted: 2, delivered: 1 });
});
