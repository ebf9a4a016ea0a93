import { joinChannel } from '../deeds/membership.ts';
import type { Slack } from '../slack.ts';
import { channelJson, messageJson } from '../slack-json.ts';
import { findDirectMessage, openDirectMessage } from '../state/channels.ts';
import { isVisible, visibleReplies, visibleTopLevel } from '../state/messages.ts';
import type { Channel, Message } from '../state/records.ts';
import { type Arguments, refuse } from './call.ts';
import { joinedChannel, knownChannel, type Methods, needScope, paged, scopePrefix } from './method.ts';

type Kind = Channel['kind'];

function wantedKinds(slack: Slack, args: Arguments): Set<Kind> {
  const kinds = new Set<Kind>();
  for (const type of (args.text('types') ?? 'public_channel').split(',').map((part) => part.trim())) {
    if (type === 'public_channel') kinds.add('public');
    else if (type === 'private_channel') kinds.add('private');
    else if (type === 'im') kinds.add('im');
    else if (type !== 'mpim') refuse('invalid_types');
  }
  for (const kind of kinds) needScope(slack, `${scopePrefix[kind]}:read`);
  return kinds;
}

/** Conversations of these kinds that the app may know of. */
function knownChannels(slack: Slack, args: Arguments): Channel[] {
  const kinds = wantedKinds(slack, args);
  return slack.workspace.channels
    .all()
    .filter(
      ({ kind, members }) => kinds.has(kind) && (kind === 'public' || members.includes(slack.app.botUserId)),
    )
    .filter(({ isArchived }) => !(args.flag('exclude_archived') && isArchived));
}

/** `oldest` and `latest` exclude their own instant unless `inclusive`. */
function withinTimes(messages: readonly Message[], args: Arguments): Message[] {
  const oldest = args.text('oldest') ?? '0';
  const latest = args.text('latest');
  const inclusive = args.flag('inclusive');
  return messages.filter(({ ts }) => {
    const atStart = compareTs(ts, oldest);
    const atEnd = latest === undefined ? -1 : compareTs(ts, latest);
    return inclusive ? atStart >= 0 && atEnd <= 0 : atStart > 0 && atEnd < 0;
  });
}

export function compareTs(one: string, other: string): number {
  return Number(one) - Number(other);
}

const read = ['channels:read', 'groups:read', 'im:read'];
const history = ['channels:history', 'groups:history', 'im:history'];

export const conversationMethods: Methods = {
  'conversations.list': {
    scopes: read,
    tier: 'tier2',
    token: 'bot',
    run(slack, args) {
      const { items, cursor } = paged(knownChannels(slack, args), args, { usual: 100, most: 1000 });
      return {
        channels: items.map((channel) => channelJson(channel, slack.app, true)),
        response_metadata: { next_cursor: cursor },
      };
    },
  },
  'users.conversations': {
    scopes: read,
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const user = args.text('user') ?? slack.app.botUserId;
      if (!slack.workspace.users.get(user)) return refuse('user_not_found');
      const joined = knownChannels(slack, args).filter(({ members }) => members.includes(user));
      const { items, cursor } = paged(joined, args, { usual: 100, most: 999 });
      return {
        channels: items.map((channel) => channelJson(channel, slack.app, false)),
        response_metadata: { next_cursor: cursor },
      };
    },
  },
  'conversations.info': {
    scopes: read,
    tier: 'tier3',
    token: 'bot',
    run: (slack, args) => ({
      channel: channelJson(
        knownChannel(slack, args.required('channel'), 'read'),
        slack.app,
        args.flag('include_num_members'),
      ),
    }),
  },
  'conversations.members': {
    scopes: read,
    tier: 'tier4',
    token: 'bot',
    run(slack, args) {
      const { members } = knownChannel(slack, args.required('channel'), 'read');
      const { items, cursor } = paged(members, args, { usual: 100, most: 1000 });
      return { members: items, response_metadata: { next_cursor: cursor } };
    },
  },
  'conversations.open': {
    scopes: ['im:write'],
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const { workspace, app } = slack;
      if (args.has('channel')) {
        const known = joinedChannel(slack, args.required('channel'), null);
        return { no_op: true, already_open: true, channel: { id: known.id } };
      }
      const [name, ...others] = args.list('users');
      // Group conversations have a scope of their own, which this sandbox never grants.
      if (others.length > 0)
        return refuse('missing_scope', { needed: 'mpim:write', provided: [...app.scopes].join(',') });
      const user = workspace.users.get(name ?? '') ?? refuse('user_not_found');
      if (user.deleted) return refuse('user_disabled');
      if (user.id === app.botUserId) return refuse('cannot_dm_bot');
      const bot = workspace.users.get(app.botUserId) ?? refuse('user_not_found');
      const already = findDirectMessage(workspace, bot.id, user.id);
      const channel = already ?? openDirectMessage(workspace, bot, user);
      return {
        ...(already && { no_op: true, already_open: true }),
        channel: args.flag('return_im') ? channelJson(channel, app, false) : { id: channel.id },
      };
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const channel = knownChannel(slack, args.required('channel'), null);
      if (channel.kind !== 'public') return refuse('method_not_supported_for_channel_type');
      if (channel.isArchived) return refuse('is_archived');
      const bot = slack.workspace.users.get(slack.app.botUserId) ?? refuse('user_not_found');
      joinChannel(slack, channel, bot);
      return { channel: channelJson(channel, slack.app, false) };
    },
  },
  'conversations.history': {
    scopes: history,
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const channel = joinedChannel(slack, args.required('channel'), 'history');
      const all = withinTimes(visibleTopLevel(slack.workspace, channel.id), args).reverse();
      const { items, cursor } = paged(all, args, { usual: 100, most: 999 });
      const withMetadata = args.flag('include_all_metadata');
      return {
        messages: items.map((message) => messageJson(slack, message, withMetadata)),
        has_more: cursor !== '',
        pin_count: 0,
        ...(cursor !== '' && { response_metadata: { next_cursor: cursor } }),
      };
    },
  },
  'conversations.replies': {
    scopes: history,
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const { workspace } = slack;
      const channel = joinedChannel(slack, args.required('channel'), 'history');
      const found = workspace.messages.find(channel.id, args.required('ts'));
      if (!found || !isVisible(workspace, found)) return refuse('thread_not_found');
      // A reply's own ts answers with that reply alone.
      const replies = withinTimes(visibleReplies(workspace, channel.id, found.ts), args);
      const { items, cursor } = paged([found, ...replies], args, { usual: 1000, most: 1000 });
      const withMetadata = args.flag('include_all_metadata');
      return {
        messages: items.map((message) => messageJson(slack, message, withMetadata)),
        has_more: cursor !== '',
        ...(cursor !== '' && { response_metadata: { next_cursor: cursor } }),
      };
    },
  },
};
