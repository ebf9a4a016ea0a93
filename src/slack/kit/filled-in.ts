import type { InputBlock, KnownBlock } from '@slack/types';
import type { Modal } from '../conversation.ts';
import { cut } from './cut.ts';
import type { Fields } from './fields.ts';
import { limits } from './limits.ts';

/** The same window with what was typed into it, for when it is shown again. */
export function filledIn(modal: Modal, fields: Fields): Modal {
  const blocks = modal.blocks.map((block): KnownBlock => {
    const held = block.type === 'input' ? fields[block.block_id ?? ''] : undefined;
    return block.type === 'input' && held !== undefined && held !== null
      ? { ...block, element: withValue(block.element, held) }
      : block;
  });
  return { ...modal, blocks };
}

function withValue(element: InputBlock['element'], held: string | string[]): InputBlock['element'] {
  switch (element.type) {
    case 'plain_text_input':
      return { ...element, initial_value: cut(String(held), element.max_length ?? limits.inputText) };
    case 'datepicker':
      return { ...element, initial_date: String(held) };
    case 'static_select': {
      const chosen = element.options?.find(({ value }) => value === held);
      return chosen ? { ...element, initial_option: chosen } : element;
    }
    case 'radio_buttons': {
      const chosen = element.options.find(({ value }) => value === held);
      return chosen ? { ...element, initial_option: chosen } : element;
    }
    case 'checkboxes': {
      const chosen = element.options.filter(({ value }) => value !== undefined && held.includes(value));
      return chosen.length > 0 ? { ...element, initial_options: chosen } : element;
    }
    // Whatever else there is, Slack keeps by itself as long as its ids stay.
    default:
      return element;
  }
}
