/**
 * What each Block Kit element holds, in the shape that Slack sends (without `type`, which the server adds).
 *
 * @import { Element, Value } from '../block-kit.d.ts'
 */

/** @param {Element} element @returns {Value} what it holds before anyone touched it */
export function initialValue(element) {
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { value: element.initial_value ?? null };
    case 'rich_text_input':
      return { rich_text_value: element.initial_value ?? null };
    case 'datepicker':
      return { selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { selected_date_time: element.initial_date_time ?? null };
    case 'checkboxes':
      return { selected_options: element.initial_options ?? [] };
    case 'radio_buttons':
      return { selected_option: element.initial_option ?? null };
    case 'file_input':
      return { files: [] };
    default:
      return initialChoice(element);
  }
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

/** @param {Element} element @returns {Value} */
function initialChoice(element) {
  const kind = selectKind(element.type);
  if (!kind) return {};
  return { [`selected_${kind.field}`]: element[`initial_${kind.field}`] ?? (kind.multiple ? [] : null) };
}
