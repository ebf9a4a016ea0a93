import { Blocks } from '../blocks/block.js';
import { usePane } from '../pane-context.js';
import { html, useSelect } from '../ui/view.js';

const PLACE = /** @type {const} */ ({ in: 'home' });

/** What the app published for this person. */
export function AppHome() {
  const { client } = usePane();
  const home = useSelect(client, (state) => state.home);
  const app = useSelect(client, (state) => state.app);
  return html`<div class="app-home" role="tabpanel" aria-label="Home" tabindex="0">
    <div class="app-home-page">
      ${
        home
          ? html`<${Blocks} blocks=${home.blocks} place=${PLACE} />`
          : html`<div class="intro"><p>${app.name} has not published its Home yet.</p><p class="hint">It appears here as soon as the app sends it.</p></div>`
      }
    </div>
  </div>`;
}
