import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../../src/usecases/threads/attachments.ts';
import { engines, freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest, mia } from '../../support/sample-request.ts';

function attachment(id: string, change: Partial<Attachment> = {}): Attachment {
  return {
    ...{ id, workspace: acme.id, request: 'R1', fact: 1, side: 'marketing', author: mia, message: null },
    ...{ source: `F${id}`, name: 'brief.pdf', size: 10, shared: true, leftBehind: null },
    ...{ copy: null, checksum: null, ...change },
  };
}

describe.each(engines)('attachments on $engine', ({ freshUrl }) => {
  it('are found by request and by source, and their copy changes hands once', async () => {
    const store = await freshStore(await freshUrl());
    await store.write((transaction) => transaction.saveWorkspace(acme));
    await fileRequest(store, 'R1');
    const posted = attachment('A2', { message: { channel: 'D1', ts: '1.2' }, side: 'it', shared: false });
    await store.write((transaction) => transaction.addAttachments([attachment('A1'), posted]));
    expect(await store.attachments('R1')).toEqual([attachment('A1'), posted]);
    expect(await store.attachmentsFrom(acme.id, 'FA2')).toEqual([posted]);

    const record = (copy: string | null, was: string | null) =>
      store.write((transaction) => transaction.recordCopy('A1', { was, copy, checksum: copy && 'c0ffee' }));
    expect([await record('F9', null), await record('F10', null), await record('F11', 'F9')]).toEqual([
      true,
      false,
      true,
    ]);
    await store.write((transaction) =>
      transaction.saveCrossing({ id: 'A1', shared: false, leftBehind: 'deleted' }),
    );
    expect(await store.attachment('A1')).toEqual(
      attachment('A1', { copy: 'F11', checksum: 'c0ffee', shared: false, leftBehind: 'deleted' }),
    );
    expect(await record(null, 'F11')).toBe(true);
  });

  it('held replies are kept until they are let go', async () => {
    const store = await freshStore(await freshUrl());
    const held = {
      ...{ workspace: acme.id, channel: 'D1', ts: '1.2', threadTs: '1.1', author: mia, words: 'token: x' },
      files: [{ source: 'F1', name: 'a.txt', size: 1 }],
    };
    await store.write((transaction) => transaction.holdReply(held));
    await store.write((transaction) => transaction.holdReply({ ...held, words: 'token: y', files: [] }));
    expect(await store.heldReply(acme.id, 'D1', '1.2')).toEqual({ ...held, words: 'token: y', files: [] });
    const release = () => store.write((transaction) => transaction.releaseReply(acme.id, 'D1', '1.2'));
    expect([await release(), await release()]).toEqual([true, false]);
    expect(await store.heldReply(acme.id, 'D1', '1.2')).toBeNull();
  });
});
