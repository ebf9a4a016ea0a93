import { doDeed } from '../deeds/do.ts';
import { say } from '../deeds/messages.ts';
import type { Slack } from '../slack.ts';
import { isVisible, visibleReplies } from '../state/messages.ts';
import type { Message, User } from '../state/records.ts';
import { type FileToGive, upload } from './element-value.ts';
import { orThrow, type Screen, SlackSaid, screen, untilScreen } from './screen.ts';
import { mrkdwnText } from './visible-text.ts';

/** A message as one person sees it; it follows the message's changes. */
export interface MessageCard extends Screen {
  channel: string;
  ts: string;
  /** The stored record, with its metadata. Throws if it was deleted. */
  message(): Message;
  /** The plain text that goes with the blocks, as sent. */
  text(): string;
  isDeleted(): boolean;
  reactions(): Record<string, string[]>;
  react(name: string): Promise<void>;
  unreact(name: string): Promise<void>;
  /** The replies that are there now. */
  thread(): MessageCard[];
  /** Answers in the message's thread. */
  reply(text: string, options?: { files: readonly FileToGive[] }): Promise<MessageCard>;
  /** The names of its files. */
  files(): string[];
  /** Uses a message shortcut on it. */
  shortcut(callbackId: string): Promise<void>;
  waitUntil(satisfied: (card: MessageCard) => boolean): Promise<MessageCard>;
}

export function messageCard(
  slack: Slack,
  user: User,
  { channel, ts }: Pick<Message, 'channel' | 'ts'>,
): MessageCard {
  const { workspace } = slack;

  function find(): Message | undefined {
    const found =
      workspace.messages.find(channel, ts) ??
      workspace.ephemerals.find((one) => one.ts === ts && one.ephemeralFor === user.id);
    return found && isVisible(workspace, found) ? found : undefined;
  }

  function message(): Message {
    const found = find();
    if (!found) throw new Error(`the message ${ts} in ${channel} was deleted`);
    return found;
  }

  const shown = screen({
    slack,
    user,
    blocks: () => message().blocks,
    place: () => ({ in: 'message', channel, ts }),
  });

  const card: MessageCard = {
    ...shown,
    channel,
    ts,
    message,
    text: () => message().text,
    plain: () => (message().blocks.length > 0 ? shown.plain() : mrkdwnText(workspace, user, message().text)),
    isDeleted: () => find() === undefined || message().tombstone,
    reactions: () =>
      Object.fromEntries(
        message().reactions.map(({ name, users }) => [
          name,
          users.map((id) => workspace.users.get(id)?.name ?? id),
        ]),
      ),
    react: async (name) => orThrow(await doDeed(slack, user, { do: 'react', channel, ts, name })),
    unreact: async (name) => orThrow(await doDeed(slack, user, { do: 'unreact', channel, ts, name })),
    thread: () => visibleReplies(workspace, channel, ts).map((reply) => messageCard(slack, user, reply)),
    files: () =>
      message().files.flatMap((id) => {
        const file = workspace.files.get(id);
        return file ? [file.name] : [];
      }),
    async reply(text, options) {
      const place = workspace.channels.get(channel);
      if (!place?.members.includes(user.id)) throw new Error(`${user.name} is not in ${channel}`);
      const fileIds = options?.files.map((file) => upload(slack, user, file)) ?? [];
      const said = say(slack, user, place, { text, threadTs: ts, fileIds });
      if ('error' in said) throw new SlackSaid(said.error);
      return messageCard(slack, user, said.message);
    },
    shortcut: async (callbackId) =>
      orThrow(await doDeed(slack, user, { do: 'message-shortcut', callbackId, channel, ts })),
    waitUntil: (satisfied) => untilScreen(slack, card, satisfied),
  };
  return card;
}
