import { react, unreact } from '../deeds/reactions.ts';
import type { Slack } from '../slack.ts';
import { messageJson } from '../slack-json.ts';
import { isVisible } from '../state/messages.ts';
import type { Channel, Message } from '../state/records.ts';
import { type Arguments, refuse } from './call.ts';
import { joinedChannel, type Methods } from './method.ts';

function reactedMessage(slack: Slack, args: Arguments): { channel: Channel; message: Message } {
  if (!args.has('channel') || !args.has('timestamp')) return refuse('no_item_specified');
  const channel = joinedChannel(slack, args.required('channel'), null);
  const message = slack.workspace.messages.find(channel.id, args.required('timestamp'));
  if (!message || message.tombstone || !isVisible(slack.workspace, message))
    return refuse('message_not_found');
  return { channel, message };
}

export const reactionMethods: Methods = {
  'reactions.add': {
    scopes: ['reactions:write'],
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const { channel, message } = reactedMessage(slack, args);
      if (channel.isArchived) return refuse('is_archived');
      const refusal = react(slack, channel, message, slack.app.botUserId, args.required('name'));
      return refusal ? refuse(refusal) : {};
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    tier: 'tier2',
    token: 'bot',
    run(slack, args) {
      const { channel, message } = reactedMessage(slack, args);
      const refusal = unreact(slack, channel, message, slack.app.botUserId, args.required('name'));
      return refusal ? refuse(refusal) : {};
    },
  },
  'reactions.get': {
    scopes: ['reactions:read'],
    tier: 'tier3',
    token: 'bot',
    run(slack, args) {
      const { channel, message } = reactedMessage(slack, args);
      return { type: 'message', channel: channel.id, message: messageJson(slack, message, false) };
    },
  },
};
