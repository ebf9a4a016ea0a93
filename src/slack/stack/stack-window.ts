import type { KnownBlock } from '@slack/types';
import { type Category, categories } from '../../domain/stack/category.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { FoundTools, StackOverview } from '../../usecases/stack/look-up-tool.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, context, input, menu, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { formModal } from '../kit/modal.ts';
import { toolLine } from './words.ts';

/** How many tools of a category one page shows; each takes a block, and a window has room for a hundred. */
export const pageOfCategory = 40;

/** The stack by category, with a field to look for something. */
export function overviewWindow({ total, categories: shown }: StackOverview): Modal {
  return stackWindow('', [
    section(total === 0 ? 'No tool is recorded yet.' : `*${countOf(total)}, by category*`),
    ...shown.map(({ category, count, first }) => section(categoryLine(category, count, first))),
    ...categoryMenu(shown.map(({ category }) => category)),
  ]);
}

export function foundWindow(typed: string, { tools, more, partly }: FoundTools): Modal {
  const what = inline(typed, ours.name);
  const heading =
    tools.length === 0
      ? `Nothing in the stack is about “${what}”.`
      : partly
        ? `Nothing has all of “${what}”. The closest:`
        : `*${more ? `The first ${tools.length}` : countOf(tools.length)} for “${what}”*`;
  return stackWindow(typed, [section(heading), ...toolBlocks(tools)]);
}

export function categoryWindow(
  category: Category,
  page: { tools: readonly Tool[]; more: boolean; offset: number },
): Modal {
  const { tools, more, offset } = page;
  const turn = (to: number) => JSON.stringify({ category, offset: to });
  const from = tools.length > 0 ? ` · ${offset + 1} to ${offset + tools.length}` : '';
  return stackWindow('', [
    section(`*${categories[category].name}*${offset > 0 || more ? from : ''}`),
    ...toolBlocks(tools),
    ...actions([
      ...(offset > 0 ? [button('Earlier', 'stack.earlier', turn(Math.max(0, offset - pageOfCategory)))] : []),
      ...(more ? [button('Later', 'stack.later', turn(offset + pageOfCategory))] : []),
      button('All categories', 'stack.overview', 'all'),
    ]),
  ]);
}

/** "Email · 5: Brevo, Klaviyo, Mailchimp and 2 more" */
export function categoryLine(category: Category, count: number, first: readonly string[]): string {
  const names = first.map((name) => inline(name, 30)).join(', ');
  const rest = count - first.length;
  return `*${categories[category].name}* · ${count}: ${names}${rest > 0 ? ` and ${rest.toLocaleString('en')} more` : ''}`;
}

export function countOf(total: number): string {
  return total === 1 ? 'One tool' : `${total.toLocaleString('en')} tools`;
}

export function categoryMenu(shown: readonly Category[], action = 'stack.category'): KnownBlock[] {
  const choices = shown.map((category) => ({ text: categories[category].name, value: category }));
  return actions(menu('Open a category…', action, choices));
}

function toolBlocks(tools: readonly Tool[]): KnownBlock[] {
  const choices = tools.map(({ id, name }) => ({ text: name, value: id }));
  return [
    ...tools.map((tool) => section(toolLine(tool))),
    ...actions(menu('Open a tool…', 'stack.show', choices)),
  ];
}

function stackWindow(typed: string, blocks: KnownBlock[]): Modal {
  return formModal({
    callback: 'stack.search',
    title: 'Our tools',
    submit: 'Look',
    metadata: '',
    blocks: [
      input('words', 'What should it do?', textInput({ most: 100, initial: typed }), { optional: true }),
      ...blocks,
      { type: 'divider' },
      ...actions([button('Add a tool…', 'stack.add', 'add')]),
      context('Both sides keep this list. Everybody may add to it and change it; the history says who did.'),
    ],
  });
}
