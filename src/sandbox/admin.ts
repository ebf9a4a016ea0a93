import { joinChannel, membership } from './deeds/membership.ts';
import type { Slack } from './slack.ts';
import { userJson } from './slack-json.ts';
import { findChannel, saveChannel } from './state/channels.ts';
import { knownUser, saveUser } from './state/people.ts';
import type { Channel, User } from './state/records.ts';

/** What an admin of the workspace does, with the events that the app is sent about it. People go by name or id. */
export interface Admin {
  /** Lets a person, or the app (by its bot user's id), into a channel. */
  join(channel: string, person: string): void;
  leave(channel: string, person: string): void;
  archive(channel: string): void;
  unarchive(channel: string): void;
  /** Without the #. Its id stays. */
  rename(channel: string, name: string): void;
  /** Such as a move to another zone, or `deleted: true` for someone who left the company. */
  changePerson(
    person: string,
    change: Partial<Pick<User, 'tz' | 'role' | 'title' | 'realName' | 'deleted'>>,
  ): void;
  /** Who is in a user group, by its handle without the @. */
  setGroup(handle: string, people: readonly string[]): void;
}

export function createAdmin(slack: Slack): Admin {
  const { workspace, events } = slack;

  function channelOf(idOrName: string): Channel {
    const channel = findChannel(workspace, idOrName);
    if (!channel) throw new Error(`the sandbox has no conversation ${idOrName}`);
    return channel;
  }

  const userOf = (idOrName: string): User => knownUser(workspace, idOrName);

  function publish(type: string, fields: Record<string, unknown>, channel: Channel | null): void {
    events.publish(type, { type, ...fields, event_ts: workspace.newTs() }, channel);
  }

  function setArchived(idOrName: string, isArchived: boolean): void {
    const channel = saveChannel(workspace, Object.assign(channelOf(idOrName), { isArchived }));
    const prefix = channel.kind === 'private' ? 'group' : 'channel';
    publish(`${prefix}_${isArchived ? 'archive' : 'unarchive'}`, { channel: channel.id }, channel);
  }

  return {
    join(idOrName, person) {
      joinChannel(slack, channelOf(idOrName), userOf(person));
    },
    leave(idOrName, person) {
      const channel = channelOf(idOrName);
      const user = userOf(person);
      if (!channel.members.includes(user.id)) return;
      saveChannel(
        workspace,
        Object.assign(channel, { members: channel.members.filter((id) => id !== user.id) }),
      );
      publish('member_left_channel', membership(slack, channel, user), channel);
    },
    archive: (idOrName) => setArchived(idOrName, true),
    unarchive: (idOrName) => setArchived(idOrName, false),
    rename(idOrName, name) {
      const channel = saveChannel(workspace, Object.assign(channelOf(idOrName), { name }));
      const prefix = channel.kind === 'private' ? 'group' : 'channel';
      const { id, created } = channel;
      publish(`${prefix}_rename`, { channel: { id, name, created } }, channel);
    },
    changePerson(person, change) {
      const user = { ...userOf(person), ...change };
      saveUser(workspace, user);
      publish(
        'user_change',
        { user: userJson(workspace, user, slack.app.scopes.has('users:read.email')) },
        null,
      );
    },
    setGroup(handle, people) {
      const group = workspace.groups.all().find((one) => one.handle === handle);
      if (!group) throw new Error(`the sandbox has no user group @${handle}`);
      const members = people.map((name) => userOf(name).id);
      workspace.groups.put(group.id, { ...group, members });
      publish(
        'subteam_members_changed',
        {
          subteam_id: group.id,
          team_id: workspace.team.id,
          added_users: members.filter((id) => !group.members.includes(id)),
          removed_users: group.members.filter((id) => !members.includes(id)),
        },
        null,
      );
    },
  };
}
