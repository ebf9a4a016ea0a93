import { useMemo, useState } from 'preact/hooks';
import { fileUrl } from '../api.js';
import { Blocks } from '../blocks/block.js';
import { usePane } from '../pane-context.js';
import { Mrkdwn, Timestamp } from '../text/text-view.js';
import { Avatar } from '../ui/avatar.js';
import { Icon } from '../ui/icons.js';
import { classes, html, memo, useSelect } from '../ui/view.js';
import { clockTime, fullTime } from '../zone.js';
import { EditBox } from './edit-box.js';
import { MessageTools } from './message-tools.js';
import { Reactions } from './reactions.js';

/** @import { ClientFile, ClientMessage } from '../../client-api.ts' */

/** A message's `ts` is its instant, in seconds with six decimals. @param {string} ts */
export function instantOfTs(ts) {
  return Math.floor(Number(ts) * 1000);
}

/** @param {number} bytes */
function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** @param {{ file: ClientFile }} props */
function FileCard({ file }) {
  const { client } = usePane();
  const url = fileUrl(client.as, file.id);
  const isImage = /^image\/(png|jpeg|gif|webp)$/.test(file.mimetype);
  return html`<a class="file-card" href=${url} target="_blank" rel="noreferrer" download=${isImage ? undefined : file.name}>
    ${isImage ? html`<img src=${url} alt=${file.name} loading="lazy" />` : html`<${Icon} name="file" />`}
    <span>${file.name}<small>${sizeText(file.size)}</small></span>
  </a>`;
}

/** @param {{ message: ClientMessage }} props */
function ThreadSummary({ message }) {
  const { client, openThread } = usePane();
  const people = useSelect(client, (state) => state.people);
  const { replyCount, replyUsers, latestReplyTs } = message;
  useSelect(client, (state) => state.clock);
  const last = latestReplyTs && fullTime(instantOfTs(latestReplyTs), client.now(), client.state.me.tz);
  return html`<button type="button" class="thread-summary" onClick=${() => openThread(message.channel, message.ts)}>
    ${replyUsers.slice(0, 4).map((id) => html`<${Avatar} user=${people.get(id)} size="small" />`)}
    <b>${replyCount} ${replyCount === 1 ? 'reply' : 'replies'}</b>
    ${last && html`<span class="thread-last">Last reply ${last}</span>`}
  </button>`;
}

/** A person's own words: their text says all that their one rich_text block does, with the signs as typed. @param {ClientMessage} message @param {boolean} fromApp */
function isTyped({ text, blocks }, fromApp) {
  return !fromApp && text !== '' && blocks.length === 1 && blocks[0].type === 'rich_text';
}

/** @param {{ message: ClientMessage; inThread: boolean }} props */
function MessageBody({ message, inThread }) {
  const { client } = usePane();
  const fromApp = useSelect(client, (state) => state.people.get(message.user)?.isBot ?? true);
  const place = useMemo(
    () => ({ in: /** @type {const} */ ('message'), channel: message.channel, ts: message.ts }),
    [message.channel, message.ts],
  );
  return html`
    ${
      message.blocks.length > 0 && !isTyped(message, fromApp)
        ? html`<${Blocks} blocks=${message.blocks} place=${place} />`
        : message.text && html`<${Mrkdwn} text=${message.text} />`
    }
    ${message.edited && html`<span class="edited">(edited)</span>`}
    ${message.files.length > 0 && html`<div class="files">${message.files.map((file) => html`<${FileCard} key=${file.id} file=${file} />`)}</div>`}
    <${Reactions} message=${message} />
    ${!inThread && message.replyCount > 0 && html`<${ThreadSummary} message=${message} />`}`;
}

/** @param {{ message: ClientMessage }} props */
function Author({ message }) {
  const { client } = usePane();
  const user = useSelect(client, (state) => state.people.get(message.user));
  return html`<p class="author">
    <b>${user?.realName ?? 'Someone'}</b>
    ${user?.isBot && html`<span class="badge">APP</span>`}
    ${user?.isGuest && html`<span class="badge">GUEST</span>`}
    ${user?.isExternal && html`<span class="badge">EXTERNAL</span>`}
    <${Timestamp} instant=${instantOfTs(message.ts)} class="when" />
  </p>`;
}

/**
 * One message. `compact`: it follows another of the same person, so the name is not said again.
 *
 * @param {{ message: ClientMessage; compact: boolean; inThread: boolean; tabStop: boolean }} props
 */
function MessageRow({ message, compact, inThread, tabStop }) {
  const { client } = usePane();
  const user = useSelect(client, (state) => state.people.get(message.user));
  const [near, setNear] = useState(false);
  const [held, setHeld] = useState(false);
  const [editing, setEditing] = useState(false);
  /** A finger has no hover: a tap gives the message the focus. @param {PointerEvent} event */
  function hover(event) {
    if (event.pointerType === 'mouse') setNear(event.type !== 'pointerleave');
  }

  const when = clockTime(instantOfTs(message.ts), client.state.me.tz);

  return html`<article
    class=${classes('message', compact && 'compact', message.ephemeral && 'ephemeral', (near || held) && 'near')}
    aria-label=${`${user?.realName ?? 'Someone'}, ${when}${message.ephemeral ? ', only visible to you' : ''}`}
    data-ts=${message.ts} tabindex=${tabStop ? 0 : -1}
    onPointerMove=${hover} onPointerLeave=${hover}
    onFocusIn=${() => setNear(true)}
    onFocusOut=${(/** @type {FocusEvent} */ event) => {
      const inside = /** @type {HTMLElement} */ (event.currentTarget).contains(
        /** @type {Node | null} */ (event.relatedTarget),
      );
      if (!inside) setNear(false);
    }}
  >
    ${message.ephemeral && html`<p class="only-you"><${Icon} name="eye" /> Only visible to you</p>`}
    <div class="gutter">
      ${compact ? html`<${Timestamp} instant=${instantOfTs(message.ts)} class="when when-aside" />` : html`<${Avatar} user=${user} />`}
    </div>
    <div class="message-body">
      ${!compact && html`<${Author} message=${message} />`}
      ${editing ? html`<${EditBox} message=${message} onClose=${() => setEditing(false)} />` : html`<${MessageBody} message=${message} inThread=${inThread} />`}
    </div>
    ${(near || held) && !editing && html`<${MessageTools} message=${message} inThread=${inThread} onEdit=${() => setEditing(true)} onHold=${setHeld} />`}
  </article>`;
}

export const Message = memo(MessageRow);
