import { isFields, listOf, textOf } from '../json.ts';
import { chart } from './charts.ts';
import { button, elementRules } from './elements.ts';
import { limits } from './limits.ts';
import { anyTextObject, imageElement, imageFields, mrkdwn, plainText } from './objects.ts';
import { richText, richTextParts } from './rich-text.ts';
import {
  anyNumber,
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
  webAddress,
  whole,
} from './rules.ts';

const always: Rule = () => {};
const many = Number.MAX_SAFE_INTEGER;

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

const uniqueBlockId: Rule = (value, pointer, scan) => {
  if (!isFields(value) || typeof value.block_id !== 'string') return;
  if (scan.blockIds.has(value.block_id))
    fault(scan, `${pointer}/block_id`, `block_id "${value.block_id}" already exists`);
  scan.blockIds.add(value.block_id);
};

function block(needed: Record<string, Rule>, optional: Record<string, Rule> = {}, ...further: Rule[]): Rule {
  return object(
    { type: always, ...needed },
    { block_id: text(limits.blockId), ...optional },
    uniqueBlockId,
    ...further,
  );
}

/** At most so many of this block in one payload. */
function atMost(most: number): Rule {
  return (value, pointer, scan) => {
    const type = isFields(value) ? textOf(value.type) : '';
    const count = (scan.counts.get(type) ?? 0) + 1;
    scan.counts.set(type, count);
    if (count === most + 1) fault(scan, pointer, `no more than ${most} ${type} blocks allowed`);
  };
}

const rawText = object({ type: always, text: text(many) });
const rawNumber = object({ type: always, value: anyNumber, text: text(many) });
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richText });

const sameWidth: Rule = (value, pointer, scan) => {
  const widths = new Set(listOf(isFields(value) ? value.rows : []).map((row) => listOf(row).length));
  if (widths.size > 1) fault(scan, `${pointer}/rows`, 'all rows must have the same number of cells');
};

const textOfDataTable: Rule = (value, pointer, scan) => {
  if (isFields(value) && textWithin(value.rows) > limits.dataTableText) {
    fault(scan, `${pointer}/rows`, `must be less than ${limits.dataTableText + 1} characters in all`);
  }
};

/** The length of all `text` fields inside. */
export function textWithin(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textWithin(one), 0);
  if (!isFields(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, field]) =>
      sum + (name === 'text' && typeof field === 'string' ? field.length : textWithin(field)),
    0,
  );
}

const markdown: Rule = (value, pointer, scan) => {
  text(many)(value, pointer, scan);
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
  { task_id: text(255), title: text(many), status },
  {
    details: richText,
    output: richText,
    sources: list(byType({ url: object({ type: always, url: webAddress(3000), text: text(many) }) }), many),
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
  rich_text: { surfaces: everywhere, rule: block({ elements: list(richTextParts, many, 0) }) },
  card: { surfaces: everywhere, rule: card },
  carousel: { surfaces: messages, rule: block({ elements: list(byType({ card }), limits.carouselCards) }) },
  markdown: { surfaces: messages, rule: block({ text: markdown }) },
  table: {
    surfaces: messages,
    rule: block(
      { rows: list(list(cell, limits.tableCells), limits.tableRows) },
      {
        column_settings: list(
          object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag }),
          limits.tableCells,
        ),
      },
      atMost(limits.tablesAMessage),
    ),
  },
  data_table: {
    surfaces: ['message', 'home'],
    rule: block(
      { rows: list(list(cell, limits.dataTableCells), limits.dataTableRows), caption: text(many) },
      { page_size: whole(1, 100), row_header_column_index: whole(0, limits.dataTableCells - 1) },
      sameWidth,
      textOfDataTable,
    ),
  },
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
    rule: block({ title: text(many) }, { tasks: list(byType({ task_card: taskCard }), many) }),
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
  if (!isFields(value)) return fault(scan, pointer, 'must provide an object');
  const known =
    typeof value.type === 'string' && Object.hasOwn(blocks, value.type) ? blocks[value.type] : undefined;
  if (!known?.surfaces.includes(scan.surface)) {
    return fault(
      scan,
      pointer,
      value.type === undefined ? 'missing required field: type' : `unsupported type: ${value.type}`,
    );
  }
  known.rule(value, pointer, scan);
}
