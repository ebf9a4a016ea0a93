import type { ClientMessage, Snapshot } from '../client-api.ts';
import { inviteCommand } from '../deeds/membership.ts';
import { emoji } from '../emoji.ts';
import type { Slack } from '../slack.ts';
import { maySeeChannel } from '../state/channels.ts';
import { visibleReplies, visibleTopLevel } from '../state/messages.ts';
import type { User } from '../state/records.ts';
import { stackOf } from '../state/views.ts';
import { showChannel, showMessage, showUser, showView } from './show.ts';

export function snapshotFor(slack: Slack, user: User): Snapshot {
  const { workspace, app } = slack;
  const home = workspace.homes.get(user.id);
  return {
    workspace: { id: workspace.team.id, name: workspace.team.name },
    me: showUser(workspace, user),
    app: { id: app.id, name: app.manifest.botName, botUserId: app.botUserId, homeTab: app.manifest.homeTab },
    users: workspace.users.all().map((one) => showUser(workspace, one)),
    channels: workspace.channels
      .all()
      .filter((channel) => maySeeChannel(channel, user))
      .map((channel) => showChannel(slack, channel, user)),
    commands: [...app.manifest.commands, inviteCommand].map(({ command, description, usageHint }) => ({
      command,
      description,
      usageHint,
    })),
    shortcuts: app.manifest.shortcuts.map((shortcut) => ({ ...shortcut })),
    views: stackOf(workspace, user.id).map(showView),
    home: home ? showView(home) : null,
    emoji,
    stage: slack.theatre.now(),
    now: workspace.clock.now(),
  };
}

export interface MessagesQuery {
  channel: string;
  /** Only older than this ts. */
  before: string | null;
  thread: string | null;
  limit: number;
}

/** One page of a conversation or a thread, oldest first. Ephemeral messages are part of the newest page. */
export function messagesFor(
  slack: Slack,
  user: User,
  { channel: id, before, thread, limit }: MessagesQuery,
): { messages: ClientMessage[]; more: boolean } {
  const { workspace } = slack;
  const channel = workspace.channels.get(id);
  if (!channel || !maySeeChannel(channel, user)) return { messages: [], more: false };
  const parent = thread === null ? undefined : workspace.messages.find(id, thread);
  const stored =
    thread === null
      ? visibleTopLevel(workspace, id)
      : [...(parent ? [parent] : []), ...visibleReplies(workspace, id, thread)];
  const older = before === null ? stored : stored.filter(({ ts }) => ts < before);
  const page = older.slice(-limit);
  const mine = workspace.ephemerals.filter(
    (one) => one.ephemeralFor === user.id && one.channel === id && one.threadTs === thread,
  );
  const all =
    before === null ? [...page, ...mine].sort((one, other) => Number(one.ts) - Number(other.ts)) : page;
  return {
    messages: all.map((message) => showMessage(workspace, message)),
    more: older.length > page.length,
  };
}
