import { deleteFile } from '../deeds/delete-file.ts';
import { doDeed, openAppHome } from '../deeds/do.ts';
import { markRead, say } from '../deeds/messages.ts';
import type { Slack } from '../slack.ts';
import { findChannel, findDirectMessage, openDirectMessage } from '../state/channels.ts';
import { isVisible, visibleTopLevel } from '../state/messages.ts';
import type { Channel, Message, StateChange, User } from '../state/records.ts';
import { stackOf } from '../state/views.ts';
import { type FileToGive, upload } from './element-value.ts';
import { type MessageCard, messageCard } from './message-card.ts';
import { type HomeScreen, homeOf, type Modal, modalOf } from './modal.ts';
import { orThrow, SlackSaid } from './screen.ts';
import { until } from './until.ts';

/** `dm` is the direct message with the app; else an id or `#name`. */
export type Place = string;

export interface MessageSearch {
  /** `dm` if absent. */
  in?: Place;
  /** Against the visible words and the plain text. */
  matching?: RegExp | string;
  /** Only in the thread of this message. */
  threadOf?: MessageCard;
  /** Only newer than this message. */
  after?: MessageCard;
}

/** One of the cast, at a Slack client. What Slack refuses is thrown as `SlackSaid` with the sentence that a person would read. */
export interface Person {
  id: string;
  name: string;
  tz: string;
  /** Types a command; answers the ephemeral message that the app acknowledged with, if any. */
  slash(command: string, text?: string, options?: { in: Place }): Promise<MessageCard | undefined>;
  /** The open modal, or the next one that opens; with a title, the next one with that title. */
  modal(title?: RegExp | string): Promise<Modal>;
  hasModal(): boolean;
  /** Opens the app's Home and answers it as soon as there is one. */
  home(): Promise<HomeScreen>;
  /** Opens the direct message with the app. */
  opensMessagesTab(): void;
  /** Looks at a conversation, which reads what is there; answers its id. */
  opens(place: Place): string;
  /** A conversation's id, without a look at it. */
  idOf(place: Place): string;
  waitForMessage(search?: MessageSearch): Promise<MessageCard>;
  /** The newest that matches now. */
  findMessage(search?: MessageSearch): MessageCard | undefined;
  /** What stands in a conversation, oldest first. Throws if the person is not in it. */
  sees(place: Place): MessageCard[];
  dm(): MessageCard[];
  ephemerals(): MessageCard[];
  waitForEphemeral(matching: RegExp | string): Promise<MessageCard>;
  says(place: Place, text: string, options?: { files: readonly FileToGive[] }): Promise<MessageCard>;
  edits(card: MessageCard, text: string): Promise<void>;
  deletes(card: MessageCard): Promise<void>;
  /** Takes one of this person's files out of a message, which deletes it. */
  deletesFile(card: MessageCard, name: string): void;
  shortcut(callbackId: string): Promise<void>;
  /** The same message through this person's eyes. */
  looksAt(card: MessageCard): MessageCard;
}

function matches(pattern: RegExp | string | undefined, text: string): boolean {
  if (pattern === undefined) return true;
  return typeof pattern === 'string'
    ? text.includes(pattern)
    : new RegExp(pattern.source, pattern.flags.replace('g', '')).test(text);
}

export function person(slack: Slack, user: User): Person {
  const { workspace, app } = slack;

  function appDm(): Channel | undefined {
    return findDirectMessage(workspace, user.id, app.botUserId);
  }

  function openAppDm(): Channel {
    const bot = workspace.users.get(app.botUserId);
    if (!bot) throw new Error('the app has no bot user');
    return openDirectMessage(workspace, user, bot);
  }

  /** Undefined only for the direct message with the app while there is none. */
  function placeOf(place: Place): Channel | undefined {
    if (place === 'dm') return appDm();
    const channel = findChannel(workspace, place);
    if (!channel) throw new Error(`the sandbox has no conversation ${place}`);
    if (!channel.members.includes(user.id))
      throw new Error(`${user.name} is not in ${place} and sees nothing there`);
    return channel;
  }

  function fits(search: MessageSearch, message: Message): MessageCard | undefined {
    if (!isVisible(workspace, message) || (search.after && message.ts <= search.after.ts)) return undefined;
    const card = messageCard(slack, user, message);
    return matches(search.matching, `${card.plain()}\n${card.text()}`) ? card : undefined;
  }

  function find(search: MessageSearch): MessageCard | undefined {
    const { threadOf } = search;
    const channel = placeOf(threadOf?.channel ?? search.in ?? 'dm');
    if (!channel) return undefined;
    const all = threadOf
      ? workspace.messages.replies(channel.id, threadOf.ts)
      : workspace.messages.inChannel(channel.id);
    for (const message of all.toReversed()) {
      const card = fits(search, message);
      if (card) return card;
    }
    return undefined;
  }

  /** Only what this change brought, so that a wait in a long channel stays cheap. */
  function findIn(search: MessageSearch, change: StateChange): MessageCard | undefined {
    if (change.type !== 'message') return undefined;
    const { threadOf } = search;
    if (change.channel !== placeOf(threadOf?.channel ?? search.in ?? 'dm')?.id) return undefined;
    const message = workspace.messages.find(change.channel, change.ts);
    return message && (!threadOf || message.threadTs === threadOf.ts) ? fits(search, message) : undefined;
  }

  function topLevel(place: Place): MessageCard[] {
    const channel = placeOf(place);
    return channel
      ? visibleTopLevel(workspace, channel.id).map((message) => messageCard(slack, user, message))
      : [];
  }

  function ephemerals(): MessageCard[] {
    return workspace.ephemerals
      .filter(({ ephemeralFor }) => ephemeralFor === user.id)
      .map((message) => messageCard(slack, user, message));
  }

  const listing = (all: readonly MessageCard[]) =>
    all.map((card) => `- ${card.plain()}`).join('\n') || '(nothing)';
  const screenNow = () => {
    const titles = stackOf(workspace, user.id).map(({ title }) => `modal "${title?.text}"`);
    const said = ephemerals().map((card) => `only ${user.name} sees: ${card.plain()}`);
    return [...titles, ...said, ...slack.violations].join('\n') || '(no modal, no message)';
  };

  return {
    id: user.id,
    name: user.name,
    tz: user.tz,
    async slash(command, text = '', options) {
      const channel = options ? placeOf(options.in) : undefined;
      const before = new Set(workspace.ephemerals);
      orThrow(
        await doDeed(slack, user, { do: 'slash', channel: (channel ?? openAppDm()).id, command, text }),
      );
      const seen = workspace.ephemerals.find((one) => !before.has(one) && one.ephemeralFor === user.id);
      return seen && messageCard(slack, user, seen);
    },
    modal: (title) =>
      until(slack, {
        now() {
          const top = stackOf(workspace, user.id).at(-1);
          return top && matches(title, top.title?.text ?? '') ? modalOf(slack, user, top.id) : undefined;
        },
        what: `${user.name} to see a modal${title === undefined ? '' : ` "${title}"`}`,
        instead: screenNow,
      }),
    hasModal: () => stackOf(workspace, user.id).length > 0,
    home() {
      openAppHome(slack, user, 'home');
      return until(slack, {
        now() {
          const view = workspace.homes.get(user.id);
          return view && homeOf(slack, user, view.id);
        },
        what: `${user.name} to see the app's Home`,
        instead: screenNow,
      });
    },
    opensMessagesTab: () => openAppHome(slack, user, 'messages'),
    opens(place) {
      const channel = placeOf(place) ?? openAppDm();
      markRead(slack, user, channel);
      return channel.id;
    },
    idOf: (place) => (placeOf(place) ?? openAppDm()).id,
    waitForMessage: (search = {}) =>
      until(slack, {
        now: () => find(search),
        after: (change) => findIn(search, change),
        what: `${user.name} to see a message matching ${search.matching ?? 'anything'} in ${search.in ?? 'dm'}`,
        instead: () => listing(search.threadOf?.thread() ?? topLevel(search.in ?? 'dm')),
      }),
    findMessage: (search = {}) => find(search),
    sees: topLevel,
    dm: () => topLevel('dm'),
    ephemerals,
    waitForEphemeral: (matching) =>
      until(slack, {
        now: () => ephemerals().findLast((card) => matches(matching, `${card.plain()}\n${card.text()}`)),
        what: `${user.name} to see an ephemeral message matching ${matching}`,
        instead: () => listing(ephemerals()),
      }),
    async says(place, text, options) {
      const fileIds = options?.files.map((file) => upload(slack, user, file)) ?? [];
      const said = say(slack, user, placeOf(place) ?? openAppDm(), { text, fileIds });
      if ('error' in said) throw new SlackSaid(said.error);
      return messageCard(slack, user, said.message);
    },
    edits: async ({ channel, ts }, text) =>
      orThrow(await doDeed(slack, user, { do: 'edit', channel, ts, text })),
    deletes: async ({ channel, ts }) => orThrow(await doDeed(slack, user, { do: 'delete', channel, ts })),
    deletesFile(card, name) {
      const files = card.message().files.map((id) => workspace.files.get(id));
      const file = files.find((each) => each?.name === name && each.user === user.id);
      if (!file) throw new SlackSaid(`You have no file ${name} there.`);
      deleteFile(slack, file);
    },
    shortcut: async (callbackId) => orThrow(await doDeed(slack, user, { do: 'global-shortcut', callbackId })),
    looksAt(card) {
      placeOf(card.channel);
      return messageCard(slack, user, card);
    },
  };
}
