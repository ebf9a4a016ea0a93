import type { KnownBlock } from '@slack/types';
import type { Instant } from '../../domain/time.ts';
import type { MorningView } from '../../usecases/notices/mornings.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { waitingLine } from '../wording/waiting.ts';

const linesShown = 10;
const settledShown = 20;

/** The one message of somebody's morning: what waits on them, edited through the day as it is settled. */
export function morningMessage(view: MorningView, now: Instant): Message {
  const { items, isCut, settled, settings } = view;
  const late = items.filter(({ dueAt }) => dueAt !== null && dueAt < now).length;
  const text =
    items.length === 0
      ? 'All settled: nothing waits on you now.'
      : `${countOf(items.length, isCut)} on you${lateInWords(late, items.length)}.`;
  const lines = items.slice(0, linesShown).map((item): KnownBlock => {
    const { text: line, button: accessory } = waitingLine(item, settings, now);
    return { ...section(line), accessory };
  });
  const rest = items.length - lines.length;
  return {
    text,
    blocks: [
      section(items.length === 0 ? `:white_check_mark: *${text}*` : `:sunrise: *${text}*`),
      ...lines,
      ...(rest > 0 ? [context(`… and ${rest} more: App Home has them all, the first due first.`)] : []),
      ...(settled.length > 0 ? [context(`:white_check_mark: Settled today: ${inWords(settled)}`)] : []),
      ...actions([button('Notices…', 'notices.open', 'morning')]),
    ],
  };
}

function countOf(count: number, isCut: boolean): string {
  if (isCut) return `More than ${count} things wait`;
  return count === 1 ? 'One thing waits' : `${count} things wait`;
}

function lateInWords(late: number, of: number): string {
  if (late === 0) return '';
  if (of === 1) return ', and it is late';
  return late === of ? ', all of them late' : `, ${late} of them late`;
}

function inWords(names: readonly string[]): string {
  const rest = names.length - settledShown;
  return `${names.slice(0, settledShown).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
