import { useRef, useState } from 'preact/hooks';
import { richTextOf, typedTextOf } from '../text/rich-text.js';
import { prefixLines, surround } from '../ui/text-edit.js';
import { classes, html } from '../ui/view.js';

/**
 * Formatted text, typed with Slack's signs (the buttons put them) and sent as a rich_text block.
 *
 * @import { ElementProps } from './element.js'
 */

/** @type {{ name: string; face: import('preact').ComponentChild; apply(field: HTMLTextAreaElement): void }[]} */
const TOOLS = [
  { name: 'Bold', face: html`<b>B</b>`, apply: (field) => surround(field, '*') },
  { name: 'Italic', face: html`<i>I</i>`, apply: (field) => surround(field, '_') },
  { name: 'Strikethrough', face: html`<s>S</s>`, apply: (field) => surround(field, '~') },
  { name: 'Code', face: '</>', apply: (field) => surround(field, '`') },
  { name: 'Bulleted list', face: '•', apply: (field) => prefixLines(field, () => '• ') },
  { name: 'Numbered list', face: '1.', apply: (field) => prefixLines(field, (index) => `${index + 1}. `) },
  { name: 'Quote', face: '❝', apply: (field) => prefixLines(field, () => '> ') },
];

/** @param {ElementProps} props */
export function RichTextInput({ element, value, id, label, describedBy, invalid, onChange }) {
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  // The signs as typed are kept here: the block alone would lose an unfinished `*`.
  const [typed, setTyped] = useState(() => (value.rich_text_value ? typedTextOf(value.rich_text_value) : ''));

  return html`<div class=${classes('rich-input', invalid && 'invalid')}>
    <div class="rich-tools" role="toolbar" aria-label="Formatting">
      ${TOOLS.map(
        (tool) => html`<button
          type="button" aria-label=${tool.name} title=${tool.name}
          onClick=${() => field.current && tool.apply(field.current)}
        >${tool.face}</button>`,
      )}
    </div>
    <textarea
      ref=${field} id=${id} class="field" rows=${element.min_lines ?? 4} value=${typed} placeholder=${element.placeholder?.text}
      aria-label=${id ? undefined : label} aria-describedby=${describedBy} aria-invalid=${invalid || undefined}
      data-focus-on-load=${element.focus_on_load || undefined}
      onInput=${(/** @type {InputEvent} */ event) => {
        const text = /** @type {HTMLTextAreaElement} */ (event.target).value;
        setTyped(text);
        onChange({ rich_text_value: richTextOf(text) });
      }}
    ></textarea>
  </div>`;
}
