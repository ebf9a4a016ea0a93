import { useEffect, useMemo, useState } from 'preact/hooks';
import { Blocks } from '../blocks/block.js';
import { usePane } from '../pane-context.js';
import { Avatar } from '../ui/avatar.js';
import { Dialog } from '../ui/dialog.js';
import { Icon, IconButton } from '../ui/icons.js';
import { classes, html, useSelect } from '../ui/view.js';

/** The top one of the open views. @param {{ view: import('../../client-api.ts').ClientView; depth: number }} props */
function ModalView({ view, depth }) {
  const { client } = usePane();
  const app = useSelect(client, (state) => state.people.get(state.app.botUserId));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const place = useMemo(() => ({ in: /** @type {const} */ ('view'), viewId: view.id }), [view.id]);
  const faults = Object.keys(view.errors).length;

  useEffect(() => {
    if (faults === 0) return;
    /** @type {HTMLElement | null} */ (
      document.querySelector(`[data-view="${view.id}"] .has-error :is(input, textarea)`)
    )?.focus();
  }, [view.errors]);

  async function submit() {
    if (busy) return;
    setBusy(true);
    setProblem('');
    const result = await client.submit(view.id);
    setBusy(false);
    if (!result.ok) setProblem(result.error);
  }

  /** @param {boolean} all */
  async function close(all) {
    await client.settled();
    client.act({ do: 'close-view', viewId: view.id, ...(all && { clearAll: true }) });
  }

  const footer = html`
    <button type="button" class="button" onClick=${() => close(false)}>${view.close}</button>
    ${view.submit && html`<button type="submit" form=${`form-${view.id}`} class=${classes('button button-primary-full', busy && 'busy')} aria-busy=${busy}>${view.submit}</button>`}`;

  return html`<${Dialog}
    title=${html`<${Avatar} user=${app} size="small" />${view.title}`} class="modal" footer=${footer} onClose=${() => close(false)}
    header=${html`${depth > 1 && html`<span class="hint">Step ${depth}</span>`}<${IconButton} icon="close" label="Close dialog" onClick=${() => close(true)} />`}
  >
    <form id=${`form-${view.id}`} data-view=${view.id} novalidate inert=${busy} onSubmit=${(
      /** @type {Event} */ event,
    ) => {
      event.preventDefault();
      submit();
    }}>
      ${problem && faults === 0 && html`<div class="alert alert-error" role="alert"><${Icon} name="warning" /><div>${problem}</div></div>`}
      <${Blocks} blocks=${view.blocks} place=${place} />
    </form>
    ${busy && html`<p class="visually-hidden" role="status">Sending…</p>`}
  </${Dialog}>`;
}

export function Modals() {
  const { client } = usePane();
  const views = useSelect(client, (state) => state.views);
  const top = views.at(-1);
  return top ? html`<${ModalView} key=${top.id} view=${top} depth=${views.length} />` : null;
}
