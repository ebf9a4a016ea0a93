import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { WebClient } from '@slack/web-api';
import type { Desk } from '../../usecases/desk.ts';
import { exportParts } from '../../usecases/export/export-numbers.ts';
import type { OutboxEntry, OutboxSubject } from '../../usecases/saying/outbox.ts';
import type { Said } from '../../usecases/saying/speaker.ts';
import { passOn } from '../files/stream-file.ts';
import { section } from '../kit/blocks.ts';
import { messagesSince } from '../saying/marks.ts';
import type { Mouth } from '../saying/mouth.ts';
import { said, type Telling } from '../saying/telling.ts';
import { takenOver } from '../saying/while-ours.ts';
import { exportName, exportWords } from './words.ts';

type ExportSubject = Extract<OutboxSubject, { kind: 'export' }>;

/** Between two words of progress. */
const progressEveryMs = 3000;
const longestTransferMs = 5 * 60_000;

export function exportTelling(mouth: Mouth, entry: OutboxEntry, subject: ExportSubject): Telling {
  const place = async () => ({ channel: await mouth.directMessageWith(subject.recipient), threadTs: null });
  return {
    say: async () => sayExport(mouth, entry, subject, (await place()).channel),
    /** A file carries no mark but its name. */
    async find() {
      const name = exportName(subject, entry);
      for await (const { files } of messagesSince(mouth.client, entry, await place())) {
        if (files?.some((file) => file.name === name)) {
          return { result: 'found', location: null, revision: entry.wanted };
        }
      }
      return { result: 'absent' };
    },
  };
}

/**
 * Makes the file on disk, because Slack wants its length first, says how far it is meanwhile, and uploads it into the
 * direct message. Nobody sees an upload before it is completed, which Slack does only once.
 */
async function sayExport(
  { desk, client, isOurs }: Mouth,
  entry: OutboxEntry,
  subject: ExportSubject,
  channel: string,
): Promise<Said> {
  const folder = await mkdtemp(join(tmpdir(), 'export-'));
  const told = progressIn(client, channel, subject);
  let isHere = false;
  try {
    await told.begin();
    const path = join(folder, 'file');
    const count = await written(desk, subject, path, told.progress);
    const { size } = await stat(path);
    const name = exportName(subject, entry);
    const place = await client.files.getUploadURLExternal({ filename: name, length: size });
    if (!place.upload_url || !place.file_id) {
      return { result: 'later', afterMs: null, error: 'Slack named no place to upload to' };
    }
    const bytes = Readable.toWeb(createReadStream(path));
    const signal = AbortSignal.timeout(longestTransferMs);
    const transfer = await passOn(bytes, { address: place.upload_url, size, signal });
    if (transfer.result !== 'passed') return { result: 'later', afterMs: null, error: transfer.result };
    if (!(await isOurs(entry))) return takenOver;
    await client.files.completeUploadExternal({
      files: [{ id: place.file_id, title: name }],
      channel_id: channel,
    });
    isHere = true;
    await told.end(count);
    return said;
  } finally {
    // The next attempt tells of itself; and where only the answer was lost, the file stands there already.
    if (!isHere) await told.takeBack();
    await rm(folder, { recursive: true });
  }
}

/** How many requests or tools are in it. */
async function written(
  desk: Desk,
  subject: ExportSubject,
  path: string,
  progress: (done: number, all: number) => Promise<void>,
): Promise<number> {
  const file = await open(path, 'w', 0o600);
  try {
    let count = 0;
    for await (const { text, done, all } of exportParts(desk.store, desk.workspace, subject)) {
      await file.writeFile(text);
      count = done;
      if (all > 0) await progress(done, all);
    }
    return count;
  } finally {
    await file.close();
  }
}

/** One message that says how far it is. A word of progress that fails is no reason to fail. */
function progressIn(client: WebClient, channel: string, subject: ExportSubject) {
  const shown = (text: string) => ({ text, blocks: [section(text)] });
  let ts: string | undefined;
  let toldAt = performance.now();
  const edit = async (text: string) => {
    if (ts) await client.chat.update({ channel, ts, ...shown(text) }).catch(() => {});
  };
  return {
    async begin(): Promise<void> {
      ({ ts } = await client.chat.postMessage({ channel, ...shown(exportWords.begins(subject)) }));
    },
    async progress(done: number, all: number): Promise<void> {
      if (done >= all || performance.now() - toldAt < progressEveryMs) return;
      toldAt = performance.now();
      await edit(exportWords.isAt(subject, done, all));
    },
    end: (count: number): Promise<void> => edit(exportWords.ended(subject, count)),
    async takeBack(): Promise<void> {
      if (ts) await client.chat.delete({ channel, ts }).catch(() => {});
    },
  };
}
