import {
  blocksTextTooLong,
  checkBlocks,
  checkView,
  viewTooLarge,
} from '../../src/sandbox/block-kit/check.ts';
import type { LimitName } from '../../src/sandbox/block-kit/limits.ts';
import type { Surface } from '../../src/sandbox/block-kit/rules.ts';
import type { Fields } from '../../src/sandbox/json.ts';
import { Arguments, SlackRefusal } from '../../src/sandbox/web-api/call.ts';
import { readContent } from '../../src/sandbox/web-api/message-content.ts';

export interface LimitCase {
  /** As Slack has it, on purpose written down a second time. */
  most: number;
  /** Whether something of this size is refused. */
  refuses(size: number): boolean;
}

const words = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const plain = (length: number) => ({ type: 'plain_text', text: words(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: words(length) });
const option = (index: number, over: Fields = {}) => ({ text: plain(5), value: `v${index}`, ...over });
const options = (count: number) => many(count, (index) => option(index));
const button = (over: Fields = {}) => ({ type: 'button', text: plain(5), ...over });
const image = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' };
const section = { type: 'section', text: mrkdwn(5) };
const address = (length: number) => `https://example.com/${words(length - 'https://example.com/'.length)}`;
const rawCell = { type: 'raw_text', text: 'x' };

const refusesBlocks = (blocks: Fields[], surface: Surface) => checkBlocks(blocks, surface).length > 0;

function inMessage(most: number, block: (size: number) => Fields): LimitCase {
  return { most, refuses: (size) => refusesBlocks([block(size)], 'message') };
}

function inModal(most: number, block: (size: number) => Fields): LimitCase {
  return { most, refuses: (size) => refusesBlocks([block(size)], 'modal') };
}

function element(most: number, make: (size: number) => Fields): LimitCase {
  return inMessage(most, (size) => ({ type: 'actions', elements: [make(size)] }));
}

function input(most: number, make: (size: number) => Fields): LimitCase {
  return inModal(most, (size) => ({ type: 'input', label: plain(5), element: make(size) }));
}

function view(most: number, over: (size: number) => Fields): LimitCase {
  const base = { type: 'modal', title: plain(5), blocks: [section] };
  return { most, refuses: (size) => checkView({ ...base, ...over(size) }, 'modal').length > 0 };
}

function card(most: number, over: (size: number) => Fields): LimitCase {
  return inMessage(most, (size) => ({ type: 'card', ...over(size) }));
}

function container(most: number, over: (size: number) => Fields): LimitCase {
  return inMessage(most, (size) => ({ type: 'container', child_blocks: [section], ...over(size) }));
}

function chart(
  most: number,
  shape: { points?: number; series?: number; label?: number; axis?: number },
): LimitCase {
  return inMessage(most, (size) => {
    const sizes = { points: 1, series: 1, label: 1, axis: 1, ...mapTo(shape, size) };
    const label = (index: number) => String(index).padEnd(sizes.label, 'x');
    const data = many(sizes.points, (index) => ({ label: label(index), value: 1 }));
    return {
      type: 'data_visualization',
      title: 'x',
      chart: {
        type: 'bar',
        series: many(sizes.series, (index) => ({ name: `s${index}`, data })),
        axis_config: { categories: many(sizes.points, label), x_label: words(sizes.axis) },
      },
    };
  });
}

function mapTo(shape: Fields, size: number): Fields & { [name: string]: number } {
  return Object.fromEntries(Object.keys(shape).map((name) => [name, size]));
}

const menu = (over: (size: number) => Fields) => (size: number) => ({
  type: 'static_select',
  options: options(1),
  ...over(size),
});

const confirmed = (over: (size: number) => Fields) => (size: number) =>
  button({ confirm: { title: plain(5), text: plain(5), confirm: plain(5), deny: plain(5), ...over(size) } });

/** One case for each limit; the compiler sees to it that none is left out. */
export const limitCases: Record<LimitName, LimitCase> = {
  messageBlocks: {
    most: 50,
    refuses: (size) =>
      refusesBlocks(
        many(size, () => section),
        'message',
      ),
  },
  viewBlocks: {
    most: 100,
    refuses: (size) =>
      refusesBlocks(
        many(size, () => section),
        'modal',
      ),
  },
  messageText: {
    most: 40_000,
    refuses(size) {
      try {
        readContent(new Arguments({ text: words(size) }));
        return false;
      } catch (error) {
        return error instanceof SlackRefusal && error.code === 'msg_too_long';
      }
    },
  },
  blocksText: {
    most: 13_200,
    refuses: (size) =>
      blocksTextTooLong(many(6, (index) => ({ text: mrkdwn(index === 0 ? size - 12_500 : 2500) }))),
  },
  viewBytes: { most: 250_000, refuses: (size) => viewTooLarge({ x: words(size - '{"x":""}'.length) }) },
  privateMetadata: view(3000, (size) => ({ private_metadata: words(size) })),
  callbackId: view(255, (size) => ({ callback_id: words(size) })),
  externalId: view(255, (size) => ({ external_id: words(size) })),
  viewTitle: view(24, (size) => ({ title: plain(size) })),
  viewSubmit: view(24, (size) => ({ submit: plain(size) })),
  viewClose: view(24, (size) => ({ close: plain(size) })),
  blockId: inMessage(255, (size) => ({ ...section, block_id: words(size) })),
  actionId: element(255, (size) => button({ action_id: words(size) })),

  sectionText: inMessage(3000, (size) => ({ type: 'section', text: mrkdwn(size) })),
  sectionFields: inMessage(10, (size) => ({ type: 'section', fields: many(size, () => mrkdwn(5)) })),
  sectionField: inMessage(2000, (size) => ({ type: 'section', fields: [mrkdwn(size)] })),
  headerText: inMessage(150, (size) => ({ type: 'header', text: plain(size) })),
  contextElements: inMessage(10, (size) => ({ type: 'context', elements: many(size, () => mrkdwn(5)) })),
  contextText: inMessage(3000, (size) => ({ type: 'context', elements: [mrkdwn(size)] })),
  actionsElements: inMessage(25, (size) => ({ type: 'actions', elements: many(size, () => button()) })),
  inputLabel: inModal(2000, (size) => ({
    type: 'input',
    label: plain(size),
    element: { type: 'plain_text_input' },
  })),
  inputHint: inModal(2000, (size) => ({
    type: 'input',
    label: plain(5),
    hint: plain(size),
    element: { type: 'plain_text_input' },
  })),
  imageUrl: inMessage(3000, (size) => ({ ...image, image_url: address(size) })),
  imageAlt: inMessage(2000, (size) => ({ ...image, alt_text: words(size) })),
  imageTitle: inMessage(2000, (size) => ({ ...image, title: plain(size) })),
  markdownText: {
    most: 12_000,
    refuses: (size) =>
      refusesBlocks(
        [6000, size - 6000].map((length) => ({ type: 'markdown', text: words(length) })),
        'message',
      ),
  },
  tableRows: inMessage(100, (size) => ({ type: 'table', rows: many(size, () => [rawCell]) })),
  tableCells: inMessage(20, (size) => ({ type: 'table', rows: [many(size, () => rawCell)] })),
  tablesAMessage: {
    most: 1,
    refuses: (size) =>
      refusesBlocks(
        many(size, () => ({ type: 'table', rows: [[rawCell]] })),
        'message',
      ),
  },
  dataTableRows: inMessage(201, (size) => ({
    type: 'data_table',
    caption: 'x',
    rows: many(size, () => [rawCell]),
  })),
  dataTableCells: inMessage(20, (size) => ({
    type: 'data_table',
    caption: 'x',
    rows: [many(size, () => rawCell)],
  })),
  dataTableText: inMessage(20_000, (size) => ({
    type: 'data_table',
    caption: 'x',
    rows: [[{ type: 'raw_text', text: words(size) }]],
  })),
  cardTitle: card(150, (size) => ({ title: mrkdwn(size) })),
  cardSubtitle: card(150, (size) => ({ title: mrkdwn(5), subtitle: mrkdwn(size) })),
  cardBody: card(200, (size) => ({ body: mrkdwn(size) })),
  cardButtons: card(3, (size) => ({ title: mrkdwn(5), actions: many(size, () => button()) })),
  carouselCards: inMessage(10, (size) => ({
    type: 'carousel',
    elements: many(size, () => ({ type: 'card', title: mrkdwn(5) })),
  })),
  containerTitle: container(150, (size) => ({ title: plain(size) })),
  containerSubtitle: container(150, (size) => ({ title: plain(5), subtitle: mrkdwn(size) })),
  containerChildren: container(10, (size) => ({ child_blocks: many(size, () => section) })),
  alertText: inModal(200, (size) => ({ type: 'alert', text: mrkdwn(size) })),
  contextActionsElements: inMessage(5, (size) => ({
    type: 'context_actions',
    elements: many(size, () => ({ type: 'icon_button', icon: 'trash', text: plain(5) })),
  })),
  chartTitle: inMessage(50, (size) => ({
    type: 'data_visualization',
    title: words(size),
    chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] },
  })),
  chartAxisLabel: chart(50, { axis: 1 }),
  chartLabel: chart(20, { label: 1 }),
  chartSegments: inMessage(12, (size) => ({
    type: 'data_visualization',
    title: 'x',
    chart: { type: 'pie', segments: many(size, (index) => ({ label: String(index), value: 1 })) },
  })),
  chartSeries: chart(12, { series: 1 }),
  chartPoints: chart(20, { points: 1 }),
  chartsAMessage: {
    most: 2,
    refuses: (size) =>
      refusesBlocks(
        many(size, () => ({
          type: 'data_visualization',
          title: 'x',
          chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] },
        })),
        'message',
      ),
  },

  buttonText: element(75, (size) => button({ text: plain(size) })),
  buttonValue: element(2000, (size) => button({ value: words(size) })),
  buttonUrl: element(3000, (size) => button({ url: address(size) })),
  accessibilityLabel: element(75, (size) => button({ accessibility_label: words(size) })),
  overflowOptions: element(5, (size) => ({ type: 'overflow', options: options(size) })),
  checkboxesOptions: element(10, (size) => ({ type: 'checkboxes', options: options(size) })),
  radioOptions: element(10, (size) => ({ type: 'radio_buttons', options: options(size) })),
  selectOptions: element(
    100,
    menu((size) => ({ options: options(size) })),
  ),
  selectGroups: element(100, (size) => ({
    type: 'static_select',
    option_groups: many(size, (index) => ({ label: plain(5), options: [option(index)] })),
  })),
  groupOptions: element(100, (size) => ({
    type: 'static_select',
    option_groups: [{ label: plain(5), options: options(size) }],
  })),
  groupLabel: element(75, (size) => ({
    type: 'static_select',
    option_groups: [{ label: plain(size), options: options(1) }],
  })),
  placeholder: element(
    150,
    menu((size) => ({ placeholder: plain(size) })),
  ),
  optionText: element(
    75,
    menu((size) => ({ options: [option(0, { text: plain(size) })] })),
  ),
  optionValue: element(
    75,
    menu((size) => ({ options: [option(0, { value: words(size) })] })),
  ),
  optionDescription: element(
    75,
    menu((size) => ({ options: [option(0, { description: plain(size) })] })),
  ),
  optionUrl: element(3000, (size) => ({ type: 'overflow', options: [option(0, { url: address(size) })] })),
  confirmTitle: element(
    100,
    confirmed((size) => ({ title: plain(size) })),
  ),
  confirmText: element(
    300,
    confirmed((size) => ({ text: mrkdwn(size) })),
  ),
  confirmConfirm: element(
    30,
    confirmed((size) => ({ confirm: plain(size) })),
  ),
  confirmDeny: element(
    30,
    confirmed((size) => ({ deny: plain(size) })),
  ),
  inputMaxLength: input(3000, (size) => ({ type: 'plain_text_input', max_length: size })),
  fileInputFiles: input(10, (size) => ({ type: 'file_input', max_files: size })),
  richTextLines: input(100, (size) => ({ type: 'rich_text_input', max_lines: size })),
};
