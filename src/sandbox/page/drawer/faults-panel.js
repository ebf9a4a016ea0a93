import { useId, useState } from 'preact/hooks';
import { html, useSelect } from '../ui/view.js';
import { useControl } from './control.js';
import { describeFault, FAULTS, METHODS, readFault } from './fault-forms.js';

/** Faults on demand: what is ordered stays until it is used up or taken back. */

/** @param {{ label: string; children: (id: string) => import('preact').ComponentChild }} props a label and the field that it names */
function Row({ label, children }) {
  const id = useId();
  return html`<div class="fault-row"><label for=${id}>${label}</label>${children(id)}</div>`;
}

/** @type {Record<string, { label: string; attributes: Record<string, unknown> }>} */
const TEXT_FIELDS = {
  method: { label: 'Method', attributes: { list: 'methods', required: true, value: 'chat.postMessage' } },
  milliseconds: {
    label: 'Milliseconds',
    attributes: { type: 'number', min: 0, required: true, value: 4000 },
  },
  code: { label: 'Error code', attributes: { required: true, value: 'channel_not_found' } },
  retryAfter: { label: 'Retry-After (seconds, empty for none)', attributes: { value: 5 } },
  times: { label: 'Times (empty: until taken back)', attributes: { type: 'number', min: 1, value: 1 } },
};

/** @param {{ name: import('./fault-forms.js').FaultField; client: import('../client.js').Client }} props */
function FaultField({ name, client }) {
  const channels = useSelect(client, (state) => state.channels);
  if (name === 'afterAccepting')
    return html`<label class="tick"><input type="checkbox" name=${name} /><span>After doing it</span></label>`;
  if (name === 'channel') {
    const rooms = [...channels.values()].filter((channel) => channel.kind !== 'im');
    return html`<${Row} label="Channel">${(
      /** @type {string} */ id,
    ) => html`<select id=${id} class="field" name=${name} required>
      ${rooms.map((channel) => html`<option value=${channel.id}>#${channel.name}</option>`)}
    </select>`}</${Row}>`;
  }
  if (name === 'what') {
    return html`<${Row} label="What">${(
      /** @type {string} */ id,
    ) => html`<select id=${id} class="field" name=${name}>
      <option value="event">Event</option><option value="command">Command</option><option value="interaction">Interaction</option>
    </select>`}</${Row}>`;
  }
  const { label, attributes } = TEXT_FIELDS[name];
  return html`<${Row} label=${label}>${(/** @type {string} */ id) => html`<input id=${id} class="field" name=${name} ...${attributes} />`}</${Row}>`;
}

/** @param {{ client: import('../client.js').Client; onMessage(message: string): void }} props */
export function FaultsPanel({ client, onMessage }) {
  const { state, order } = useControl(onMessage);
  const [kind, setKind] = useState(/** @type {keyof typeof FAULTS} */ ('slow'));
  const { fields, about } = FAULTS[kind];

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    const fault = readFault(kind, new FormData(/** @type {HTMLFormElement} */ (event.target)));
    order({ fault }, `Ordered: ${describeFault(fault)}`);
  }

  return html`<form class="fault-form" onSubmit=${submit}>
      <${Row} label="Fault">${(
        /** @type {string} */ id,
      ) => html`<select id=${id} class="field" value=${kind} onChange=${(/** @type {Event} */ event) => setKind(/** @type {keyof typeof FAULTS} */ (/** @type {HTMLSelectElement} */ (event.target).value))}>
        ${Object.entries(FAULTS).map(([name, fault]) => html`<option value=${name}>${fault.title}</option>`)}
      </select>`}</${Row}>
      ${fields.map((/** @type {import('./fault-forms.js').FaultField} */ name) => html`<${FaultField} key=${`${kind}-${name}`} name=${name} client=${client} />`)}
      <button type="submit" class="button button-primary-full">Order this fault</button>
      <p class="hint">${about}</p>
      <datalist id="methods">${METHODS.map((method) => html`<option value=${method} />`)}</datalist>
    </form>
    <div class="drawer-tools">
      <b>${state && state.faults.length > 0 ? 'In force' : 'No fault is in force.'}</b>
      ${state && state.faults.length > 0 && html`<button type="button" class="button" onClick=${() => order({ clearFaults: true }, 'All faults taken back.')}>Take all back</button>`}
      <label class="tick">
        <input type="checkbox" checked=${state?.rateLimits ?? false} onChange=${() => order({ rateLimits: !state?.rateLimits })} />
        <span>Slack’s rate limits</span>
      </label>
    </div>
    <ul class="fault-list">${state?.faults.map((fault) => html`<li>${describeFault(fault)}</li>`)}</ul>`;
}
