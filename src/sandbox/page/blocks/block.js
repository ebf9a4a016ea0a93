import { html } from '../ui/view.js';
import {
  ActionsBlock,
  ContextActionsBlock,
  ContextBlock,
  DividerBlock,
  FileBlock,
  HeaderBlock,
  ImageBlock,
  SectionBlock,
  TextBlock,
  VideoBlock,
} from './basic.js';
import { AlertBlock, CardBlock, CarouselBlock, ContainerBlock } from './cards.js';
import { ChartBlock } from './chart.js';
import { InputBlock } from './input-block.js';
import { DataTableBlock, TableBlock } from './tables.js';
import { PlanBlock, TaskCardBlock } from './tasks.js';

/**
 * One block of Block Kit, on whatever surface. The server has already refused what Slack would refuse.
 *
 * @import { ActionPlace } from '../../client-api.ts'
 * @import { Block } from '../block-kit.d.ts'
 * @typedef {{ block: Block; place: ActionPlace; View: typeof BlockView }} BlockProps  `View` shows the blocks inside a block
 */

/** @type {Record<string, (props: BlockProps) => import('preact').ComponentChild>} */
const BLOCKS = {
  actions: ActionsBlock,
  alert: AlertBlock,
  card: CardBlock,
  carousel: CarouselBlock,
  container: ContainerBlock,
  context: ContextBlock,
  context_actions: ContextActionsBlock,
  data_table: DataTableBlock,
  data_visualization: ChartBlock,
  divider: DividerBlock,
  file: FileBlock,
  header: HeaderBlock,
  image: ImageBlock,
  input: InputBlock,
  markdown: TextBlock,
  plan: PlanBlock,
  rich_text: TextBlock,
  section: SectionBlock,
  table: TableBlock,
  task_card: TaskCardBlock,
  video: VideoBlock,
};

/** @param {{ block: Block; place: ActionPlace }} props */
export function BlockView({ block, place }) {
  const Kind = BLOCKS[block.type];
  return Kind
    ? html`<${Kind} block=${block} place=${place} View=${BlockView} />`
    : html`<p class="unknown-block">A block of type “${block.type}”</p>`;
}

/** @param {{ blocks: Block[]; place: ActionPlace }} props */
export function Blocks({ blocks, place }) {
  return html`<div class="blocks">
    ${blocks.map((block, index) => html`<${BlockView} key=${block.block_id ?? index} block=${block} place=${place} />`)}
  </div>`;
}
