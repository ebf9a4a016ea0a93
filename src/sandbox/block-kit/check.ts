import { isFields } from '../json.ts';
import { checkBlock } from './blocks.ts';
import { limits } from './limits.ts';
import { menuOption, optionGroup, plainText } from './objects.ts';
import {
  always,
  type Fault,
  flag,
  list,
  object,
  oneOf,
  type Rule,
  type Scan,
  type Surface,
  text,
  textWithin,
} from './rules.ts';

function newScan(surface: Surface): Scan {
  return {
    surface,
    faults: [],
    blockIds: new Set(),
    actionIds: new Set(),
    counts: new Map(),
    markdown: 0,
    focused: false,
  };
}

/** All faults of a message's or view's blocks. The pointer is where they stand in the payload. */
export function checkBlocks(blocks: unknown, surface: Surface, pointer = '/blocks'): Fault[] {
  const scan = newScan(surface);
  list(checkBlock, surface === 'message' ? limits.messageBlocks : limits.viewBlocks, 0)(
    blocks,
    pointer,
    scan,
  );
  return scan.faults;
}

/** The texts of a message's blocks are too long together. */
export function blocksTextTooLong(blocks: unknown): boolean {
  return textWithin(blocks) > limits.blocksText;
}

/** Slack measures a view as JSON, in bytes. */
export function viewTooLarge(view: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(view)) > limits.viewBytes;
}

/** A view with inputs is one that can be submitted. */
const submitForInputs: Rule = (value, pointer, scan) => {
  if (!isFields(value) || !Array.isArray(value.blocks) || value.submit !== undefined) return;
  if (value.blocks.some((block) => isFields(block) && block.type === 'input')) {
    scan.faults.push({ message: 'missing required field: submit', pointer });
  }
};

const common = {
  callback_id: text(limits.callbackId, 0),
  external_id: text(limits.externalId, 0),
  private_metadata: text(limits.privateMetadata, 0),
};

const viewBlocks = list(checkBlock, limits.viewBlocks, 0);

const modal: Rule = object(
  { type: oneOf('modal'), title: plainText(limits.viewTitle), blocks: viewBlocks },
  {
    ...common,
    submit: plainText(limits.viewSubmit),
    close: plainText(limits.viewClose),
    clear_on_close: flag,
    notify_on_close: flag,
  },
  submitForInputs,
);

const home: Rule = object(
  { type: oneOf('home'), blocks: viewBlocks },
  { ...common, title: always, submit: always, close: always },
);

export function checkView(view: unknown, surface: 'modal' | 'home', pointer = '/view'): Fault[] {
  const scan = newScan(surface);
  (surface === 'modal' ? modal : home)(view, pointer, scan);
  return scan.faults;
}

const suggestion: Rule = object(
  {},
  {
    options: list(menuOption, limits.selectOptions, 0),
    option_groups: list(optionGroup, limits.selectGroups, 0),
  },
);

/** The answer to a `block_suggestion`. */
export function checkSuggestions(answer: unknown): Fault[] {
  const scan = newScan('modal');
  suggestion(answer, '', scan);
  return scan.faults;
}

/** As Slack words it in `response_metadata.messages`. */
export function faultLines(faults: readonly Fault[]): string[] {
  return faults.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
}
