import { useState } from 'preact/hooks';
import { html, useSelect } from '../ui/view.js';
import { useControl } from './control.js';
import { describeFault, FAULTS, METHODS, readFault } from './fault-forms.js';

/** Faults on demand: what is ordered stays until it is used up or taken back. */

/** @param {{ name: import('./fault-forms.js').FaultField; client: import('../client.js').Client }} props */
function FaultField({ name, client }) {
  const channels = useSelect(client, (state) => state.channels);
  switch (name) {
    case 'method':
      return html`<label>Method<input class="field" name="method" list="methods" required value="chat.postMessage" /></label>`;
    case 'milliseconds':
      return html`<label>Milliseconds<input class="field" name="milliseconds" type="number" min="0" required value="4000" /></label>`;
    case 'code':
      return html`<label>Error code<input class="field" name="code" required value="channel_not_found" /></label>`;
    case 'retryAfter':
      return html`<label>Retry-After (seconds, empty for none)<input class="field" name="retryAfter" value="5" /></label>`;
    case 'afterAccepting':
      return html`<label class="tick"><input type="checkbox" name="afterAccepting" /><span>After doing it</span></label>`;
    case 'channel':
      return html`<label>Channel<select class="field" name="channel" required>
        ${[...channels.values()].filter((channel) => channel.kind !== 'im').map((channel) => html`<option value=${channel.id}>#${channel.name}</option>`)}
      </select></label>`;
    case 'what':
      return html`<label>What<select class="field" name="what">
        <option value="event">Event</option><option value="command">Command</option><option value="interaction">Interaction</option>
      </select></label>`;
    case 'times':
      return html`<label>Times (empty: until taken back)<input class="field" name="times" type="number" min="1" value="1" /></label>`;
    default:
      return null;
  }
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
      <label>Fault<select class="field" value=${kind} onChange=${(/** @type {Event} */ event) => setKind(/** @type {HTMLSelectElement} */ (event.target).value)}>
        ${Object.entries(FAULTS).map(([name, fault]) => html`<option value=${name}>${fault.title}</option>`)}
      </select></label>
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
