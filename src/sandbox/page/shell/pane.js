import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { createClient } from '../client.js';
import { PaneContext } from '../pane-context.js';
import { closeSecondPane, go, paneNames } from '../route.js';
import { ConfirmDialog } from '../ui/confirm.js';
import { IconButton } from '../ui/icons.js';
import { html, useSelect } from '../ui/view.js';
import { Conversation } from './conversation.js';
import { Modals } from './modal.js';
import { Notices } from './notices.js';
import { PersonaMenu } from './persona-menu.js';
import { Sidebar } from './sidebar.js';
import { Thread } from './thread.js';

/**
 * One persona's whole client. A page shows one, or two side by side.
 *
 * @import { ClientState } from '../changes.js'
 * @import { Question } from '../ui/confirm.js'
 * @import { PaneRoute } from '../route.js'
 */

/** Where a pane opens when its address names no channel. @param {ClientState} state */
function firstRoom({ channels }) {
  const rooms = [...channels.values()].filter((channel) => channel.isMember && channel.kind !== 'im');
  return rooms.toSorted((a, b) => a.name.localeCompare(b.name))[0] ?? [...channels.values()][0];
}

/** Questions are asked one at a time, over the pane that asks. */
function useQuestion() {
  const [asked, setAsked] = useState(
    /** @type {{ question: Question; answer(yes: boolean): void } | null} */ (null),
  );
  const ask = useCallback(
    (/** @type {Question} */ question) =>
      new Promise((/** @type {(yes: boolean) => void} */ resolve) => {
        setAsked({
          question,
          answer(yes) {
            setAsked(null);
            resolve(yes);
          },
        });
      }),
    [],
  );
  const dialog = asked && html`<${ConfirmDialog} question=${asked.question} onAnswer=${asked.answer} />`;
  return { ask, dialog };
}

/** @param {{ client: import('../client.js').Client; index: number; route: PaneRoute }} props */
function Rooms({ client, index, route }) {
  const phase = useSelect(client, (state) => state.phase);
  const channels = useSelect(client, (state) => state.channels);
  const views = useSelect(client, (state) => state.views.length);
  const { ask, dialog } = useQuestion();
  const names = paneNames(index);
  const pane = useMemo(
    () => ({
      client,
      isFirst: index === 0,
      ask,
      openChannel: (/** @type {string | null} */ id) =>
        go({ [names.at]: id, [names.thread]: null, [names.tab]: null }),
      openThread: (/** @type {string} */ channel, /** @type {string} */ ts) =>
        go({ [names.at]: channel, [names.thread]: ts }),
      closeThread: () => go({ [names.thread]: null }),
    }),
    [client, index],
  );
  const asked = route.at ? channels.get(route.at) : undefined;
  const channel = asked ?? firstRoom(client.state);
  const thread = asked ? route.thread : null;
  const view = thread ? 'thread' : asked ? 'room' : 'list';
  // While something is announced, others act in this seat: their windows would flash past.
  const isAnnounced = useSelect(client, (state) => state.stage.banner !== null);
  const covered = (views > 0 && !isAnnounced) || dialog !== null;

  return html`<${PaneContext.Provider} value=${pane}>
    <div class="pane-content" inert=${covered}>
      <header class="pane-bar">
        <${PersonaMenu} onChoose=${(/** @type {string} */ id) => go({ [names.as]: id, [names.at]: null, [names.thread]: null, [names.tab]: null })} />
        ${phase === 'reconnecting' && html`<span class="badge badge-warning" role="status">Reconnecting…</span>`}
        ${index === 1 && html`<${IconButton} icon="close" label="Close this pane" onClick=${() => closeSecondPane()} />`}
      </header>
      <div class="columns" data-view=${view}>
        <${Sidebar} at=${channel?.id ?? null} />
        ${channel && html`<${Conversation} key=${channel.id} channel=${channel} tab=${route.tab} onTab=${(/** @type {string} */ tab) => go({ [names.tab]: tab }, { replace: true })} />`}
        ${channel && thread && html`<${Thread} key=${thread} channel=${channel} ts=${thread} />`}
      </div>
    </div>
    ${!isAnnounced && html`<${Modals} />`}
    ${dialog}
    <${Notices} at=${channel?.id ?? null} />
  </${PaneContext.Provider}>`;
}

/** @param {{ index: number; route: PaneRoute & { as: string }; onClient(client: import('../client.js').Client): void }} props */
export function Pane({ index, route, onClient }) {
  const client = useMemo(() => createClient(route.as), [route.as]);
  const phase = useSelect(client, (state) => state.phase);
  const failure = useSelect(client, (state) => state.failure);
  const me = useSelect(client, (state) => state.me);

  useEffect(() => {
    onClient(client);
    return client.start();
  }, [client]);

  const label = me.id ? `${me.realName}’s workspace` : 'Workspace';
  return html`<section class="pane" aria-label=${label}>
    ${phase === 'opening' && html`<p class="boot" role="status">Opening the workspace…</p>`}
    ${phase === 'failed' && html`<p class="boot" role="alert">${failure}</p>`}
    ${me.id && html`<${Rooms} client=${client} index=${index} route=${route} />`}
  </section>`;
}
