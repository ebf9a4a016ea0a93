import type { Block } from '../client-api.ts';
import { type Fields, isFields, listOf, textOf } from '../json.ts';
import type { StateValues } from '../state/records.ts';

export interface PlacedElement {
  block: Block;
  element: Fields;
  blockId: string;
  actionId: string;
  type: string;
}

/** Every interactive element of these blocks, in reading order. */
export function elementsIn(blocks: readonly Block[]): PlacedElement[] {
  return blocks.flatMap((block) => [
    ...[block.element, block.accessory, ...listOf(block.elements), ...listOf(block.actions)].flatMap(
      (element) => {
        if (!isFields(element)) return [];
        if (element.type === 'card') return elementsIn([{ ...element, type: 'card' }]);
        const actionId = textOf(element.action_id);
        return actionId === ''
          ? []
          : [{ block, element, blockId: block.block_id ?? '', actionId, type: textOf(element.type) }];
      },
    ),
    ...elementsIn(listOf(block.child_blocks).filter(isBlock)),
  ]);
}

export function isBlock(value: unknown): value is Block {
  return isFields(value) && typeof value.type === 'string';
}

/** Which field of `view.state.values` holds the value of an element, and which of the element its first value. */
const fields: Record<string, { value: string; initial: string; empty: unknown }> = {
  plain_text_input: { value: 'value', initial: 'initial_value', empty: null },
  email_text_input: { value: 'value', initial: 'initial_value', empty: null },
  url_text_input: { value: 'value', initial: 'initial_value', empty: null },
  number_input: { value: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { value: 'rich_text_value', initial: 'initial_value', empty: null },
  datepicker: { value: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { value: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { value: 'selected_date_time', initial: 'initial_date_time', empty: null },
  static_select: { value: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { value: 'selected_option', initial: 'initial_option', empty: null },
  radio_buttons: { value: 'selected_option', initial: 'initial_option', empty: null },
  users_select: { value: 'selected_user', initial: 'initial_user', empty: null },
  conversations_select: { value: 'selected_conversation', initial: 'initial_conversation', empty: null },
  channels_select: { value: 'selected_channel', initial: 'initial_channel', empty: null },
  checkboxes: { value: 'selected_options', initial: 'initial_options', empty: [] },
  multi_static_select: { value: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { value: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { value: 'selected_users', initial: 'initial_users', empty: [] },
  multi_conversations_select: {
    value: 'selected_conversations',
    initial: 'initial_conversations',
    empty: [],
  },
  multi_channels_select: { value: 'selected_channels', initial: 'initial_channels', empty: [] },
  file_input: { value: 'files', initial: 'initial_files', empty: [] },
};

/** Such as `selected_date` for a datepicker; undefined for an element that holds nothing, such as a button. */
export function valueField(type: string): string | undefined {
  return fields[type]?.value;
}

/** What `view.state.values` holds for an element of this type; null for one that holds nothing. */
export function heldState(type: string, value: Fields): Fields | null {
  const field = fields[type];
  return field ? { type, [field.value]: value[field.value] ?? field.empty } : null;
}

/** What the element holds: null, '' and [] all mean nothing. */
export function heldValue(type: string, state: Fields | undefined): unknown {
  const field = valueField(type);
  const value = field === undefined ? undefined : state?.[field];
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : (value ?? null);
}

/** The state of these blocks: what was there before under the same ids, else the initial values. */
export function stateOf(blocks: readonly Block[], before: StateValues = {}): StateValues {
  const state: StateValues = {};
  for (const { blockId, actionId, element, type } of elementsIn(blocks)) {
    const field = fields[type];
    if (!field) continue;
    const kept = before[blockId]?.[actionId];
    const initial = { type, [field.value]: element[field.initial] ?? field.empty };
    state[blockId] = { ...state[blockId], [actionId]: kept?.type === type ? kept : initial };
  }
  return state;
}
