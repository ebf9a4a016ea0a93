import type { KnownBlock } from '@slack/types';
import type { Tool, ToolState } from '../../domain/stack/tool.ts';
import { context, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';

const stateInWords: Record<ToolState, string> = {
  considering: 'being considered',
  pilot: 'on trial',
  live: 'in use',
  retiring: 'on its way out',
  retired: 'no longer in use',
  rejected: 'decided against',
};

/** The tools that both sides own together. */
export function stackBlocks(tools: readonly Tool[]): KnownBlock[] {
  return [
    { type: 'divider' },
    section('*Tools we share*'),
    ...(tools.length > 0
      ? tools.map((tool) => section(toolLine(tool)))
      : [context('No tool is recorded yet.')]),
  ];
}

function toolLine({ name, purpose, state, businessOwner, technicalOwner }: Tool): string {
  const owners = [businessOwner, technicalOwner].map((owner) => (owner ? mention(owner) : 'nobody yet'));
  return [
    `*${inline(name, ours.name)}* · ${stateInWords[state]}`,
    `${inline(purpose, ours.title)} · business owner ${owners[0]}, technical owner ${owners[1]}`,
  ].join('\n');
}
