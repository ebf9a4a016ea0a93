/**
 * What each Block Kit element holds, in the shape that Slack sends (without `type`, which the server adds).
 *
 * @import { Element, Value } from '../block-kit.d.ts'
 */

/** Where each type keeps its value, where it begins, and what it is when empty. @type {Record<string, [string, string, unknown]>} */
const FIELDS = {
  plain_text_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  checkboxes: ['selected_options', 'initial_options', []],
  radio_buttons: ['selected_option', 'initial_option', null],
  file_input: ['files', 'initial_files', []],
};

/** @param {Element} element @returns {Value} what it holds before anyone touched it */
export function initialValue(element) {
  const initial = new Map(Object.entries(element));
  const kind = selectKind(element.type);
  if (kind)
    return {
      [`selected_${kind.field}`]: initial.get(`initial_${kind.field}`) ?? (kind.multiple ? [] : null),
    };
  const known = FIELDS[element.type];
  if (!known) return {};
  const [field, from, empty] = known;
  return { [field]: initial.get(from) ?? empty };
}

/** The field that a select's choice goes by: `[single, multi]`, for the value and for its `initial_` twin. */
const CHOICE_FIELDS = {
  static: ['option', 'options'],
  external: ['option', 'options'],
  users: ['user', 'users'],
  conversations: ['conversation', 'conversations'],
  channels: ['channel', 'channels'],
};

/** @param {string} type such as `multi_users_select` */
export function selectKind(type) {
  const match = /^(multi_)?(static|external|users|conversations|channels)_select$/.exec(type);
  if (!match) return null;
  const source = /** @type {keyof typeof CHOICE_FIELDS} */ (match[2]);
  const multiple = match[1] !== undefined;
  return { source, multiple, field: CHOICE_FIELDS[source][multiple ? 1 : 0] };
}
