import type { InputBlock, KnownBlock } from '@slack/types';
import { z } from 'zod';
import { categories } from '../../domain/stack/category.ts';
import { blankSheet, type Column, columns, type Sheet, separator } from '../../domain/stack/sheet.ts';
import { costPeriods, dataClasses, type Tool, toolStates } from '../../domain/stack/tool.ts';
import type { Difference } from '../../usecases/stack/record-tool.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, input, section } from '../kit/blocks.ts';
import type { Fields } from '../kit/fields.ts';
import { boxesInput, dateInput, personInput, selectInput, textInput } from '../kit/inputs.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { cellInWords, dataInWords, labels, owner, periodsInWords, statesInWords } from './words.ts';

/** What the form knows about itself. */
export interface FormMetadata {
  /** Null for a new tool. */
  tool: string | null;
  seen: number;
  more: boolean;
}

const metadataSchema = z.strictObject({
  tool: z.string().min(1).max(64).nullable(),
  seen: z.int().nonnegative(),
  more: z.boolean(),
});

/** Null if somebody altered it. */
export function readForm(metadata: string): FormMetadata | null {
  return metadataSchema.safeParse(parsedJson(metadata)).data ?? null;
}

/** What is asked at once; the rest is behind "More questions". */
const first: readonly Column[] = [
  'name',
  'category',
  'purpose',
  'state',
  'state_reason',
  'business_owner',
  'technical_owner',
];

export function toolForm(form: FormMetadata, sheet: Sheet, above: KnownBlock[] = []): Modal {
  const { tool, seen, more } = form;
  const asked = columns.filter((column) => more || first.includes(column));
  return formModal({
    callback: 'stack.record',
    title: tool === null ? 'Add a tool' : 'Change a tool',
    submit: 'Save',
    metadata: JSON.stringify(form),
    blocks: [
      ...above,
      ...asked.map((column) => question(column, sheet, seen)),
      ...(more ? [] : actions([button('More questions', 'stack.more', 'more')])),
    ],
  });
}

/** The form once more, after somebody else was faster: what they changed, and both their words and this person's. */
export function formAfterOthers(
  form: FormMetadata,
  tool: Tool,
  since: readonly Difference[],
  merged: Sheet,
): Modal {
  const said = since.map(({ column, before, after, by, yours }) => {
    const words = (text: string) => cellInWords(column, text, tool.workspace);
    const who = by ? owner(by) : 'An import';
    return `• ${who} changed *${labels[column]}* from ${words(before)} to ${words(after)}${
      yours === null ? '' : `; you wrote ${words(yours)}`
    }.`;
  });
  const above = [
    section('*This tool was changed while you had it open.* Nothing of yours is saved yet.'),
    ...said.map((line) => section(line)),
    section('Below is both together, with your words where you differ. Please look, then save.'),
  ];
  return toolForm({ ...form, seen: tool.revision }, merged, above);
}

/**
 * Inputs are named by what was seen: Slack keeps what stands in an input whose name stays, and would show the old
 * text where somebody else has written a new one.
 */
export function inputId(column: Column, seen: number): string {
  return `${column}.${seen}`;
}

/** What the form holds; columns that it did not ask for are absent. */
export function typedIn(fields: Fields, seen: number): Partial<Sheet> {
  const typed: Partial<Sheet> = {};
  for (const column of columns) {
    const held = fields[inputId(column, seen)];
    if (held === undefined) continue;
    typed[column] = Array.isArray(held) ? dataClassesIn(held) : (held ?? '');
  }
  return typed;
}

export function sheetIn(fields: Fields, seen: number): Sheet {
  return { ...blankSheet, ...typedIn(fields, seen) };
}

/** In the order of the list, so that ticking another way round is no change. */
function dataClassesIn(chosen: readonly string[]): string {
  return dataClasses.filter((each) => chosen.includes(each)).join(separator);
}

const hints: Partial<Record<Column, string>> = {
  state_reason: 'Needed where it was decided against.',
  backup: 'Holidays come. Without a second person this is shown as a risk.',
  integrations: 'Names of other tools in the stack, one a line.',
  cost: 'Such as 1200 or 1200.50.',
  currency: 'Its code, such as EUR.',
  notice_days: 'How long before the end notice must be given. That day is the one that counts.',
  links: 'One a line: the contract, the handbook, the status page.',
};

const required: readonly Column[] = ['name', 'category', 'purpose', 'state'];

function question(column: Column, sheet: Sheet, seen: number): InputBlock {
  return input(inputId(column, seen), labels[column], element(column, sheet[column]), {
    optional: !required.includes(column),
    hint: hints[column],
  });
}

function element(column: Column, text: string): InputBlock['element'] {
  switch (column) {
    case 'category':
      return selectInput(
        Object.values(categories).map(({ name }) => ({ value: name, text: name })),
        text,
      );
    case 'state':
      return selectInput(
        toolStates.map((state) => ({ value: state, text: sentenceCase(statesInWords[state]) })),
        text,
      );
    case 'period':
      return selectInput(
        costPeriods.map((period) => ({ value: period, text: sentenceCase(periodsInWords[period]) })),
        text,
      );
    case 'data_classes':
      return boxesInput(
        dataClasses.map((value) => ({ value, text: dataInWords[value] })),
        text.split(separator),
      );
    case 'business_owner':
    case 'technical_owner':
    case 'backup':
      return personInput(text);
    case 'contract_start':
    case 'contract_end':
    case 'security_review':
      return dateInput(text || null);
    case 'purpose':
      return textInput({ multiline: true, most: 1000, initial: text });
    case 'integrations':
    case 'links':
      return textInput({ multiline: true, initial: text.replaceAll(separator, '\n') });
    default:
      return textInput({ most: column === 'name' ? 80 : 200, initial: text });
  }
}
