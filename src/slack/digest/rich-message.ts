import type { Block, KnownBlock } from '@slack/types';

/** A native chart. Slack's types do not know it yet; see https://docs.slack.dev/reference/block-kit/blocks. */
export interface ChartBlock extends Block {
  type: 'data_visualization';
  /** Up to 50 characters. */
  title: string;
  /** Up to 12 segments above 0, with labels of up to 20 characters. */
  chart: { type: 'pie'; segments: { label: string; value: number }[] };
}

/** A message with what takes its blocks' place where Slack refuses one of them. */
export interface RichMessage {
  text: string;
  blocks: (KnownBlock | ChartBlock)[];
  plainer: KnownBlock[];
}

/** Of blocks that Slack has always taken. */
export function richMessage(text: string, blocks: KnownBlock[]): RichMessage {
  return { text, blocks, plainer: blocks };
}
