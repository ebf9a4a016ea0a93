import type { ClientChannel, ClientFile, ClientMessage, ClientUser, ClientView } from '../client-api.ts';
import type { Slack } from '../slack.ts';
import { visibleReplies } from '../state/messages.ts';
import { zoneOffset } from '../state/people.ts';
import type { Channel, Message, User, View } from '../state/records.ts';
import type { Workspace } from '../state/workspace.ts';

/** The records as the page is shown them. */

export function showUser(workspace: Workspace, user: User): ClientUser {
  return {
    id: user.id,
    name: user.name,
    realName: user.realName,
    title: user.title,
    tz: user.tz,
    tzOffset: zoneOffset(user.tz, workspace.clock.now()),
    avatarColour: user.colour,
    isBot: user.role === 'bot',
    isAdmin: user.role === 'admin',
    isGuest: user.role === 'guest',
    isExternal: user.role === 'external',
    playable: user.role !== 'bot' && !user.deleted,
  };
}

/** The message calls this person, by name, by group or with everyone here. */
export function mentions(workspace: Workspace, message: Message, user: User): boolean {
  if (message.text.includes(`<@${user.id}`) || /<!(channel|here|everyone)/.test(message.text)) return true;
  const groups = workspace.groups.all().filter(({ members }) => members.includes(user.id));
  if (groups.some(({ id }) => message.text.includes(`<!subteam^${id}`))) return true;
  if (message.blocks.length === 0) return false;
  const blocks = JSON.stringify(message.blocks);
  return blocks.includes(`<@${user.id}`) || groups.some(({ id }) => blocks.includes(`<!subteam^${id}`));
}

// Enough for a badge that says 99+; a channel nobody has opened for months costs no more.
const mostUnread = 100;

function unreadOf(workspace: Workspace, channel: Channel, user: User): Message[] {
  const all = workspace.messages.inChannel(channel.id);
  const lastRead = channel.lastRead[user.id] ?? '0';
  const unread: Message[] = [];
  for (let index = all.length - 1; index >= 0 && unread.length < mostUnread; index -= 1) {
    const message = all[index];
    if (!message || message.ts <= lastRead) break;
    const inChannel = message.threadTs === null || message.broadcast;
    if (inChannel && message.user !== user.id && message.visibleFrom <= workspace.realTime())
      unread.push(message);
  }
  return unread;
}

export function showChannel(slack: Slack, channel: Channel, user: User): ClientChannel {
  const { workspace, app } = slack;
  const isMember = channel.members.includes(user.id);
  const other = channel.kind === 'im' ? channel.members.find((id) => id !== user.id) : undefined;
  const unread = isMember ? unreadOf(workspace, channel, user) : [];
  return {
    id: channel.id,
    name: channel.kind === 'im' ? (workspace.users.get(other ?? '')?.realName ?? '') : channel.name,
    kind: channel.kind,
    isMember,
    isArchived: channel.isArchived,
    memberIds: [...channel.members],
    topic: channel.topic,
    unread: unread.length,
    mentions:
      channel.kind === 'im' ? unread.length : unread.filter((one) => mentions(workspace, one, user)).length,
    latestTs: workspace.messages.inChannel(channel.id).at(-1)?.ts ?? null,
    appUserId: channel.members.includes(app.botUserId) && channel.kind === 'im' ? app.botUserId : null,
  };
}

function showFiles(workspace: Workspace, ids: readonly string[]): ClientFile[] {
  return ids.flatMap((id) => {
    const file = workspace.files.get(id);
    return file ? [{ id, name: file.name, mimetype: file.mimetype, size: file.size }] : [];
  });
}

export function showMessage(workspace: Workspace, message: Message): ClientMessage {
  const replies = message.ephemeralFor === null ? visibleReplies(workspace, message.channel, message.ts) : [];
  return {
    channel: message.channel,
    ts: message.ts,
    threadTs: message.threadTs,
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    edited: message.edited !== null,
    ephemeral: message.ephemeralFor !== null,
    reactions: message.reactions.map(({ name, users }) => ({ name, users: [...users] })),
    files: showFiles(workspace, message.files),
    replyCount: replies.length,
    replyUsers: [...new Set(replies.map(({ user }) => user))],
    latestReplyTs: replies.at(-1)?.ts ?? null,
  };
}

export function showView(view: View): ClientView {
  return {
    id: view.id,
    callbackId: view.callbackId,
    title: view.title?.text ?? '',
    submit: view.submit?.text ?? null,
    close: view.close?.text ?? 'Close',
    blocks: view.blocks,
    state: view.state,
    errors: view.errors,
  };
}
