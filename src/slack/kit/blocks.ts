import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  MrkdwnElement,
  PlainTextElement,
  RichTextBlock,
  RichTextElement,
  RichTextSection,
  SectionBlock,
  StaticSelect,
} from '@slack/types';
import { cut, cutMarkup } from './cut.ts';
import { literal, oneLine } from './escape.ts';
import { limits } from './limits.ts';

/** Our own words, with mentions and dates. What people typed belongs into `quote` or `passage`, or through `inline`. */
export function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text: cutMarkup(text, limits.sectionText), verbatim: true };
}

export function plain(text: string, most: number = limits.sectionText): PlainTextElement {
  return { type: 'plain_text', text: typedText(text, most), emoji: true };
}

/** Typed text where nothing is parsed. Slack takes none that is empty, and cleaning may leave nothing of one. */
export function typedText(text: string, most: number): string {
  const safe = cut(literal(text), most);
  return safe.trim() === '' ? '–' : safe;
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(oneLine(text), limits.headerText) };
}

export function section(text: string): SectionBlock {
  return { type: 'section', text: mrkdwn(text) };
}

export function context(...lines: string[]): ContextBlock {
  return { type: 'context', elements: lines.map(mrkdwn) };
}

/** No block at all if there is nothing to press. */
export function actions(elements: readonly ActionsBlockElement[]): ActionsBlock[] {
  return elements.length > 0 ? [{ type: 'actions', elements: [...elements] }] : [];
}

export interface ButtonOptions {
  style?: Button['style'];
  /** Asked before the click counts. */
  confirm?: { title: string; text: string; yes: string; no: string };
}

export function button(
  text: string,
  action: string,
  value: string,
  { style, confirm }: ButtonOptions = {},
): Button {
  return {
    type: 'button',
    text: plain(text, limits.buttonText),
    action_id: action,
    value,
    ...(style && { style }),
    ...(confirm && {
      confirm: {
        title: plain(confirm.title),
        text: plain(confirm.text),
        confirm: plain(confirm.yes),
        deny: plain(confirm.no),
      },
    }),
  };
}

/** A menu beside the buttons, for what is done less often. Each choice's value is the handler's to read. */
export function menu(
  placeholder: string,
  action: string,
  choices: readonly { text: string; value: string }[],
): StaticSelect[] {
  if (choices.length === 0) return [];
  return [
    {
      ...{ type: 'static_select', action_id: action, placeholder: plain(placeholder, limits.placeholder) },
      options: choices.map(({ text, value }) => ({ text: plain(text, limits.optionText), value })),
    },
  ];
}

export interface InputOptions {
  optional?: boolean;
  hint?: string | undefined;
  /** The action that tells us at once when it changes. */
  tells?: string;
}

/** An input is known by its block_id, to which field errors go. */
export function input(
  id: string,
  label: string,
  element: InputBlock['element'],
  { optional = false, hint, tells }: InputOptions = {},
): InputBlock {
  return {
    type: 'input',
    block_id: id,
    label: plain(label),
    element: { ...element, action_id: tells ?? id },
    optional,
    ...(hint && { hint: plain(hint, limits.inputHint) }),
    ...(tells && { dispatch_action: true }),
  };
}

/** What somebody typed, exactly as typed: rich_text parses nothing. */
export function quote(typed: string, most: number): RichTextBlock {
  const elements: RichTextElement[] = [{ type: 'text', text: typedText(typed, most) }];
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] };
}

/** The same without the bar of a quotation, under a heading of ours. */
export function passage(heading: string, typed: string, most: number): RichTextBlock {
  return passages([{ heading, typed }], most);
}

/** Several of them in one block, of which a message has room for few. */
export function passages(each: readonly { heading: string; typed: string }[], most: number): RichTextBlock {
  const sections = each.map(({ heading, typed }) =>
    richTextSection([
      { type: 'text', text: `${heading}\n`, style: { bold: true } },
      { type: 'text', text: typedText(typed, most) },
    ]),
  );
  return { type: 'rich_text', elements: sections };
}

export function richText(elements: RichTextElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [richTextSection(elements)] };
}

function richTextSection(elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}
