import { publishChanged, publishDeleted, publishPosted } from '../delivery/message-events.ts';
import type { Slack } from '../slack.ts';
import { messageJson } from '../slack-json.ts';
import { openDirectMessage } from '../state/channels.ts';
import {
  addEphemeral,
  addMessage,
  deleteMessage,
  isVisible,
  saveMessage,
  withIds,
} from '../state/messages.ts';
import type { Channel, Message } from '../state/records.ts';
import { type Arguments, refuse } from './call.ts';
import { messageBlocks, readContent, readMetadata } from './message-content.ts';
import { joinedChannel, knownChannel, type Methods } from './method.ts';

/** Where the app may post: a person's id stands for the direct message with that person. */
function postingChannel(slack: Slack, target: string): Channel {
  const { workspace, app } = slack;
  const user = workspace.users.get(target);
  const bot = workspace.users.get(app.botUserId);
  if (user && bot) return openDirectMessage(workspace, bot, user);
  const channel = joinedOrPublic(slack, target);
  if (channel.isArchived) return refuse('is_archived');
  return channel;
}

function joinedOrPublic(slack: Slack, target: string): Channel {
  const channel = knownChannel(slack, target, null);
  if (channel.members.includes(slack.app.botUserId)) return channel;
  return slack.app.scopes.has('chat:write.public') ? channel : refuse('not_in_channel');
}

function threadOf(slack: Slack, channel: Channel, args: Arguments): string | null {
  const ts = args.text('thread_ts');
  if (ts === undefined) return null;
  const parent = slack.workspace.messages.find(channel.id, ts);
  return parent && parent.threadTs === null ? ts : refuse('thread_not_found');
}

function ownMessage(slack: Slack, channel: Channel, ts: string, otherwise: string): Message {
  const message = slack.workspace.messages.find(channel.id, ts);
  if (!message || message.tombstone) return refuse('message_not_found');
  return message.byApp ? message : refuse(otherwise);
}

export const chatMethods: Methods = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    tier: 'post',
    token: 'bot',
    run(slack, args) {
      const { workspace, app, faults } = slack;
      const channel = postingChannel(slack, args.required('channel'));
      const { text, blocks } = readContent(args);
      const metadata = readMetadata(args);
      const message = addMessage(workspace, {
        channel: channel.id,
        user: app.botUserId,
        byApp: true,
        text,
        blocks: withIds(workspace, blocks),
        threadTs: threadOf(slack, channel, args),
        broadcast: args.flag('reply_broadcast') && args.has('thread_ts'),
        metadata,
        hiddenFor: faults.lateness(),
      });
      publishPosted(slack, channel, message);
      return { channel: channel.id, ts: message.ts, message: messageJson(slack, message, true) };
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    tier: 'tier4',
    token: 'bot',
    run(slack, args) {
      const { workspace, app } = slack;
      const channel = postingChannel(slack, args.required('channel'));
      const user = args.required('user');
      if (!workspace.users.get(user)) return refuse('user_not_found');
      if (!channel.members.includes(user)) return refuse('user_not_in_channel');
      const { text, blocks } = readContent(args);
      const message = addEphemeral(workspace, user, {
        channel: channel.id,
        user: app.botUserId,
        byApp: true,
        text,
        blocks: withIds(workspace, blocks),
        threadTs: threadOf(slack, channel, args),
      });
      return { message_ts: message.ts };
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const { workspace, app } = slack;
      const channel = knownChannel(slack, args.required('channel'), null);
      const message = ownMessage(slack, channel, args.required('ts'), 'cant_update_message');
      if (channel.isArchived) return refuse('is_archived');
      if (!channel.members.includes(app.botUserId)) return refuse('not_in_channel');
      if (!args.has('text') && !args.has('blocks')) return refuse('no_text');
      const { text } = args.has('text') ? readContent(args) : message;
      const previous = messageJson(slack, message, true);
      // Blocks that are not sent are kept; an empty list takes them away.
      if (args.has('blocks')) {
        message.blocks = withIds(workspace, messageBlocks(args.structure('blocks', 'invalid_blocks_format')));
      }
      // Slack marks an app's message as edited when its text is what people read.
      if (message.blocks.length === 0 && text !== message.text) {
        message.edited = { user: app.botUserId, ts: workspace.newTs() };
      }
      message.text = text;
      const metadata = readMetadata(args);
      if (metadata) message.metadata = metadata;
      saveMessage(workspace, message);
      publishChanged(slack, channel, message, previous);
      return {
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        message: messageJson(slack, message, true),
      };
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const channel = knownChannel(slack, args.required('channel'), null);
      const message = ownMessage(slack, channel, args.required('ts'), 'cant_delete_message');
      const previous = messageJson(slack, message, true);
      deleteMessage(slack.workspace, message);
      publishDeleted(slack, channel, message, previous);
      return { channel: channel.id, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    scopes: [],
    tier: 'none',
    token: 'bot',
    run(slack, args) {
      const channel = joinedChannel(slack, args.required('channel'), null);
      const ts = args.required('message_ts');
      const message = slack.workspace.messages.find(channel.id, ts);
      if (!message || !isVisible(slack.workspace, message)) return refuse('message_not_found');
      const thread = message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
      return {
        channel: channel.id,
        permalink: `${slack.baseUrl}/archives/${channel.id}/p${ts.replace('.', '')}${thread}`,
      };
    },
  },
};
