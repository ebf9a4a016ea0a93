import type { DeedResult } from '../client-api.ts';
import { publishChanged, publishDeleted, publishPosted } from '../delivery/message-events.ts';
import type { Slack } from '../slack.ts';
import { messageJson } from '../slack-json.ts';
import { saveChannel } from '../state/channels.ts';
import { addMessage, deleteMessage, saveMessage, withIds } from '../state/messages.ts';
import type { Channel, Message, User } from '../state/records.ts';
import { compose } from './compose.ts';
import { done, failed } from './outcome.ts';

export interface Said {
  text: string;
  threadTs?: string;
  fileIds?: string[];
}

/** Someone writes in a conversation, or in a thread of it. */
export function say(
  slack: Slack,
  user: User,
  channel: Channel,
  said: Said,
): { message: Message } | { error: string } {
  const { workspace } = slack;
  if (channel.isArchived) return { error: 'This channel is archived.' };
  const files = (said.fileIds ?? []).filter((id) => workspace.files.get(id)?.user === user.id);
  if (said.text.trim() === '' && files.length === 0) return { error: 'There is nothing to send.' };
  const parent = said.threadTs === undefined ? undefined : workspace.messages.find(channel.id, said.threadTs);
  if (said.threadTs !== undefined && !parent) return { error: 'This thread is no longer here.' };
  for (const id of files) {
    const file = workspace.files.get(id);
    if (file) workspace.files.put(id, { ...file, channels: [...new Set([...file.channels, channel.id])] });
  }
  const { text, blocks } = compose(workspace, said.text);
  const message = addMessage(workspace, {
    channel: channel.id,
    user: user.id,
    byApp: false,
    text,
    blocks: said.text.trim() === '' ? [] : withIds(workspace, blocks),
    threadTs: parent ? (parent.threadTs ?? parent.ts) : null,
    files,
  });
  markRead(slack, user, channel);
  publishPosted(slack, channel, message);
  return { message };
}

export function editMessage(
  slack: Slack,
  user: User,
  channel: Channel,
  message: Message,
  typed: string,
): DeedResult {
  if (message.user !== user.id) return failed('You can only edit your own messages.');
  const previous = messageJson(slack, message, true);
  const { text, blocks } = compose(slack.workspace, typed);
  message.text = text;
  message.blocks = withIds(slack.workspace, blocks);
  message.edited = { user: user.id, ts: slack.workspace.newTs() };
  saveMessage(slack.workspace, message);
  publishChanged(slack, channel, message, previous);
  return done;
}

export function deleteOwnMessage(slack: Slack, user: User, channel: Channel, message: Message): DeedResult {
  if (message.user !== user.id) return failed('You can only delete your own messages.');
  const previous = messageJson(slack, message, true);
  deleteMessage(slack.workspace, message);
  publishDeleted(slack, channel, message, previous);
  return done;
}

export function markRead({ workspace }: Slack, user: User, channel: Channel): void {
  const latest = workspace.messages.inChannel(channel.id).at(-1)?.ts;
  if (latest === undefined || channel.lastRead[user.id] === latest) return;
  channel.lastRead[user.id] = latest;
  saveChannel(workspace, channel);
}
