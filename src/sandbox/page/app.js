import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchSnapshot } from './api.js';
import { Drawer } from './drawer/drawer.js';
import { go, useRoute } from './route.js';
import { Pane } from './shell/pane.js';
import { Banner, Caption, opening } from './shell/stage.js';
import { TopBar } from './shell/top-bar.js';
import { html } from './ui/view.js';

/** The page: a bar, one pane or two, and the developer tools. */
function App() {
  const { panes, tools } = useRoute();
  const [client, setClient] = useState(/** @type {import('./client.js').Client | null} */ (null));
  const [failure, setFailure] = useState('');
  const [first] = panes;

  useEffect(() => {
    if (first.as) return;
    fetchSnapshot()
      .then(({ me, stage }) => go(first.at ? { as: me.id } : opening(me.id, stage), { replace: true }))
      .catch((error) => setFailure(error.message));
  }, [first.as]);

  if (!first.as)
    return html`<p class="boot" role=${failure ? 'alert' : 'status'}>${failure || 'Opening the workspace…'}</p>`;
  return html`
    <${TopBar} client=${client} sideBySide=${panes.length > 1} tools=${tools} />
    ${client && html`<${Banner} client=${client} />`}
    <main class="panes" data-count=${panes.length}>
      ${panes.map((route, index) => html`<${Pane} key=${index} index=${index} route=${route} onClient=${index === 0 ? setClient : () => {}} />`)}
    </main>
    ${client && html`<${Caption} client=${client} />`}
    ${tools && client && html`<${Drawer} tab=${tools} client=${client} />`}`;
}

const root = /** @type {HTMLElement} */ (document.getElementById('app'));
root.replaceChildren();
render(html`<${App} />`, root);
