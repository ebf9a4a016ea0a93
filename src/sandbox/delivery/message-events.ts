import { type Fields, listOf } from '../json.ts';
import type { Slack } from '../slack.ts';
import { messageJson } from '../slack-json.ts';
import type { Channel, Message } from '../state/records.ts';

const subscriptionOf = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;
const channelTypeOf = { public: 'channel', private: 'group', im: 'im' } as const;

function publish(slack: Slack, channel: Channel, event: Fields): void {
  slack.events.publish(
    subscriptionOf[channel.kind],
    { type: 'message', ...event, channel: channel.id, channel_type: channelTypeOf[channel.kind] },
    channel,
  );
}

/** A new message, by a person or by the app itself (then it carries a `bot_id`). */
export function publishPosted(slack: Slack, channel: Channel, message: Message): void {
  const json = messageJson(slack, message, true);
  const subtype = message.files.length > 0 && !message.byApp ? { subtype: 'file_share' } : {};
  publish(slack, channel, { ...json, ...subtype, event_ts: message.ts });
  if (message.byApp || channel.kind === 'im' || !message.text.includes(`<@${slack.app.botUserId}>`)) return;
  slack.events.publish(
    'app_mention',
    { ...json, type: 'app_mention', channel: channel.id, event_ts: message.ts },
    channel,
  );
}

/** `previous` is the message's JSON from before the change, `tombstones` what is left of files that it held. */
export function publishChanged(
  slack: Slack,
  channel: Channel,
  message: Message,
  previous: Fields,
  tombstones: readonly Fields[] = [],
): void {
  const ts = slack.workspace.newTs();
  const json = messageJson(slack, message, true);
  publish(slack, channel, {
    subtype: 'message_changed',
    hidden: true,
    message: tombstones.length > 0 ? { ...json, files: [...listOf(json.files), ...tombstones] } : json,
    previous_message: previous,
    ts,
    event_ts: ts,
  });
}

/** Where replies still stand, a tombstone stays, which is a change. */
export function publishDeleted(slack: Slack, channel: Channel, message: Message, previous: Fields): void {
  if (message.tombstone) {
    publishChanged(slack, channel, message, previous);
    return;
  }
  const ts = slack.workspace.newTs();
  publish(slack, channel, {
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: previous.ts,
    previous_message: previous,
    ts,
    event_ts: ts,
  });
}
