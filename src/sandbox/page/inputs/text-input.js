import { classes, html } from '../ui/view.js';

/**
 * The four one-value text inputs: plain text (one line or more), email, url, number.
 *
 * @import { ElementProps } from './element.js'
 */

/** @type {Record<string, string | undefined>} */
const KEYBOARDS = { email_text_input: 'email', url_text_input: 'url', number_input: 'decimal' };
/** @type {Record<string, string | undefined>} */
const PLACEHOLDERS = { email_text_input: 'name@example.com', url_text_input: 'https://example.com' };

/** What is left, once a limit exists: below zero the server will refuse it, as Slack does. @param {{ length: number; most: number; id: string }} props */
function Counter({ length, most, id }) {
  const left = most - length;
  return html`<span class=${classes('counter', left < 0 && 'over')} id=${id} aria-label=${`${left} characters left`}>${left}</span>`;
}

/** @param {ElementProps} props */
export function TextInput({ element, value, id, label, describedBy, invalid, onChange, onEnter }) {
  const text = /** @type {string} */ (value.value ?? '');
  const counterId = `${id}-left`;
  const most = element.type === 'plain_text_input' ? element.max_length : undefined;
  const attributes = {
    id,
    class: classes('field', invalid && 'invalid'),
    value: text,
    placeholder: element.placeholder?.text ?? PLACEHOLDERS[element.type],
    'aria-label': id ? undefined : label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': classes(describedBy, most !== undefined && counterId) || undefined,
    'data-focus-on-load': element.focus_on_load || undefined,
    onInput: (/** @type {InputEvent} */ event) => {
      const typed = /** @type {HTMLInputElement} */ (event.target).value;
      onChange({ value: typed === '' ? null : typed });
    },
  };
  const field = element.multiline
    ? html`<textarea rows="4" ...${attributes}></textarea>`
    : html`<input
        type="text" inputmode=${KEYBOARDS[element.type]} autocomplete="off" ...${attributes}
        onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
          // Without a listener Enter submits the form, as in Slack.
          if (event.key !== 'Enter' || event.isComposing || !onEnter) return;
          event.preventDefault();
          onEnter({ value: text === '' ? null : text });
        }}
      />`;
  return html`<span class="counted">${field}${most && html`<${Counter} length=${text.length} most=${most} id=${counterId} />`}</span>`;
}
