import { isFields } from '../json.ts';
import { limits } from './limits.ts';
import {
  boxOption,
  colourStyle,
  confirm,
  conversationFilter,
  dispatchConfig,
  distinctOptions,
  imageFields,
  initialIsOption,
  menuOption,
  optionGroup,
  overflowOption,
  plainText,
} from './objects.ts';
import { richText } from './rich-text.ts';
import {
  always,
  exactlyOne,
  fault,
  flag,
  list,
  matching,
  object,
  oneOf,
  type Rule,
  text,
  unbounded,
  webAddress,
  whole,
} from './rules.ts';

const id = text(255);
const manyIds = list(id, unbounded, 0);
const date = matching(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD');
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm');
const decimal = matching(/^-?\d+(\.\d+)?$/, 'a number as a string');

/** An action_id names an element once in its block. */
const uniqueActionId: Rule = (value, pointer, scan) => {
  if (!isFields(value) || typeof value.action_id !== 'string') return;
  if (scan.actionIds.has(value.action_id))
    fault(scan, `${pointer}/action_id`, `action_id "${value.action_id}" already exists`);
  scan.actionIds.add(value.action_id);
};

const oneFocus: Rule = (value, pointer, scan) => {
  if (!isFields(value) || value.focus_on_load !== true) return;
  if (scan.focused) fault(scan, `${pointer}/focus_on_load`, 'only one element can set focus_on_load');
  scan.focused = true;
};

function ordered(low: string, high: string): Rule {
  return (value, pointer, scan) => {
    if (!isFields(value) || value[low] === undefined || value[high] === undefined) return;
    if (Number(value[low]) > Number(value[high]))
      fault(scan, pointer, `${low} cannot be greater than ${high}`);
  };
}

function element(needed: Record<string, Rule>, optional: Record<string, Rule>, ...further: Rule[]): Rule {
  return object(
    { type: always, ...needed },
    { action_id: text(limits.actionId), ...optional },
    uniqueActionId,
    oneFocus,
    ...further,
  );
}

const confirmable = { confirm };
const focusable = { focus_on_load: flag };
const placeholder = { placeholder: plainText(limits.placeholder) };
const menu = { ...confirmable, ...focusable, ...placeholder };
const several = { ...menu, max_selected_items: whole(1, unbounded) };
const typed = { ...focusable, ...placeholder, dispatch_action_config: dispatchConfig };
const options = list(menuOption, limits.selectOptions);
const groups = list(optionGroup, limits.selectGroups);
const queried = { min_query_length: whole(0, unbounded) };
const answering = { response_url_enabled: flag };

export const button = element(
  { text: plainText(limits.buttonText) },
  {
    ...confirmable,
    value: text(limits.buttonValue),
    url: webAddress(limits.buttonUrl),
    style: colourStyle,
    accessibility_label: text(limits.accessibilityLabel),
  },
);

const feedback = object(
  { text: plainText(limits.buttonText), value: text(limits.buttonValue) },
  { accessibility_label: text(limits.accessibilityLabel) },
);

/** Every element, by its type. Which block takes which stands in `blocks.ts`. */
export const elements = {
  button,
  image: object(imageFields.needed, imageFields.optional, imageFields.further),
  checkboxes: element(
    { options: list(boxOption, limits.checkboxesOptions) },
    { ...confirmable, ...focusable, initial_options: list(boxOption, limits.checkboxesOptions) },
    distinctOptions,
    initialIsOption,
  ),
  radio_buttons: element(
    { options: list(boxOption, limits.radioOptions) },
    { ...confirmable, ...focusable, initial_option: boxOption },
    distinctOptions,
    initialIsOption,
  ),
  overflow: element({ options: list(overflowOption, limits.overflowOptions) }, confirmable, distinctOptions),
  datepicker: element({}, { ...menu, initial_date: date }),
  timepicker: element({}, { ...menu, initial_time: time, timezone: text(255) }),
  datetimepicker: element(
    {},
    { ...confirmable, ...focusable, initial_date_time: whole(1_000_000_000, 9_999_999_999) },
  ),
  static_select: element(
    {},
    { ...menu, options, option_groups: groups, initial_option: menuOption },
    exactlyOne('options', 'option_groups'),
    distinctOptions,
    initialIsOption,
  ),
  multi_static_select: element(
    {},
    { ...several, options, option_groups: groups, initial_options: list(menuOption, limits.selectOptions) },
    exactlyOne('options', 'option_groups'),
    distinctOptions,
    initialIsOption,
  ),
  external_select: element({}, { ...menu, ...queried, initial_option: menuOption }),
  multi_external_select: element(
    {},
    { ...several, ...queried, initial_options: list(menuOption, limits.selectOptions) },
  ),
  users_select: element({}, { ...menu, initial_user: id }),
  multi_users_select: element({}, { ...several, initial_users: manyIds }),
  conversations_select: element(
    {},
    {
      ...menu,
      ...answering,
      initial_conversation: id,
      default_to_current_conversation: flag,
      filter: conversationFilter,
    },
  ),
  multi_conversations_select: element(
    {},
    {
      ...several,
      initial_conversations: manyIds,
      default_to_current_conversation: flag,
      filter: conversationFilter,
    },
  ),
  channels_select: element({}, { ...menu, ...answering, initial_channel: id }),
  multi_channels_select: element({}, { ...several, initial_channels: manyIds }),
  plain_text_input: element(
    {},
    {
      ...typed,
      initial_value: text(limits.inputMaxLength, 0),
      multiline: flag,
      min_length: whole(0, limits.inputMaxLength),
      max_length: whole(1, limits.inputMaxLength),
    },
    ordered('min_length', 'max_length'),
  ),
  email_text_input: element({}, { ...typed, initial_value: text(limits.inputMaxLength, 0) }),
  url_text_input: element({}, { ...typed, initial_value: text(limits.inputMaxLength, 0) }),
  number_input: element(
    { is_decimal_allowed: flag },
    { ...typed, initial_value: decimal, min_value: decimal, max_value: decimal },
    ordered('min_value', 'max_value'),
  ),
  rich_text_input: element(
    {},
    {
      ...typed,
      initial_value: richText,
      min_lines: whole(1, limits.richTextLines),
      max_lines: whole(1, limits.richTextLines),
    },
    ordered('min_lines', 'max_lines'),
  ),
  file_input: element(
    {},
    { filetypes: list(text(20), unbounded), max_files: whole(1, limits.fileInputFiles) },
  ),
  workflow_button: element(
    {
      text: plainText(limits.buttonText),
      workflow: object({
        trigger: object(
          { url: webAddress(limits.buttonUrl) },
          {
            customizable_input_parameters: list(
              object({ name: text(255), value: text(limits.buttonValue) }),
              unbounded,
            ),
          },
        ),
      }),
    },
    { ...confirmable, style: colourStyle, accessibility_label: text(limits.accessibilityLabel) },
  ),
  feedback_buttons: element({ positive_button: feedback, negative_button: feedback }, {}),
  icon_button: element(
    { icon: oneOf('trash'), text: plainText(limits.buttonText) },
    {
      ...confirmable,
      value: text(limits.buttonValue),
      accessibility_label: text(limits.accessibilityLabel),
      visible_to_user_ids: manyIds,
    },
  ),
} satisfies Record<string, Rule>;

export type ElementType = keyof typeof elements;

export function elementRules(...types: ElementType[]): Record<string, Rule> {
  return Object.fromEntries(types.map((type) => [type, elements[type]]));
}
