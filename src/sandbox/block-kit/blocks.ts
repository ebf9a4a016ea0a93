import { isFields, textOf } from '../json.ts';
import { atMost, block } from './block-rule.ts';
import { chart } from './charts.ts';
import { button, elementRules } from './elements.ts';
import { limits } from './limits.ts';
import { anyTextObject, imageElement, imageFields, mrkdwn, plainText } from './objects.ts';
import { richText, richTextParts } from './rich-text.ts';
import {
  always,
  byType,
  fault,
  flag,
  list,
  object,
  oneOf,
  type Rule,
  type Scan,
  type Surface,
  someOf,
  text,
  unbounded,
  webAddress,
} from './rules.ts';
import { dataTable, table } from './tables.ts';

const selects = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
] as const;
const multiSelects = [
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
] as const;
const pickers = [
  'checkboxes',
  'radio_buttons',
  'datepicker',
  'timepicker',
  ...selects,
  ...multiSelects,
] as const;

const markdown: Rule = (value, pointer, scan) => {
  text(unbounded)(value, pointer, scan);
  scan.markdown += textOf(value).length;
  if (scan.markdown > limits.markdownText) {
    fault(scan, pointer, `markdown blocks together must be less than ${limits.markdownText + 1} characters`);
  }
};

const card = block(
  {},
  {
    hero_image: imageElement,
    icon: imageElement,
    title: mrkdwn(limits.cardTitle),
    subtitle: mrkdwn(limits.cardSubtitle),
    body: mrkdwn(limits.cardBody),
    actions: list(byType({ button }), limits.cardButtons),
  },
  someOf('hero_image', 'title', 'body', 'actions'),
);

const status = oneOf('pending', 'in_progress', 'complete', 'error');
const taskCard = block(
  { task_id: text(255), title: text(unbounded), status },
  {
    details: richText,
    output: richText,
    sources: list(
      byType({ url: object({ type: always, url: webAddress(3000), text: text(unbounded) }) }),
      unbounded,
    ),
  },
);

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const messages: readonly Surface[] = ['message'];

/** Every block: where it may stand, and its rule. */
export const blocks: Record<string, { surfaces: readonly Surface[]; rule: Rule }> = {
  section: {
    surfaces: everywhere,
    rule: block(
      {},
      {
        text: anyTextObject(limits.sectionText),
        fields: list(anyTextObject(limits.sectionField), limits.sectionFields),
        accessory: byType(elementRules('button', 'image', 'overflow', 'workflow_button', ...pickers)),
        expand: flag,
      },
      someOf('text', 'fields'),
    ),
  },
  header: { surfaces: everywhere, rule: block({ text: plainText(limits.headerText) }) },
  divider: { surfaces: everywhere, rule: block({}) },
  image: {
    surfaces: everywhere,
    rule: block(
      imageFields.needed,
      { ...imageFields.optional, title: plainText(limits.imageTitle) },
      imageFields.further,
    ),
  },
  context: {
    surfaces: everywhere,
    rule: block({
      elements: list(
        (value, pointer, scan) =>
          (isFields(value) && value.type === 'image' ? imageElement : anyTextObject(limits.contextText))(
            value,
            pointer,
            scan,
          ),
        limits.contextElements,
      ),
    }),
  },
  actions: {
    surfaces: everywhere,
    rule: block({
      elements: list(
        byType(
          elementRules(
            'button',
            'overflow',
            'workflow_button',
            'datetimepicker',
            'rich_text_input',
            ...pickers,
          ),
        ),
        limits.actionsElements,
      ),
    }),
  },
  input: {
    surfaces: everywhere,
    rule: block(
      {
        label: plainText(limits.inputLabel),
        element: byType(
          elementRules(
            'plain_text_input',
            'email_text_input',
            'url_text_input',
            'number_input',
            'rich_text_input',
            'file_input',
            'datetimepicker',
            ...pickers,
          ),
        ),
      },
      { hint: plainText(limits.inputHint), optional: flag, dispatch_action: flag },
    ),
  },
  rich_text: { surfaces: everywhere, rule: block({ elements: list(richTextParts, unbounded, 0) }) },
  card: { surfaces: everywhere, rule: card },
  carousel: { surfaces: messages, rule: block({ elements: list(byType({ card }), limits.carouselCards) }) },
  markdown: { surfaces: messages, rule: block({ text: markdown }) },
  table: { surfaces: messages, rule: table },
  data_table: { surfaces: ['message', 'home'], rule: dataTable },
  container: {
    surfaces: messages,
    rule: block(
      {
        child_blocks: (value, pointer, scan) =>
          list(childBlock, limits.containerChildren)(value, pointer, scan),
      },
      {
        title: plainText(limits.containerTitle),
        rich_text_title: richText,
        subtitle: anyTextObject(limits.containerSubtitle),
        width: oneOf('narrow', 'standard', 'wide', 'full'),
        icon: imageElement,
        is_collapsible: flag,
        default_collapsed: flag,
        has_header_divider: flag,
      },
    ),
  },
  alert: {
    surfaces: ['modal'],
    rule: block(
      { text: anyTextObject(limits.alertText) },
      { level: oneOf('default', 'info', 'warning', 'error', 'success') },
    ),
  },
  context_actions: {
    surfaces: messages,
    rule: block({
      elements: list(byType(elementRules('feedback_buttons', 'icon_button')), limits.contextActionsElements),
    }),
  },
  task_card: { surfaces: messages, rule: taskCard },
  plan: {
    surfaces: messages,
    rule: block({ title: text(unbounded) }, { tasks: list(byType({ task_card: taskCard }), unbounded) }),
  },
  data_visualization: {
    surfaces: messages,
    rule: block({ title: text(limits.chartTitle), chart }, {}, atMost(limits.chartsAMessage)),
  },
};

const containable = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
];
const childBlock = byType(
  Object.fromEntries(
    Object.entries(blocks)
      .filter(([type]) => containable.includes(type))
      .map(([type, { rule }]) => [type, rule]),
  ),
);

/** One block on the scan's surface. */
export function checkBlock(value: unknown, pointer: string, scan: Scan): void {
  const type = isFields(value) ? value.type : undefined;
  const known = typeof type === 'string' && Object.hasOwn(blocks, type) ? blocks[type] : undefined;
  if (!isFields(value)) fault(scan, pointer, 'must provide an object');
  else if (type === undefined) fault(scan, pointer, 'missing required field: type');
  else if (!known?.surfaces.includes(scan.surface)) fault(scan, pointer, `unsupported type: ${type}`);
  else known.rule(value, pointer, scan);
}
