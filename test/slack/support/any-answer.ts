import type { InputBlock } from '@slack/types';
import fc from 'fast-check';
import { userOf } from '../../../src/domain/person.ts';
import type { Modal } from '../../../src/slack/conversation.ts';
import { clean, oneLine } from '../../../src/slack/kit/escape.ts';
import { ben, ines, lea, mia, tom } from './desk.ts';
import type { Typed } from './window.ts';

/** Anything that can be typed into a window and picked in it, by what its inputs are. */

const people = [mia, ben, ines, tom, lea].map(userOf);
const day = fc
  .integer({ min: 0, max: 1500 })
  .map((ahead) => new Date(Date.UTC(2026, 2, 2 + ahead)).toISOString().slice(0, 10));

export type NamedInput = InputBlock & { block_id: string };

export function inputsOf(modal: Modal): NamedInput[] {
  return modal.blocks.flatMap((block) =>
    block.type === 'input' && block.block_id ? [{ ...block, block_id: block.block_id }] : [],
  );
}

function validFor(block: NamedInput): fc.Arbitrary<string | string[] | null> {
  const { element, block_id: id } = block;
  const left = (value: fc.Arbitrary<string | string[]>) => (block.optional ? fc.option(value) : value);
  switch (element.type) {
    case 'plain_text_input': {
      const lines = id.startsWith('marketing-');
      const text = fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
        .filter((typed) => oneLine(clean(typed)) !== '' && (!lines || !/optional/.test(typed)));
      return left(text);
    }
    case 'datepicker':
      return left(day);
    case 'external_select':
      return left(fc.constantFrom(...[...tools.keys()].filter((value) => value !== null)));
    case 'static_select':
    case 'radio_buttons': {
      if (id === 'kind' || id === 'where') return fc.constant(null);
      return left(fc.constantFrom(...(element.options ?? []).map(({ value = '' }) => value)));
    }
    case 'checkboxes':
      return fc.subarray(element.options.map(({ value = '' }) => value));
    case 'users_select':
      return left(fc.constantFrom(...people));
    case 'multi_users_select':
      return fc.subarray(people);
    case 'file_input':
      return fc.subarray(['brief.pdf', 'plan.csv', '💶.xlsx']);
    default:
      throw new Error(`no values for ${element.type}`);
  }
}

export function typedInto(modal: Modal): fc.Arbitrary<Typed> {
  const fixed = new Set(['kind', 'where']);
  const inputs = inputsOf(modal).filter(({ block_id: id }) => !fixed.has(id));
  return fc.record(Object.fromEntries(inputs.map((block) => [block.block_id, validFor(block)])));
}

/** What is kept of each choice: the tool's id, if it is in the stack, and its name. */
export const tools = new Map<string | null, [string | null, string]>([
  ['stack:HARBOR Harb', ['HARBOR', 'Harbor']],
  ['stack:GONE Gone', [null, 'Gone']],
  ['Letterbird', [null, 'Letterbird']],
]);
