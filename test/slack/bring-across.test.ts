import { expect, test } from 'vitest';
import { personId } from '../../src/domain/person.ts';
import { bringAcross } from '../../src/slack/files/bring-across.ts';
import { createClients } from '../../src/slack/web-api/clients.ts';
import type { OutboxEntry } from '../../src/usecases/saying/outbox.ts';
import type { Attachment } from '../../src/usecases/threads/attachments.ts';
import { ask, triageCardOf } from '../journeys/asking.ts';
import { openBroker } from '../support/broker.ts';
import { quietLogger } from '../support/quiet-logger.ts';
import { until } from '../support/until.ts';
import { openDesk } from './support/desk.ts';

/** A file of Mia's that nothing brings but the test, by as many hands as it likes. */
async function aFile() {
  const { sandbox, store } = await openBroker();
  const [mia, ines] = [sandbox.person('mia'), sandbox.person('ines')];
  await ask(mia, 'Landing page');
  const card = await triageCardOf(ines, 'Landing page');
  const posted = await ines.says('#it-triage', '', { files: [{ name: 'plan.csv', content: 'week,what' }] });
  const [source = ''] = posted.message().files;
  const [{ desk }, request] = [await openDesk(), await store.requestByNumber(sandbox.teamId, 1)];
  const file: Attachment = {
    ...{ id: 'A1', workspace: sandbox.teamId, request: request?.id ?? '', fact: 1, side: 'marketing' },
    ...{ author: personId(sandbox.teamId, mia.id), message: null, source, name: 'plan.csv', size: 9 },
    ...{ shared: true, leftBehind: null, copy: null, checksum: null },
  };
  await store.write((transaction) => transaction.addAttachments([file]));
  const { background: client } = createClients({
    ...{ botToken: sandbox.botToken, slackApiUrl: sandbox.apiUrl, logger: quietLogger },
  });
  const location = await store.location(sandbox.teamId, card.channel, card.ts);
  const entry: OutboxEntry = {
    ...{ id: 'E1', workspace: sandbox.teamId, at: 0, lane: 'files', position: 1, wanted: 1, delivered: 0 },
    ...{ status: 'sending', attempts: 0, dueAt: 0, inDoubt: false, claimedBy: null, firstClaimedAt: null },
    error: null,
    subject: {
      ...{ kind: 'upsert', purpose: 'file', request: file.request, file: file.id },
      audience: 'triage-thread',
    },
  };
  const bring = async () => {
    const newest = await store.attachment('A1');
    if (!newest) throw new Error('the file is not there');
    return bringAcross({ desk: { ...desk, store }, client }, entry, newest, location);
  };
  const copies = () => card.thread().flatMap((line) => line.files());
  return { sandbox, store, bring, copies };
}

test('two processes at once bring one copy', async () => {
  const { bring, copies } = await aFile();
  const results = (await Promise.all([bring(), bring()])).map(({ result }) => result).sort();
  expect(results).toEqual(['later', 'said']);
  expect(copies()).toEqual(['plan.csv']);
  expect((await bring()).result).toBe('said');
  expect(copies()).toEqual(['plan.csv']);
});

test('a process that slept while another began anew takes its late copy back', async () => {
  const { sandbox, store, bring, copies } = await aFile();
  const completing = 'files.completeUploadExternal';
  sandbox.control({ fault: { kind: 'slow', method: completing, milliseconds: 300, times: 1 } });
  const sleeper = bring();
  await until(async () => (await store.attachment('A1'))?.copy != null);
  const copy = (await store.attachment('A1'))?.copy ?? null;
  await store.write((transaction) => transaction.recordCopy('A1', { was: copy, copy: null, checksum: null }));
  expect((await bring()).result).toBe('said');
  expect((await sleeper).result).toBe('said');
  expect(copies()).toEqual(['plan.csv']);
  const kept = (await store.attachment('A1'))?.copy;
  expect(kept).not.toBe(copy);
});
