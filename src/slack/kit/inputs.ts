import type { Datepicker, PlainTextInput, PlainTextOption, RadioButtons, StaticSelect } from '@slack/types';
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

export function radioInput(choices: readonly Choice[], initial: string | null = null): RadioButtons {
  const options = choices.map(optionOf);
  const chosen = options.find(({ value }) => value === initial);
  return { type: 'radio_buttons', options, ...(chosen && { initial_option: chosen }) };
}

function optionOf({ value, text, line }: Choice): PlainTextOption & { value: string } {
  return {
    value,
    text: plain(text, limits.optionText),
    ...(line && { description: plain(line, limits.optionDescription) }),
  };
}
