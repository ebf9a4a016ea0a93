import { blocksTextTooLong, checkBlocks, faultLines } from '../block-kit/check.ts';
import { isBlock } from '../block-kit/inputs.ts';
import { limits } from '../block-kit/limits.ts';
import type { Block } from '../client-api.ts';
import { isFields } from '../json.ts';
import type { MessageMetadata } from '../state/records.ts';
import { type Arguments, refuse } from './call.ts';

export interface MessageContent {
  text: string;
  blocks: Block[];
}

/** Checks blocks for a message and refuses them as `chat.postMessage` does. */
export function messageBlocks(value: unknown): Block[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return refuse('invalid_blocks_format');
  const faults = checkBlocks(value, 'message');
  if (faults.length > 0 || !value.every(isBlock)) {
    const lines = faultLines(faults);
    return refuse('invalid_blocks', {
      errors: lines,
      response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
    });
  }
  if (blocksTextTooLong(value)) return refuse('msg_blocks_too_long');
  return value;
}

/** The text and blocks of a message to post. */
export function readContent(args: Arguments): MessageContent {
  const text = args.text('text') ?? '';
  const blocks = messageBlocks(args.structure('blocks', 'invalid_blocks_format'));
  if (args.has('attachments')) {
    // Legacy attachments are Slack's, but no part of this sandbox.
    refuse('invalid_attachments');
  }
  if (text === '' && blocks.length === 0) refuse('no_text');
  if (text.length > limits.messageText) refuse('msg_too_long');
  return { text, blocks };
}

/** Message metadata: an event type and a payload of flat values. */
export function readMetadata(args: Arguments): MessageMetadata | null {
  const value = args.structure('metadata', 'invalid_metadata_format');
  if (value === undefined) return null;
  if (!isFields(value) || typeof value.event_type !== 'string' || !isFields(value.event_payload)) {
    return refuse('invalid_metadata_format');
  }
  const flat = Object.values(value.event_payload).every((field) =>
    Array.isArray(field) ? field.every(isScalar) : isScalar(field),
  );
  if (!flat) return refuse('invalid_metadata_schema');
  return { event_type: value.event_type, event_payload: value.event_payload };
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
