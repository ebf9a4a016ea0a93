import type { Channel, User } from './records.ts';
import type { Workspace } from './workspace.ts';

/** Finds a conversation by id or by `#name`. */
export function findChannel(workspace: Workspace, idOrName: string): Channel | undefined {
  const byId = workspace.channels.get(idOrName);
  if (byId || !idOrName.startsWith('#')) return byId;
  const name = idOrName.slice(1);
  return workspace.channels.all().find((channel) => channel.kind !== 'im' && channel.name === name);
}

export function saveChannel(workspace: Workspace, channel: Channel): Channel {
  workspace.channels.put(channel.id, channel);
  workspace.changes.emit({ type: 'channel', id: channel.id });
  return channel;
}

export function findDirectMessage(workspace: Workspace, one: string, other: string): Channel | undefined {
  return workspace.channels
    .all()
    .find(({ kind, members }) => kind === 'im' && members.includes(one) && members.includes(other));
}

/** The direct message of these two, made if there is none. */
export function openDirectMessage(workspace: Workspace, one: User, other: User): Channel {
  const found = findDirectMessage(workspace, one.id, other.id);
  if (found) return found;
  return saveChannel(workspace, {
    id: workspace.newId('D'),
    name: '',
    kind: 'im',
    members: [one.id, other.id],
    isArchived: false,
    isShared: one.teamId !== other.teamId,
    topic: '',
    creator: one.id,
    created: Math.floor(workspace.clock.now() / 1000),
    lastRead: {},
  });
}

/** Members see it; a public channel shows itself to every full member of the workspace. */
export function maySeeChannel(channel: Channel, user: User): boolean {
  if (channel.members.includes(user.id)) return true;
  return channel.kind === 'public' && (user.role === 'member' || user.role === 'admin');
}
