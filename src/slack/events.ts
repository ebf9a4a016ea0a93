import { z } from 'zod';
import { colleague, type Desk } from '../usecases/desk.ts';
import { openHome } from '../usecases/home/open-home.ts';
import { offerOnMark, offerOnMessage } from '../usecases/intake/offer-request.ts';
import type { InboxEvent } from '../usecases/records.ts';
import { hearDeletion, hearEdit } from '../usecases/threads/hear-change.ts';
import { hearReaction } from '../usecases/threads/hear-reaction.ts';
import { hearReply } from '../usecases/threads/hear-reply.ts';
import { hearFileDeleted } from '../usecases/threads/keep-files.ts';
import { eventSchema, slackFileSchema } from './door/payload.ts';
import { givenFiles } from './files/given-files.ts';
import { clean } from './kit/escape.ts';
import { readableText } from './kit/readable-text.ts';

interface Heard {
  desk: Desk;
  /** The event's own part of the payload, not yet parsed. */
  event: unknown;
  cause: string;
}

const reactionSchema = z.object({
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
  event_ts: z.string(),
});

const messageSchema = z.object({
  // Joins and the like have other subtypes and are no words of a person to the desk.
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  user: z.string(),
  text: z.string(),
  files: z.array(slackFileSchema).default([]),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string(),
});

/** Words to the app itself, outside any thread. */
const directMessageSchema = messageSchema
  .omit({ thread_ts: true })
  .extend({ channel_type: z.literal('im'), thread_ts: z.undefined().optional() });
const editSchema = z.object({
  channel: z.string(),
  message: z.object({
    ts: z.string(),
    user: z.string(),
    text: z.string(),
    files: z.array(slackFileSchema).default([]),
    bot_id: z.undefined().optional(),
  }),
});

/** What Slack leaves of a message that had replies when it was deleted. */
const tombstoneSchema = z.object({
  channel: z.string(),
  message: z.object({ ts: z.string(), subtype: z.literal('tombstone') }),
});

const deletionSchema = z.object({ channel: z.string(), deleted_ts: z.string() });

const fileDeletedSchema = z.object({ file_id: z.string() });

const homeOpenedSchema = z.object({ user: z.string(), tab: z.literal('home') });

/** What the app does when it hears something. Event types as in the manifest; `message` serves all its `message.*`. */
export const eventRoutes: Record<string, (heard: Heard) => Promise<void>> = {
  reaction_added: (heard) => reactionChanged(heard, true),
  reaction_removed: (heard) => reactionChanged(heard, false),
  message: messageWritten,
  file_deleted: fileDeleted,
  app_home_opened: homeOpened,
};

/** Handles one event of the inbox; what does not concern the desk is passed over. */
export async function handleEvent(desk: Desk, { id, body }: InboxEvent): Promise<void> {
  const { event } = eventSchema.parse(JSON.parse(body));
  const route = Object.hasOwn(eventRoutes, event.type) ? eventRoutes[event.type] : undefined;
  await route?.({ desk, event, cause: `event:${id}` });
}

async function reactionChanged({ desk, event }: Heard, present: boolean): Promise<void> {
  const parsed = reactionSchema.safeParse(event);
  if (!parsed.success) return;
  const { user, reaction, item, event_ts: eventTs } = parsed.data;
  // A skin tone is a matter of the hand, not of the meaning.
  const name = reaction.split('::')[0] ?? reaction;
  const { channel, ts } = item;
  const change = { workspace: desk.workspace, channel, ts, user, name, present, eventTs };
  await hearReaction(desk, change);
  await offerOnMark(desk, change);
}

async function messageWritten(heard: Heard): Promise<void> {
  const { desk, event, cause } = heard;
  const { subtype } = z.looseObject({ subtype: z.string().optional() }).parse(event);
  if (subtype === 'message_changed') return messageEdited(heard);
  if (subtype === 'message_deleted') return messageDeleted(heard);
  const direct = directMessageSchema.safeParse(event);
  if (direct.success) {
    const { channel, user, text } = direct.data;
    const words = await readableWords(desk, text);
    return offerOnMessage(desk, { channel, person: colleague(desk, user), words, cause });
  }
  const parsed = messageSchema.safeParse(event);
  if (!parsed.success || parsed.data.thread_ts === parsed.data.ts) return;
  const { user, text, channel, ts, thread_ts: threadTs } = parsed.data;
  const words = await readableWords(desk, text);
  const files = givenFiles(parsed.data.files);
  if (words === '' && files.length === 0) return;
  await hearReply(desk, { channel, ts, threadTs, person: colleague(desk, user), words, files, cause });
}

async function messageEdited({ desk, event, cause }: Heard): Promise<void> {
  const gone = tombstoneSchema.safeParse(event).data;
  if (gone) return hearDeletion(desk, { channel: gone.channel, ts: gone.message.ts, cause });
  const parsed = editSchema.safeParse(event);
  if (!parsed.success) return;
  const { channel, message } = parsed.data;
  const words = await readableWords(desk, message.text);
  const files = givenFiles(message.files);
  // Its last file was deleted, and with it all that it said.
  if (words === '' && files.length === 0) return hearDeletion(desk, { channel, ts: message.ts, cause });
  const person = colleague(desk, message.user);
  await hearEdit(desk, { channel, ts: message.ts, person, words, files, cause });
}

async function messageDeleted({ desk, event, cause }: Heard): Promise<void> {
  const parsed = deletionSchema.safeParse(event);
  if (!parsed.success) return;
  const { channel, deleted_ts: ts } = parsed.data;
  await hearDeletion(desk, { channel, ts, cause });
}

async function fileDeleted({ desk, event }: Heard): Promise<void> {
  const parsed = fileDeletedSchema.safeParse(event);
  if (parsed.success) await hearFileDeleted(desk, parsed.data.file_id);
}

async function readableWords(desk: Desk, text: string): Promise<string> {
  const nameOf = async (id: string) => (await desk.directory.person(colleague(desk, id))).name;
  return clean(await readableText(text, nameOf)).trim();
}

async function homeOpened({ desk, event }: Heard): Promise<void> {
  const parsed = homeOpenedSchema.safeParse(event);
  if (!parsed.success) return;
  await openHome(desk, colleague(desk, parsed.data.user));
}
