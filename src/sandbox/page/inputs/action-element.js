import { useState } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { html } from '../ui/view.js';
import { Element } from './element.js';
import { useHeldValue } from './held-value.js';

/**
 * An element outside a form: using it is an action, which the app hears at once.
 *
 * @import { ActionPlace } from '../../client-api.ts'
 */

/** @param {import('../block-kit.d.ts').Element} element */
function labelOf(element) {
  return (
    element.placeholder?.text ??
    element.text?.text ??
    { overflow: 'More options', datepicker: 'Date', timepicker: 'Time' }[element.type] ??
    'Choose'
  );
}

/** @param {{ element: import('../block-kit.d.ts').Element; blockId: string; place: ActionPlace }} props */
export function ActionElement({ element, blockId, place }) {
  const { client, ask } = usePane();
  const [value, hold] = useHeldValue(element, blockId, place);
  const [busy, setBusy] = useState(false);

  /** @param {import('../block-kit.d.ts').Value} next */
  async function act(next) {
    if (busy || (element.confirm && !(await ask(element.confirm)))) return;
    hold(next);
    setBusy(true);
    await client.act({ do: 'action', place, blockId, actionId: element.action_id ?? '', value: next });
    setBusy(false);
  }

  return html`<${Element}
    element=${element} blockId=${blockId} place=${place} value=${value} label=${labelOf(element)}
    immediate=${true} busy=${busy} onChange=${act} onEnter=${act}
  />`;
}
