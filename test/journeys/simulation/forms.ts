import { dayMs } from '../../../src/domain/time.ts';
import { elementsIn, type PlacedElement } from '../../../src/sandbox/block-kit/inputs.ts';
import type { Given } from '../../../src/sandbox/driver/element-value.ts';
import type { Modal } from '../../../src/sandbox/driver/modal.ts';
import { isFields, listOf, textOf } from '../../../src/sandbox/json.ts';
import type { Chance } from './chance.ts';

export const cast = ['mia', 'ben', 'lea', 'ines', 'tom', 'omar', 'ada'] as const;

export interface Hand {
  chance: Chance;
  now(): number;
  /** Words that nobody has written before. */
  words(): string;
}

const link = 'https://example.com/page';

function wordsIn(text: unknown): string {
  return isFields(text) ? textOf(text.text) : '';
}

/** What somebody may put into this element; undefined where it is left as it is. */
export function anyValue({ type, block, element }: PlacedElement, hand: Hand): Given | undefined {
  const { chance } = hand;
  const options = listOf(element.options)
    .filter(isFields)
    .map(({ value }) => textOf(value));
  switch (type) {
    case 'plain_text_input':
      if (wordsIn(block.label).startsWith('Link')) return link;
      return wordsIn(element.placeholder) === 'MR-12' ? `MR-${chance.roll(1, 4)}` : hand.words();
    case 'url_text_input':
      return link;
    case 'number_input':
      return chance.roll(1, 20);
    case 'datepicker':
      return new Date(hand.now() + chance.roll(1, 30) * dayMs).toISOString().slice(0, 10);
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return chance.oneOf(options);
    case 'checkboxes':
      return chance.onceIn(2) ? options : chance.someOf(options);
    case 'users_select':
      return chance.oneOf(cast);
    default:
      return undefined;
  }
}

/** Fills a window by chance and sends it, and what is shown after it; closes what is refused. */
export async function fillIn(modal: Modal, hand: Hand): Promise<void> {
  const { chance } = hand;
  for (const { block, blockId } of elementsIn(modal.view().blocks)) {
    // What was filled in before may have changed the form.
    const placed = elementsIn(modal.view().blocks).find((each) => each.blockId === blockId);
    if (!placed || block.type !== 'input' || (block.optional === true && chance.onceIn(2))) continue;
    const value = anyValue(placed, hand);
    if (value !== undefined) await modal.fill({ [blockId]: value });
  }
  if (chance.onceIn(12)) return modal.close({ all: true });
  const answer = await modal.submit();
  if ('closed' in answer) return;
  if ('view' in answer) {
    const button = chance.onceIn(3) ? chance.oneOf(answer.view.buttons()) : undefined;
    if (button !== undefined) await answer.view.click(button);
    else if (answer.view.view().submit) await answer.view.submit();
  }
  if (modal.isOpen()) await modal.close({ all: true });
}
