import type { HomeView, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { PersonId } from '../domain/person.ts';
import type { Desk } from '../usecases/desk.ts';

/** A message of ours. `text` is what notifications and screen readers get; it says the same in short. */
export interface Message {
  text: string;
  blocks: KnownBlock[];
}

/** A modal whose blocks the compiler checks: `ModalView` accepts any. */
export type Modal = Omit<ModalView, 'blocks'> & { blocks: KnownBlock[] };
export type HomeTab = Omit<HomeView, 'blocks'> & { blocks: KnownBlock[] };

/** What a handler is told about whoever did something in Slack. */
export interface Call {
  desk: Desk;
  person: PersonId;
  /** Names this delivery: doing it again under the same cause has no second effect. */
  cause: string;
}

export interface CommandCall extends Call {
  /** What stands behind the command, without the subcommand's own word. */
  words: string;
}

export interface ActionCall extends Call {
  /** The element's own value, an option's value, or null. */
  value: string | null;
  /** Values of all chosen options (checkboxes, multi-selects). */
  chosen: string[];
  /** Set when the element stood in a modal: what its inputs hold, and its metadata. */
  view: { metadata: string; values: ViewValues; id: string } | null;
  /** Set when the element stood in a message. */
  message: { channel: string; ts: string } | null;
}

/** A shortcut was used: from anywhere, or on a message. */
export interface ShortcutCall extends Call {
  message: ShortcutMessage | null;
}

export interface ShortcutMessage {
  /** In Slack's own markup. */
  text: string;
  /** Null if it is of an app. */
  author: PersonId | null;
  /** A link that leads back to it. */
  link: string;
}

export interface SubmissionCall extends Call {
  /** The modal's `private_metadata`, as we wrote it or as somebody altered it. */
  metadata: string;
  values: ViewValues;
}

/** Somebody types into a menu whose choices we are asked for. */
export interface OptionsCall extends Omit<Call, 'cause'> {
  typed: string;
}

/** A file in a window or a message. Of one that was deleted, or that has to be looked up, there is little beside its id. */
export interface SlackFile {
  id: string;
  name?: string | null | undefined;
  title?: string | null | undefined;
  size?: number | undefined;
  mode?: string | undefined;
}

/** block_id -> action_id -> what the input holds. Parsed at the door: only the fields that inputs of ours send. */
export type ViewValues = Record<
  string,
  Record<
    string,
    {
      value?: string | null | undefined;
      selected_date?: string | null | undefined;
      selected_time?: string | null | undefined;
      selected_user?: string | null | undefined;
      selected_users?: string[] | undefined;
      selected_conversation?: string | null | undefined;
      selected_channel?: string | null | undefined;
      selected_option?: { value: string } | null | undefined;
      selected_options?: { value: string }[] | undefined;
      files?: SlackFile[] | undefined;
    }
  >
>;

/**
 * What a handler answers; the listener turns it into the ack or the call that Slack wants for the payload at hand.
 * `tell` is for this person's eyes only. `errors` are sentences by the block_id of their input.
 */
export type Answer =
  | { kind: 'nothing' }
  /** `replaces`: instead of the message whose button was pressed. */
  | { kind: 'tell'; message: Message; replaces?: boolean }
  | { kind: 'open'; modal: Modal }
  | { kind: 'update'; modal: Modal }
  | { kind: 'errors'; errors: Record<string, string> };

export type CommandHandler = (call: CommandCall) => Promise<Answer>;
export type ActionHandler = (call: ActionCall) => Promise<Answer>;
export type ShortcutHandler = (call: ShortcutCall) => Promise<Answer>;
export type SubmissionHandler = (call: SubmissionCall) => Promise<Answer>;
/** The best first; Slack shows a hundred at most. */
export type OptionsHandler = (call: OptionsCall) => Promise<PlainTextOption[]>;

export const nothing: Answer = { kind: 'nothing' };

/** Names the sending of a window, however often it is sent or drawn anew. */
export function causeOfSending(view: string, callback: string): string {
  return `view:${view}:${callback}`;
}

/**
 * What one conversation answers: subcommands by their word, actions and menus' options by action_id, shortcuts and
 * modals by callback_id.
 */
export interface Routes {
  commands?: Record<string, CommandHandler>;
  shortcuts?: Record<string, ShortcutHandler>;
  actions?: Record<string, ActionHandler>;
  options?: Record<string, OptionsHandler>;
  submissions?: Record<string, SubmissionHandler>;
}
