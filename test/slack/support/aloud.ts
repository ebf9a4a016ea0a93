import { expect } from 'vitest';
import { blocksTextTooLong, checkBlocks, checkView } from '../../../src/sandbox/block-kit/check.ts';
import type { Message, Modal } from '../../../src/slack/conversation.ts';

/** What somebody reads, block by block; also holds it against Slack's own limits. */
export function messageAloud({ text, blocks }: Message): string {
  expect(checkBlocks(blocks, 'message')).toEqual([]);
  expect(blocksTextTooLong(blocks)).toBe(false);
  return [`(${spoken(text)})`, ...blocks.map(blockAloud)].join('\n');
}

export function viewAloud(view: Modal | { type: 'home'; blocks: Modal['blocks'] }): string {
  expect(checkView(view, view.type === 'home' ? 'home' : 'modal')).toEqual([]);
  const frame = 'title' in view ? [`# ${view.title.text} [${view.submit?.text ?? view.close?.text}]`] : [];
  return [...frame, ...view.blocks.map(blockAloud)].join('\n');
}

function blockAloud(block: Modal['blocks'][number]): string {
  switch (block.type) {
    case 'header':
      return `# ${block.text.text}`;
    case 'divider':
      return '---';
    case 'input':
      return `${block.label.text}${block.optional ? ' (optional)' : ''}: ${elementAloud(block.element)}${
        block.hint ? `\n   ${block.hint.text}` : ''
      }`;
    case 'actions':
      return block.elements.map(elementAloud).join(' ');
    default:
      return texts(block).join(' | ');
  }
}

function elementAloud(element: object): string {
  const { type } = element as { type: string };
  if (type === 'button') return `[${texts(element)[0]}]`;
  const initial = Object.entries(element).find(([name]) => name.startsWith('initial_'));
  const choices = 'options' in element ? ` {${texts(element.options).join(' / ')}}` : '';
  const value = initial ? ` = ${texts(initial[1]).join(', ') || JSON.stringify(initial[1])}` : '';
  return `<${type}>${choices}${value}`;
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  const { type, elements, url } = value as { type?: string; elements?: unknown; url?: string };
  if (type === 'rich_text_quote') return [`> ${texts(elements).join('').replaceAll('\n', '\n> ')}`];
  if (type === 'rich_text_section') return [texts(elements).join('')];
  if (type === 'link') return [url ?? ''];
  return Object.entries(value).flatMap(([name, held]) =>
    name === 'text' && typeof held === 'string' ? [spoken(held)] : texts(held),
  );
}

function spoken(text: string): string {
  return text
    .replace(/<!date\^\d+\^[^|]*\|([^>]*)>/g, '$1')
    .replace(/<@U(\w+)>/g, (_, id: string) => `@${id.toLowerCase()}`);
}
