import { describe, expect, test } from 'vitest';
import { checkBlocks, checkView, faultLines, viewTooLarge } from '../../src/sandbox/block-kit/check.ts';
import type { Surface } from '../../src/sandbox/block-kit/rules.ts';
import type { Fields } from '../../src/sandbox/json.ts';

const text = { type: 'plain_text', text: 'x' };
const option = { text, value: 'x' };
const input = (element: Fields) => ({ type: 'input', label: text, element });
const actions = (...elements: Fields[]) => ({ type: 'actions', elements });
const lines = (blocks: unknown, surface: Surface = 'message') => faultLines(checkBlocks(blocks, surface));

const samples: Record<string, Fields> = {
  section: { type: 'section', text },
  header: { type: 'header', text },
  context: { type: 'context', elements: [text] },
  actions: actions({ type: 'button', text }),
  input: input({ type: 'plain_text_input' }),
  divider: { type: 'divider' },
  image: { type: 'image', image_url: 'https://example.com/x.png', alt_text: 'x' },
  rich_text: {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
  },
  markdown: { type: 'markdown', text: 'x' },
  table: { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] },
  data_table: { type: 'data_table', caption: 'x', rows: [[{ type: 'raw_text', text: 'x' }]] },
  card: { type: 'card', title: { type: 'mrkdwn', text: 'x' } },
  carousel: { type: 'carousel', elements: [{ type: 'card', title: { type: 'mrkdwn', text: 'x' } }] },
  container: { type: 'container', title: text, child_blocks: [{ type: 'divider' }] },
  alert: { type: 'alert', text },
  context_actions: { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text }] },
  task_card: { type: 'task_card', task_id: 'x', title: 'x', status: 'pending' },
  plan: { type: 'plan', title: 'x' },
  data_visualization: {
    type: 'data_visualization',
    title: 'x',
    chart: { type: 'pie', segments: [{ label: 'x', value: 1 }] },
  },
};

describe('each block stands where Slack lets it', () => {
  const where: Record<string, string> = {
    section: 'MVH',
    header: 'MVH',
    context: 'MVH',
    actions: 'MVH',
    input: 'MVH',
    divider: 'MVH',
    image: 'MVH',
    rich_text: 'MVH',
    markdown: 'M',
    table: 'M',
    data_table: 'MH',
    card: 'MVH',
    carousel: 'M',
    container: 'M',
    alert: 'V',
    context_actions: 'M',
    task_card: 'M',
    plan: 'M',
    data_visualization: 'M',
  };
  test.each(Object.entries(where))('%s: %s', (type, surfaces) => {
    const letters = { message: 'M', modal: 'V', home: 'H' } as const;
    for (const surface of ['message', 'modal', 'home'] as const) {
      const expected = surfaces.includes(letters[surface])
        ? []
        : [`unsupported type: ${type} [json-pointer:/blocks/0]`];
      expect(lines([samples[type]], surface)).toEqual(expected);
    }
  });
});

test.each<[string, unknown, string]>([
  ['no list', {}, 'must provide an array [json-pointer:/blocks]'],
  ['no object', ['x'], 'must provide an object [json-pointer:/blocks/0]'],
  ['no type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
  ['an unknown block', [{ type: 'sektion' }], 'unsupported type: sektion [json-pointer:/blocks/0]'],
  [
    'a name from Object.prototype',
    [{ type: 'constructor' }],
    'unsupported type: constructor [json-pointer:/blocks/0]',
  ],
  [
    'a misspelt field',
    [{ type: 'header', text, txt: 1 }],
    'invalid additional property: txt [json-pointer:/blocks/0]',
  ],
  ['a missing field', [{ type: 'header' }], 'missing required field: text [json-pointer:/blocks/0]'],
  [
    'an empty text',
    [{ type: 'header', text: { type: 'plain_text', text: '' } }],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'mrkdwn in a header',
    [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text]',
  ],
  [
    'emoji in mrkdwn',
    [{ type: 'section', text: { type: 'mrkdwn', text: 'x', emoji: true } }],
    'invalid additional property: emoji [json-pointer:/blocks/0/text]',
  ],
  [
    'a section of nothing',
    [{ type: 'section' }],
    'must provide at least one of: text, fields [json-pointer:/blocks/0]',
  ],
  ['no elements', [actions()], 'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]'],
  [
    'an unknown element',
    [actions({ type: 'knob' })],
    'unsupported type: knob [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a text input outside an input',
    [actions({ type: 'plain_text_input' })],
    'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a button inside an input',
    [input({ type: 'button', text })],
    'unsupported type: button [json-pointer:/blocks/0/element]',
  ],
  [
    'a style of one’s own',
    [actions({ type: 'button', text, style: 'red' })],
    'value must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]',
  ],
  [
    'a url that is none',
    [actions({ type: 'button', text, url: 'example' })],
    'must provide a valid URL [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'options and groups',
    [
      actions({
        type: 'static_select',
        options: [option],
        option_groups: [{ label: text, options: [{ text, value: 'y' }] }],
      }),
    ],
    'must provide exactly one of: options, option_groups [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'the same option twice',
    [actions({ type: 'static_select', options: [option, option] })],
    'option value "x" is not unique [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a choice that is not offered',
    [actions({ type: 'static_select', options: [option], initial_option: { text, value: 'y' } })],
    'initial option "y" is not one of the options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a date like 1/2/2026',
    [actions({ type: 'datepicker', initial_date: '1/2/2026' })],
    'must be a date as YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]',
  ],
  [
    '25 o’clock',
    [actions({ type: 'timepicker', initial_time: '25:00' })],
    'must be a time as HH:mm [json-pointer:/blocks/0/elements/0/initial_time]',
  ],
  [
    'milliseconds',
    [actions({ type: 'datetimepicker', initial_date_time: 1_700_000_000_000 })],
    'must be less than 10000000000 [json-pointer:/blocks/0/elements/0/initial_date_time]',
  ],
  [
    'a time before there was Slack',
    [actions({ type: 'datetimepicker', initial_date_time: 1 })],
    'must be more than 999999999 [json-pointer:/blocks/0/elements/0/initial_date_time]',
  ],
  [
    'a number as a number',
    [input({ type: 'number_input', is_decimal_allowed: false, min_value: 1 })],
    'must be a number as a string [json-pointer:/blocks/0/element/min_value]',
  ],
  [
    'least above most',
    [input({ type: 'plain_text_input', min_length: 5, max_length: 4 })],
    'min_length cannot be greater than max_length [json-pointer:/blocks/0/element]',
  ],
  [
    'an image from nowhere',
    [{ type: 'image', alt_text: 'x' }],
    'must provide exactly one of: image_url, slack_file [json-pointer:/blocks/0]',
  ],
  [
    'a block_id twice',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    'block_id "a" already exists [json-pointer:/blocks/1/block_id]',
  ],
  [
    'an action_id twice in a block',
    [actions({ type: 'button', text, action_id: 'a' }, { type: 'button', text, action_id: 'a' })],
    'action_id "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    'two that want the focus',
    [
      input({ type: 'plain_text_input', focus_on_load: true }),
      input({ type: 'plain_text_input', focus_on_load: true }),
    ],
    'only one element can set focus_on_load [json-pointer:/blocks/1/element/focus_on_load]',
  ],
  [
    'rows of different width',
    [
      {
        type: 'data_table',
        caption: 'x',
        rows: [[samples.rich_text], [samples.rich_text, samples.rich_text]],
      },
    ],
    'all rows must have the same number of cells [json-pointer:/blocks/0/rows]',
  ],
  [
    'a series without its points',
    [
      {
        type: 'data_visualization',
        title: 'x',
        chart: {
          type: 'bar',
          series: [{ name: 'a', data: [{ label: 'x', value: 1 }] }],
          axis_config: { categories: ['x', 'y'] },
        },
      },
    ],
    'labels must match axis_config.categories [json-pointer:/blocks/0/chart/series/0/data]',
  ],
])('%s is refused', (_name, blocks, line) => {
  expect(lines(blocks)).toEqual([line]);
});

test('the same action_id in two blocks is fine', () => {
  const row = actions({ type: 'button', text, action_id: 'open', value: '1' });
  expect(lines([row, row])).toEqual([]);
});

test('every fault is reported, not only the first', () => {
  expect(lines([{ type: 'header' }, { type: 'nope' }])).toHaveLength(2);
});

test('a modal with inputs needs a submit button, and nothing that only a message has', () => {
  const modal = { type: 'modal', title: text, blocks: [samples.input] };
  expect(faultLines(checkView(modal, 'modal'))).toEqual([
    'missing required field: submit [json-pointer:/view]',
  ]);
  expect(checkView({ ...modal, submit: text }, 'modal')).toEqual([]);
  expect(faultLines(checkView({ ...modal, submit: text, submit_disabled: true }, 'modal'))).toEqual([
    'invalid additional property: submit_disabled [json-pointer:/view]',
  ]);
});

test('a view is measured in bytes, not in characters', () => {
  expect(viewTooLarge({ x: 'a'.repeat(130_000) })).toBe(false);
  expect(viewTooLarge({ x: 'ü'.repeat(130_000) })).toBe(true);
});

test('every element is accepted where it belongs', () => {
  const menus = ['users_select', 'conversations_select', 'channels_select', 'external_select'];
  const elements: Fields[] = [
    ...menus.flatMap((type) => [{ type }, { type: `multi_${type}` }]),
    { type: 'static_select', options: [option] },
    { type: 'multi_static_select', options: [option] },
    { type: 'checkboxes', options: [{ ...option, description: { type: 'mrkdwn', text: 'x' } }] },
    { type: 'radio_buttons', options: [option] },
    { type: 'datepicker' },
    { type: 'timepicker' },
    { type: 'datetimepicker' },
  ];
  const typed: Fields[] = [
    { type: 'plain_text_input', multiline: true },
    { type: 'email_text_input' },
    { type: 'url_text_input' },
    { type: 'number_input', is_decimal_allowed: true },
    { type: 'rich_text_input' },
    { type: 'file_input' },
  ];
  expect(lines([actions(...elements, { type: 'overflow', options: [option] })])).toEqual([]);
  expect(lines([...elements, ...typed].map(input), 'modal')).toEqual([]);
});
