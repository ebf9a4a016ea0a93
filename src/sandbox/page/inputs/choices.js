import { useId } from 'preact/hooks';
import { TextObject } from '../text/text-view.js';
import { classes, html } from '../ui/view.js';

/**
 * Checkboxes and radio buttons.
 *
 * @import { Option } from '../block-kit.d.ts'
 * @import { ElementProps } from './element.js'
 */

/** @param {ElementProps & { type: 'checkbox' | 'radio'; isChosen(option: Option): boolean; onPick(option: Option, on: boolean): void }} props */
function Choices({ element, type, label, describedBy, invalid, isChosen, onPick }) {
  const name = useId();
  return html`<div
    class=${classes('choices-group', invalid && 'invalid')} role=${type === 'radio' ? 'radiogroup' : 'group'}
    aria-label=${label} aria-describedby=${describedBy} aria-invalid=${(type === 'radio' && invalid) || undefined}
  >
    ${element.options.map(
      (
        /** @type {Option} */ option,
        /** @type {number} */ index,
      ) => html`<label class="tick" key=${option.value}>
        <input
          type=${type} name=${name} value=${option.value} checked=${isChosen(option)}
          data-focus-on-load=${(index === 0 && element.focus_on_load) || undefined}
          aria-describedby=${option.description ? `${name}-${index}` : undefined}
          onChange=${(/** @type {Event} */ event) => onPick(option, /** @type {HTMLInputElement} */ (event.target).checked)}
        />
        <span class="tick-words">
          <${TextObject} text=${option.text} />
          ${option.description && html`<small id=${`${name}-${index}`}><${TextObject} text=${option.description} /></small>`}
        </span>
      </label>`,
    )}
  </div>`;
}

/** @param {ElementProps} props */
export function Checkboxes(props) {
  const chosen = props.value.selected_options ?? [];
  const values = new Set(chosen.map((option) => option.value));
  return html`<${Choices}
    ...${props} type="checkbox" isChosen=${(/** @type {Option} */ option) => values.has(option.value)}
    onPick=${(/** @type {Option} */ option, /** @type {boolean} */ on) => {
      // In the order of the options, whatever the order of the clicks.
      const next = props.element.options.filter((each) =>
        each.value === option.value ? on : values.has(each.value),
      );
      props.onChange({ selected_options: next });
    }}
  />`;
}

/** @param {ElementProps} props */
export function RadioButtons(props) {
  return html`<${Choices}
    ...${props} type="radio" isChosen=${(/** @type {Option} */ option) => props.value.selected_option?.value === option.value}
    onPick=${(/** @type {Option} */ option) => props.onChange({ selected_option: option })}
  />`;
}
