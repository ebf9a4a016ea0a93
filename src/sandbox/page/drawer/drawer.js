import { useState } from 'preact/hooks';
import { go } from '../route.js';
import { IconButton } from '../ui/icons.js';
import { html } from '../ui/view.js';
import { ClockPanel } from './clock-panel.js';
import { FaultsPanel } from './faults-panel.js';
import { LogPanel } from './log-panel.js';

/** The developer's side of the sandbox: what was said, the clock, faults on demand. */

/** @type {Record<string, { name: string; Panel(props: { client: import('../client.js').Client; onMessage(message: string): void }): import('preact').ComponentChild }>} */
const TABS = {
  log: { name: 'Traffic', Panel: LogPanel },
  clock: { name: 'Clock', Panel: ClockPanel },
  faults: { name: 'Faults', Panel: FaultsPanel },
};

/** @param {{ tab: string; client: import('../client.js').Client }} props */
export function Drawer({ tab, client }) {
  const current = tab in TABS ? tab : 'log';
  const [message, setMessage] = useState('');
  const { Panel } = TABS[current];

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const names = Object.keys(TABS);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = names[(names.indexOf(current) + step + names.length) % names.length];
    go({ tools: next }, { replace: true });
    /** @type {HTMLElement | null} */ (
      /** @type {HTMLElement} */ (event.currentTarget).querySelector(`[data-tab=${next}]`)
    )?.focus();
  }

  return html`<section class="drawer" aria-label="Developer tools">
    <header class="drawer-head">
      <div class="tabs" role="tablist" aria-label="Developer tools" onKeyDown=${onKeyDown}>
        ${Object.entries(TABS).map(
          ([name, { name: title }]) =>
            html`<button type="button" role="tab" data-tab=${name} aria-selected=${name === current} tabindex=${name === current ? 0 : -1} onClick=${() => go({ tools: name }, { replace: true })}>${title}</button>`,
        )}
      </div>
      <span class="hint" role="status">${message}</span>
      <${IconButton} icon="close" label="Close developer tools" onClick=${() => go({ tools: null }, { replace: true })} />
    </header>
    <div class="drawer-body" role="tabpanel" aria-label=${TABS[current].name}>
      <${Panel} client=${client} onMessage=${setMessage} />
    </div>
  </section>`;
}
