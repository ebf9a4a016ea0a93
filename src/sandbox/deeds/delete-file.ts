import { publishChanged, publishDeleted } from '../delivery/message-events.ts';
import type { Slack } from '../slack.ts';
import { messageJson, tombstoneJson } from '../slack-json.ts';
import { deleteMessage, saveMessage } from '../state/messages.ts';
import type { Channel, Message, StoredFile } from '../state/records.ts';

/** A file goes from everywhere at once. A message that was nothing but this file goes with it. */
export function deleteFile(slack: Slack, file: StoredFile): void {
  const { workspace } = slack;
  const places = file.channels.flatMap((id) => {
    const channel = workspace.channels.get(id);
    if (!channel) return [];
    const holding = workspace.messages.inChannel(id).filter(({ files }) => files.includes(file.id));
    return holding.map((message) => ({ channel, message, previous: messageJson(slack, message, true) }));
  });
  workspace.files.remove(file.id);
  for (const { channel, message, previous } of places) takeFrom(slack, channel, message, previous, file);
  const ts = workspace.newTs();
  slack.events.publish(
    'file_deleted',
    { type: 'file_deleted', file_id: file.id, channel_ids: file.channels, event_ts: ts },
    null,
  );
}

function takeFrom(
  slack: Slack,
  channel: Channel,
  message: Message,
  previous: ReturnType<typeof messageJson>,
  file: StoredFile,
): void {
  message.files = message.files.filter((id) => id !== file.id);
  if (message.files.length === 0 && message.text === '' && message.blocks.length === 0) {
    deleteMessage(slack.workspace, message);
    publishDeleted(slack, channel, message, previous);
    return;
  }
  saveMessage(slack.workspace, message);
  publishChanged(slack, channel, message, previous, [tombstoneJson(file)]);
}
