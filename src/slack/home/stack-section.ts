import type { KnownBlock } from '@slack/types';
import { noticeOn } from '../../domain/stack/contract.ts';
import type { StackOverview } from '../../usecases/stack/look-up-tool.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { categoryLine, categoryMenu, countOf } from '../stack/stack-window.ts';
import { inDays } from '../stack/words.ts';

/** The tools that both sides own together, by category. Six blocks at most, however many tools there are. */
export function stackBlocks({ total, today, categories, due }: StackOverview): KnownBlock[] {
  const lines = categories.map(({ category, count, first }) => categoryLine(category, count, first));
  const notices = due.flatMap((tool) => {
    const date = noticeOn(tool);
    return date ? [`${inline(tool.name, ours.name)}: notice by ${day(date)}${inDays(date, today)}`] : [];
  });
  return [
    { type: 'divider' },
    section(total === 0 ? '*Tools we share*' : `*Tools we share* · ${countOf(total)}`),
    total === 0 ? context('No tool is recorded yet.') : section(lines.join('\n')),
    ...(notices.length > 0 ? [context(`:calendar: ${notices.join(' · ')}`)] : []),
    ...categoryMenu(
      categories.map(({ category }) => category),
      'home.category',
    ),
    ...actions([button('Look for a tool…', 'stack.open', 'open'), button('Add a tool…', 'stack.add', 'add')]),
  ];
}
