import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { largestFile } from '../../domain/request/given-file.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { MessageLocation } from '../../usecases/records.ts';
import type { OutboxEntry } from '../../usecases/saying/outbox.ts';
import type { Said } from '../../usecases/saying/speaker.ts';
import type { Attachment, LeftBehind } from '../../usecases/threads/attachments.ts';
import { leaveBehind } from '../../usecases/threads/keep-files.ts';
import { outcomeOf } from '../web-api/call-outcome.ts';
import { failureOf } from '../web-api/web-api-error.ts';
import { openFile } from './read-file.ts';
import { passOn } from './stream-file.ts';

export interface Bringing {
  desk: Desk;
  client: WebClient;
}

/** What `files.info` says of a file, as far as it is needed. https://docs.slack.dev/reference/objects/file-object */
const fileSchema = z.object({
  size: z.number().default(0),
  mimetype: z.string().default(''),
  is_external: z.boolean().default(false),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
  ...{ channels: z.array(z.string()).default([]), groups: z.array(z.string()).default([]) },
  ims: z.array(z.string()).default([]),
  shares: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
type SlackFile = z.infer<typeof fileSchema>;

/** A transfer that takes longer is begun again. */
const longestTransferMs = 5 * 60_000;
/** After so many attempts in vain a file counts as unreadable: some ten minutes. */
const mostAttempts = 16;
/** Slack shares a completed upload a little later; after so many looks it counts as dropped, which happens. */
const mostLooks = 6;
const lookAgainMs = 1000;

const said: Said = { result: 'said', location: null };
const gone = new Set(['file_not_found', 'file_deleted']);
const noRight = new Set(['missing_scope', 'no_permission', 'access_denied', 'not_allowed_token_type']);

/**
 * Makes it so that the other side has a file exactly if it is to have it. Nothing is seen of an upload before it is
 * completed, and Slack completes each only once: so its id is kept before that, and whatever became of an attempt is
 * looked up under that id before there is another.
 */
export async function bringAcross(
  bringing: Bringing,
  entry: OutboxEntry,
  file: Attachment,
  card: MessageLocation | null,
): Promise<Said> {
  if (!file.shared) return takeAway(bringing, file);
  if (file.leftBehind) return said;
  // The card that its thread belongs to is on its way.
  if (!card) return withoutCard(entry);
  if (file.copy === null) return upload(bringing, entry, file, card);
  const present = await infoOf(bringing, file.copy);
  if ('said' in present) return present.said;
  if (present.file && isIn(present.file, card.channel)) return said;
  if (present.file && entry.attempts < mostLooks) {
    return { result: 'later', afterMs: lookAgainMs, error: 'not shared yet' };
  }
  const cleared = await clear(bringing, file, file.copy);
  return cleared ?? upload(bringing, entry, { ...file, copy: null }, card);
}

/** Where its card cannot be posted, the file waits for the same repair. */
function withoutCard({ attempts }: OutboxEntry): Said {
  if (attempts >= mostLooks * 2) return { result: 'dead', reason: 'no-card' };
  return { result: 'later', afterMs: attempts < mostLooks ? 250 : null, error: 'no-card' };
}

async function upload(
  { desk, client }: Bringing,
  entry: OutboxEntry,
  file: Attachment,
  { channel, ts }: MessageLocation,
): Promise<Said> {
  const leave = async (why: LeftBehind) => {
    await leaveBehind(desk, file, why);
    return said;
  };
  const again = (error: string): Promise<Said> | Said =>
    entry.attempts < mostAttempts ? { result: 'later', afterMs: null, error } : leave('unreadable');

  const original = await infoOf({ desk, client }, file.source);
  if ('said' in original) return original.said.result === 'dead' ? leave('not-allowed') : original.said;
  if (!original.file) return leave('unreadable');
  const { size, mimetype, is_external: isElsewhere } = original.file;
  const address = original.file.url_private_download ?? original.file.url_private;
  if (isElsewhere) return leave('kept-elsewhere');
  if (size > largestFile) return leave('too-large');
  if (address === undefined || size === 0) return leave('unreadable');

  const signal = AbortSignal.timeout(longestTransferMs);
  const opened = await openFile(client, { address, size, isPage: mimetype === 'text/html' }, signal);
  if (opened.result === 'refused') return leave('unreadable');
  if (opened.result === 'failed') return again(opened.error);
  const place = await placeFor(client, file.name, size);
  if ('said' in place) {
    await opened.bytes.cancel();
    return place.said.result === 'dead' ? leave('not-allowed') : place.said;
  }
  const { copy } = place;
  const transfer = await passOn(opened.bytes, { address: place.address, size, signal });
  if (transfer.result === 'wrong-bytes') return leave('unreadable');
  if (transfer.result === 'failed') return again(transfer.error);

  const { checksum } = transfer;
  const isOurs = await desk.store.write((transaction) =>
    transaction.recordCopy(file.id, { was: null, copy, checksum }),
  );
  // Another process was quicker; what it left is looked at.
  if (!isOurs) return { result: 'later', afterMs: lookAgainMs, error: 'brought by another' };
  const completed = await client.files.completeUploadExternal({
    files: [{ id: copy, title: file.name }],
    channel_id: channel,
    thread_ts: ts,
  });
  const newest = await desk.store.attachment(file.id);
  // While this process slept, another may have begun anew.
  if (newest?.copy !== copy) return (await discard(client, copy)) ?? said;
  const shown = fileSchema.safeParse(completed.files?.[0]).data;
  return shown && isIn(shown, channel)
    ? said
    : { result: 'later', afterMs: lookAgainMs, error: 'not shared yet' };
}

async function placeFor(
  client: WebClient,
  filename: string,
  length: number,
): Promise<{ copy: string; address: string } | { said: Said }> {
  try {
    const { file_id: copy, upload_url: address } = await client.files.getUploadURLExternal({
      filename,
      length,
    });
    if (copy && address) return { copy, address };
    return { said: { result: 'later', afterMs: null, error: 'Slack named no place to upload to' } };
  } catch (error) {
    return { said: beforehand(error) };
  }
}

/** What Slack knows of a file; `null` if it is gone. */
async function infoOf(
  { client }: Bringing,
  file: string,
): Promise<{ file: SlackFile | null } | { said: Said }> {
  try {
    return { file: fileSchema.parse((await client.files.info({ file })).file) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'refused' && gone.has(failure.error)) return { file: null };
    return { said: beforehand(error) };
  }
}

async function takeAway(bringing: Bringing, file: Attachment): Promise<Said> {
  if (file.copy === null) return said;
  return (await clear(bringing, file, file.copy)) ?? said;
}

/** Takes an upload away and forgets it; anything but null is why it could not be done. */
async function clear({ desk, client }: Bringing, { id }: Attachment, copy: string): Promise<Said | null> {
  const kept = await discard(client, copy);
  if (kept) return kept;
  await desk.store.write((transaction) =>
    transaction.recordCopy(id, { was: copy, copy: null, checksum: null }),
  );
  return null;
}

async function discard(client: WebClient, copy: string): Promise<Said | null> {
  try {
    await client.files.delete({ file: copy });
    return null;
  } catch (error) {
    const failure = failureOf(error);
    return failure.kind === 'refused' && gone.has(failure.error) ? null : beforehand(error);
  }
}

/** These calls show nothing to anybody, so that making them twice does no harm. */
function beforehand(error: unknown): Said {
  const failure = failureOf(error);
  if (failure.kind === 'refused' && noRight.has(failure.error))
    return { result: 'dead', reason: failure.error };
  const outcome = outcomeOf(failure);
  return outcome.result === 'unknown' ? { result: 'later', afterMs: null, error: outcome.error } : outcome;
}

function isIn({ channels, groups, ims, shares }: SlackFile, channel: string): boolean {
  const shared = Object.values(shares).flatMap((places) => Object.keys(places));
  return [...channels, ...groups, ...ims, ...shared].includes(channel);
}
