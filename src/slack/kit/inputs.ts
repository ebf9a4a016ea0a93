import type {
  Checkboxes,
  ConversationsSelect,
  Datepicker,
  ExternalSelect,
  FileInput,
  MultiStaticSelect,
  MultiUsersSelect,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  URLInput,
  UsersSelect,
} from '@slack/types';
import type { LocalDate } from '../../domain/time.ts';
import { plain } from './blocks.ts';
import { cut } from './cut.ts';
import { limits } from './limits.ts';

/** The elements of our inputs; `input` gives them their action_id. */

export interface TextOptions {
  multiline?: boolean;
  most?: number;
  initial?: string | null;
  placeholder?: string;
}

export function textInput(options: TextOptions = {}): PlainTextInput {
  const { multiline = false, most = limits.inputText, initial, placeholder } = options;
  return {
    type: 'plain_text_input',
    multiline,
    max_length: most,
    ...(initial && { initial_value: cut(initial, most) }),
    ...(placeholder && { placeholder: plain(placeholder, limits.placeholder) }),
  };
}

export function dateInput(initial: LocalDate | null = null): Datepicker {
  return { type: 'datepicker', ...(initial && { initial_date: initial }) };
}

export function linkInput(): URLInput {
  return { type: 'url_text_input' };
}

/** As many as Slack's own limit. */
export function fileInput(): FileInput {
  return { type: 'file_input', max_files: limits.inputFiles };
}

export interface Choice {
  value: string;
  text: string;
  /** A second line, smaller. */
  line?: string;
}

export function selectInput(choices: readonly Choice[], initial: string | null = null): StaticSelect {
  const options = choices.map(optionOf);
  const chosen = options.find(({ value }) => value === initial);
  return { type: 'static_select', options, ...(chosen && { initial_option: chosen }) };
}

/** Several of many. */
export function severalInput(choices: readonly Choice[], most: number): MultiStaticSelect {
  return { type: 'multi_static_select', options: choices.map(optionOf), max_selected_items: most };
}

export function radioInput(choices: readonly Choice[], initial: string | null = null): RadioButtons {
  const options = choices.map(optionOf);
  const chosen = options.find(({ value }) => value === initial);
  return { type: 'radio_buttons', options, ...(chosen && { initial_option: chosen }) };
}

export function boxesInput(choices: readonly Choice[], initial: readonly string[] = []): Checkboxes {
  const options = choices.map(optionOf);
  const chosen = options.filter(({ value }) => initial.includes(value));
  return { type: 'checkboxes', options, ...(chosen.length > 0 && { initial_options: chosen }) };
}

/** A menu whose choices are searched for, from the first letter on. See `options` in the table of routes. */
export function searchInput(placeholder: string, initial: Choice | null = null): ExternalSelect {
  return {
    type: 'external_select',
    min_query_length: 1,
    placeholder: plain(placeholder, limits.placeholder),
    ...(initial && { initial_option: optionOf(initial) }),
  };
}

/** `initial` is a user id. */
export function personInput(initial: string | null = null): UsersSelect {
  return { type: 'users_select', ...(initial && { initial_user: initial }) };
}

/** `initial` is a channel's id. */
export function channelInput(initial: string | null = null): ConversationsSelect {
  return {
    type: 'conversations_select',
    filter: { include: ['private', 'public'], exclude_bot_users: true },
    ...(initial && { initial_conversation: initial }),
  };
}

export function peopleInput(initial: readonly string[] = []): MultiUsersSelect {
  return { type: 'multi_users_select', ...(initial.length > 0 && { initial_users: [...initial] }) };
}

export function optionOf({ value, text, line }: Choice): PlainTextOption & { value: string } {
  return {
    value,
    text: plain(text, limits.optionText),
    ...(line && { description: plain(line, limits.optionDescription) }),
  };
}
