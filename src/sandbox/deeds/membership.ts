import type { DeedResult } from '../client-api.ts';
import type { Slack } from '../slack.ts';
import { saveChannel } from '../state/channels.ts';
import { findUser } from '../state/people.ts';
import type { Channel, User } from '../state/records.ts';
import { done, failed } from './outcome.ts';

/** The one command of Slack's own that the sandbox has: it is how people bring the app into a channel. */
export const inviteCommand = {
  command: '/invite',
  description: 'Add someone to this channel',
  usageHint: '@someone',
};

/** A membership as its events carry it. */
export function membership({ workspace }: Slack, channel: Channel, user: User): Record<string, unknown> {
  const type = channel.kind === 'private' ? 'G' : 'C';
  return { user: user.id, channel: channel.id, channel_type: type, team: workspace.team.id };
}

/** Someone comes into a channel, and the app that is in it is told. */
export function joinChannel(slack: Slack, channel: Channel, user: User): void {
  if (channel.members.includes(user.id)) return;
  saveChannel(slack.workspace, Object.assign(channel, { members: [...channel.members, user.id] }));
  const type = 'member_joined_channel';
  slack.events.publish(
    type,
    { type, ...membership(slack, channel, user), event_ts: slack.workspace.newTs() },
    channel,
  );
}

/** Someone walks into a public channel. */
export function joinPublic(slack: Slack, user: User, channel: Channel): DeedResult {
  if (channel.kind !== 'public' || user.role === 'guest' || user.role === 'external') {
    return failed('You can’t join this channel: someone in it has to add you.');
  }
  if (channel.isArchived) return failed('This channel is archived.');
  joinChannel(slack, channel, user);
  return done;
}

/** A member brings somebody, or the app, into a channel. */
export function invite(slack: Slack, user: User, channel: Channel, invited: string): DeedResult {
  const other = findUser(slack.workspace, invited);
  if (!other || other.deleted) return failed(`There is nobody called ${invited} here.`);
  if (channel.kind === 'im') return failed('You can’t add people to a direct message.');
  if (channel.isArchived) return failed('This channel is archived.');
  if (user.role === 'guest' || user.role === 'external') return failed('You may not add people here.');
  if (channel.members.includes(other.id)) return failed(`${other.realName} is already in this channel.`);
  joinChannel(slack, channel, other);
  return done;
}

/** `/invite @mia`: what stands behind the command is a handle, with or without its @. */
export function typeInvite(slack: Slack, user: User, channel: Channel, text: string): DeedResult {
  const handle = text.trim().replace(/^@/, '');
  return handle === '' ? failed('Say whom: /invite @someone') : invite(slack, user, channel, handle);
}
