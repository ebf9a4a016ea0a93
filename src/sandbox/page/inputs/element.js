import { html } from '../ui/view.js';
import { Button, ContextButton, FeedbackButtons, LinkButton, Overflow } from './buttons.js';
import { Checkboxes, RadioButtons } from './choices.js';
import { DatePicker, DateTimePicker, TimePicker } from './dates.js';
import { FileInput } from './files.js';
import { RichTextInput } from './rich-text-input.js';
import { Select } from './select.js';
import { TextInput } from './text-input.js';

/**
 * One interactive element of Block Kit, whatever its type and wherever it stands.
 *
 * @import { ActionPlace } from '../../client-api.ts'
 * @import { Element as BlockElement, Value } from '../block-kit.d.ts'
 * @typedef {{
 *   element: BlockElement;
 *   blockId: string;
 *   place: ActionPlace;
 *   value: Value;
 *   label: string;
 *   onChange(value: Value): void;
 *   immediate?: boolean;
 *   busy?: boolean;
 *   id?: string;
 *   describedBy?: string;
 *   invalid?: boolean;
 *   disabled?: boolean;
 *   onEnter?(value: Value): void;
 * }} ElementProps
 * `immediate`: each change is an action of its own (not an input of a form); `id`: a label elsewhere points at it;
 * `onEnter`: Enter was pressed in a one-line text
 */

/** @type {Record<string, (props: ElementProps) => import('preact').ComponentChild>} */
const ELEMENTS = {
  button: Button,
  workflow_button: LinkButton,
  icon_button: ContextButton,
  feedback_buttons: FeedbackButtons,
  overflow: Overflow,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  rich_text_input: RichTextInput,
  file_input: FileInput,
};

/** @param {ElementProps} props */
export function Element(props) {
  const Kind = ELEMENTS[props.element.type] ?? Select;
  return html`<${Kind} ...${props} />`;
}
