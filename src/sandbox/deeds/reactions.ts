import { knownEmoji } from '../emoji.ts';
import type { Slack } from '../slack.ts';
import { saveMessage } from '../state/messages.ts';
import type { Channel, Message } from '../state/records.ts';

const mostKinds = 50;

type Refusal = 'invalid_name' | 'already_reacted' | 'no_reaction' | 'too_many_emoji';

function publish(
  slack: Slack,
  type: string,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
): void {
  slack.events.publish(
    type,
    {
      type,
      user,
      reaction: name,
      item: { type: 'message', channel: channel.id, ts: message.ts },
      item_user: message.user,
      event_ts: slack.workspace.newTs(),
    },
    channel,
  );
}

/** Adds a reaction by anyone, the app included; answers Slack's error code if it may not. */
export function react(
  slack: Slack,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
): Refusal | null {
  if (!knownEmoji(name)) return 'invalid_name';
  const reaction = message.reactions.find((one) => one.name === name);
  if (reaction?.users.includes(user)) return 'already_reacted';
  if (reaction) reaction.users.push(user);
  else if (message.reactions.length >= mostKinds) return 'too_many_emoji';
  else message.reactions.push({ name, users: [user] });
  saveMessage(slack.workspace, message);
  publish(slack, 'reaction_added', channel, message, user, name);
  return null;
}

export function unreact(
  slack: Slack,
  channel: Channel,
  message: Message,
  user: string,
  name: string,
): Refusal | null {
  const reaction = message.reactions.find((one) => one.name === name);
  if (!reaction?.users.includes(user)) return 'no_reaction';
  reaction.users = reaction.users.filter((one) => one !== user);
  message.reactions = message.reactions.filter(({ users }) => users.length > 0);
  saveMessage(slack.workspace, message);
  publish(slack, 'reaction_removed', channel, message, user, name);
  return null;
}
