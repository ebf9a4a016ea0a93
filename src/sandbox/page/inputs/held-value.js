import { useState } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { useSelect } from '../ui/view.js';
import { initialValue } from './values.js';

/**
 * What an element holds now. In a view: what was typed, else what the server keeps, else the initial value. In a message:
 * what was chosen, until the app changes the element.
 *
 * @import { ActionPlace } from '../../client-api.ts'
 * @import { ClientState } from '../changes.js'
 * @import { Element, Value } from '../block-kit.d.ts'
 */

/** @param {ClientState} state @param {ActionPlace} place */
export function viewAt(state, place) {
  switch (place.in) {
    case 'view':
      return state.views.find((view) => view.id === place.viewId) ?? null;
    case 'home':
      return state.home;
    default:
      return null;
  }
}

/**
 * @param {Element} element @param {string} blockId @param {ActionPlace} place
 * @returns {[Value, (value: Value) => void]} the value, and how to hold another one without telling the server
 */
export function useHeldValue(element, blockId, place) {
  const { client } = usePane();
  const actionId = element.action_id ?? '';
  const asSent = JSON.stringify(element);
  const [chosen, setChosen] = useState({ asSent, value: /** @type {Value | null} */ (null) });
  const inView = useSelect(client, (state) => {
    const view = viewAt(state, place);
    return view && (state.drafts[view.id]?.[blockId]?.[actionId] ?? view.state[blockId]?.[actionId]);
  });

  if (place.in === 'message') {
    const value = chosen.asSent === asSent ? chosen.value : null;
    return [value ?? initialValue(element), (next) => setChosen({ asSent, value: next })];
  }
  const hold = (/** @type {Value} */ next) => {
    const view = viewAt(client.state, place);
    if (view) client.hold(view.id, blockId, actionId, next);
  };
  return [/** @type {Value | undefined} */ (inView) ?? initialValue(element), hold];
}
