import { useId, useRef } from 'preact/hooks';
import { Element } from '../inputs/element.js';
import { useHeldValue, viewAt } from '../inputs/held-value.js';
import { usePane } from '../pane-context.js';
import { PlainText } from '../text/text-view.js';
import { classes, html, useSelect } from '../ui/view.js';

/**
 * A label, an element, a hint and, after a refused submission, what is wrong with it.
 *
 * @import { BlockProps } from './block.js'
 * @import { Value } from '../block-kit.d.ts'
 */

/** These are groups or pairs of fields: they take the label as a legend. */
const GROUPS = new Set(['checkboxes', 'radio_buttons', 'datetimepicker']);
const TYPED = new Set([
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
]);
const PAUSE_MS = 300;

/**
 * When a `dispatch_action` input speaks: a text on Enter unless told otherwise, anything else on each change.
 *
 * @param {import('../block-kit.d.ts').Element} element @param {'enter' | 'change'} moment
 */
function dispatchesOn(element, moment) {
  if (!TYPED.has(element.type)) return moment === 'change';
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  return triggers.includes(moment === 'enter' ? 'on_enter_pressed' : 'on_character_entered');
}

/** @param {BlockProps} props */
export function InputBlock({ block, place }) {
  const { client } = usePane();
  const { element, label, hint } = block;
  const blockId = block.block_id ?? '';
  const [value, hold] = useHeldValue(element, blockId, place);
  const error = useSelect(client, (state) => viewAt(state, place)?.errors[blockId]);
  const timer = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const id = useId();

  /** @param {Value} next */
  async function dispatch(next) {
    await client.settled();
    await client.act({ do: 'action', place, blockId, actionId: element.action_id ?? '', value: next });
  }

  /** @param {Value} next */
  function change(next) {
    const view = viewAt(client.state, place);
    if (view) client.type(view.id, blockId, element.action_id ?? '', next);
    else hold(next);
    if (!block.dispatch_action || !dispatchesOn(element, 'change')) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => dispatch(next), TYPED.has(element.type) ? PAUSE_MS : 0);
  }

  const onEnter = block.dispatch_action && dispatchesOn(element, 'enter') ? dispatch : undefined;
  const isGroup = GROUPS.has(element.type);
  const words = html`<${PlainText} text=${label} />${block.optional && html` <span class="optional">(optional)</span>`}`;
  return html`<div class=${classes('input-block', error && 'has-error')}>
    ${isGroup ? html`<span class="input-label">${words}</span>` : html`<label class="input-label" for=${id}>${words}</label>`}
    <${Element}
      element=${element} blockId=${blockId} place=${place} value=${value} label=${label.text} id=${id}
      describedBy=${classes(error && `${id}-error`, hint && `${id}-hint`) || undefined} invalid=${Boolean(error)}
      onChange=${change} onEnter=${onEnter}
    />
    ${error && html`<p class="field-error" id=${`${id}-error`}>${error}</p>`}
    ${hint && html`<p class="hint" id=${`${id}-hint`}><${PlainText} text=${hint} /></p>`}
  </div>`;
}
