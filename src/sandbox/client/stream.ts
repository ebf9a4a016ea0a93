import type { ServerResponse } from 'node:http';
import type { Change } from '../client-api.ts';
import type { Slack } from '../slack.ts';
import { maySeeChannel } from '../state/channels.ts';
import type { Channel, Message, StateChange, User } from '../state/records.ts';
import { stackOf } from '../state/views.ts';
import { mentions, showChannel, showMessage, showUser, showView } from './show.ts';

/** Follows the sandbox for one person, as server-sent events, until the page goes away. */
export function openStream(slack: Slack, user: User, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': open\n\n');
  const end = slack.workspace.changes.subscribe((change) => {
    for (const shown of changesFor(slack, user, change)) response.write(`data: ${JSON.stringify(shown)}\n\n`);
  });
  response.on('close', end);
}

/** What this person's page learns of a change. */
export function changesFor(slack: Slack, user: User, change: StateChange): Change[] {
  const { workspace } = slack;
  switch (change.type) {
    case 'message':
      return messageChanges(slack, user, change);
    case 'message-deleted': {
      const channel = workspace.channels.get(change.channel);
      if (!channel || !maySeeChannel(channel, user)) return [];
      return [{ type: 'message_deleted', channel: change.channel, ts: change.ts }];
    }
    case 'ephemeral':
      if (change.message.ephemeralFor !== user.id) return [];
      return [{ type: 'message', message: showMessage(workspace, change.message) }];
    case 'ephemeral-deleted':
      return change.user === user.id
        ? [{ type: 'message_deleted', channel: change.channel, ts: change.ts }]
        : [];
    case 'channel': {
      const channel = workspace.channels.get(change.id);
      return channel && maySeeChannel(channel, user)
        ? [{ type: 'channel', channel: showChannel(slack, channel, user) }]
        : [];
    }
    case 'users':
      return [{ type: 'users', users: workspace.users.all().map((one) => showUser(workspace, one)) }];
    case 'views':
      return change.user === user.id
        ? [{ type: 'views', views: stackOf(workspace, user.id).map(showView) }]
        : [];
    case 'home': {
      const home = workspace.homes.get(user.id);
      return change.user === user.id ? [{ type: 'home', home: home ? showView(home) : null }] : [];
    }
    case 'connections':
      return [];
    case 'clock':
      return [{ type: 'clock', now: workspace.clock.now() }];
    case 'stage':
      return [{ type: 'stage', stage: slack.theatre.now() }];
  }
}

function messageChanges(
  slack: Slack,
  user: User,
  change: Extract<StateChange, { type: 'message' }>,
): Change[] {
  const { workspace } = slack;
  const channel = workspace.channels.get(change.channel);
  const message = workspace.messages.find(change.channel, change.ts);
  if (!channel || !message || !maySeeChannel(channel, user)) return [];
  const shown: Change = { type: 'message', message: showMessage(workspace, message) };
  if (!change.isNew) return [shown];
  return [
    shown,
    { type: 'channel', channel: showChannel(slack, channel, user) },
    ...noticeOf(slack, user, channel, message),
  ];
}

function noticeOf({ workspace }: Slack, user: User, channel: Channel, message: Message): Change[] {
  if (message.user === user.id || !channel.members.includes(user.id)) return [];
  const kind = channel.kind === 'im' ? 'dm' : mentions(workspace, message, user) ? 'mention' : null;
  if (kind === null) return [];
  const sender = workspace.users.get(message.user)?.realName ?? '';
  return [{ type: 'notice', kind, text: `${sender}: ${message.text}`, channel: channel.id, ts: message.ts }];
}
