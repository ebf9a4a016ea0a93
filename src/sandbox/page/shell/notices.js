import { useEffect, useRef } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { typedText } from '../text/typed.js';
import { Icon, IconButton } from '../ui/icons.js';
import { html, useSelect } from '../ui/view.js';

/**
 * Notifications, and what went wrong. They leave by themselves unless one looks at them.
 *
 * @import { Notice } from '../changes.js'
 */

const STAYS_MS = { mention: 7000, dm: 7000, error: 9000 };
const MARKS = /** @type {const} */ ({ mention: 'message', dm: 'message', error: 'warning' });
const TITLES = { mention: 'You were mentioned', dm: 'New direct message', error: 'Something went wrong' };

/** @param {{ notice: Notice }} props */
function NoticeCard({ notice }) {
  const { client, openChannel } = usePane();
  const card = useRef(/** @type {HTMLElement | null} */ (null));

  useEffect(() => {
    const timer = setInterval(() => {
      if (!card.current?.matches(':hover, :focus-within')) client.dismissNotice(notice.id);
    }, STAYS_MS[notice.kind]);
    return () => clearInterval(timer);
  }, []);

  function follow() {
    client.dismissNotice(notice.id);
    openChannel(notice.channel);
  }

  const inside = html`<b>${TITLES[notice.kind]}</b><span>${typedText(notice.text, client.state)}</span>`;
  return html`<div ref=${card} class=${`notice notice-${notice.kind}`} role=${notice.kind === 'error' ? 'alert' : 'status'}>
    <${Icon} name=${MARKS[notice.kind]} />
    ${notice.channel ? html`<button type="button" class="notice-words" onClick=${follow}>${inside}</button>` : html`<div class="notice-words">${inside}</div>`}
    <${IconButton} icon="close" label="Dismiss" class="icon-button-small" onClick=${() => client.dismissNotice(notice.id)} />
  </div>`;
}

/** @param {{ at: string | null }} props what is on the screen needs no notification */
export function Notices({ at }) {
  const { client } = usePane();
  const notices = useSelect(client, (state) => state.notices);
  const announcement = useSelect(client, (state) => state.announcement);

  useEffect(() => {
    for (const { id, channel } of notices) if (channel !== null && channel === at) client.dismissNotice(id);
  }, [notices, at]);

  return html`<div class="notices">${notices.map((notice) => html`<${NoticeCard} key=${notice.id} notice=${notice} />`)}</div>
    <p class="visually-hidden" role="status">${announcement}</p>`;
}
