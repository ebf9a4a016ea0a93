import { useRef, useState } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { plain } from '../ui/confirm.js';
import { IconButton } from '../ui/icons.js';
import { MenuButton } from '../ui/menu.js';
import { html, useSelect } from '../ui/view.js';
import { EmojiPicker } from './emoji-picker.js';

/**
 * What one can do with a message: shown while the pointer or the focus is on it.
 *
 * @import { ClientMessage } from '../../client-api.ts'
 */

/** @param {ClientMessage} message @param {import('../pane-context.js').Pane} pane @param {() => void} onEdit */
function ownItems(message, { client, ask }, onEdit) {
  const { channel, ts } = message;
  if (message.ephemeral)
    return [{ label: 'Dismiss message', onSelect: () => client.dismissMessage(channel, ts) }];
  if (message.user !== client.as) return [];
  return [
    { label: 'Edit message', onSelect: onEdit },
    {
      label: 'Delete message…',
      danger: true,
      async onSelect() {
        const question = {
          title: plain('Delete message'),
          text: plain('Delete this message? This cannot be undone.'),
          confirm: plain('Delete'),
          style: /** @type {const} */ ('danger'),
        };
        if (await ask(question)) client.act({ do: 'delete', channel, ts });
      },
    },
  ];
}

/** @param {{ message: ClientMessage; inThread: boolean; onEdit(): void; onHold(held: boolean): void }} props `onHold`: a menu is open, so stay */
export function MessageTools({ message, inThread, onEdit, onHold }) {
  const pane = usePane();
  const { client, openThread } = pane;
  const shortcuts = useSelect(client, (state) => state.shortcuts);
  const app = useSelect(client, (state) => state.app);
  const [picking, setPicking] = useState(false);
  const tools = useRef(/** @type {HTMLElement | null} */ (null));
  const { channel, ts, threadTs } = message;

  /** @param {boolean} open */
  function pickEmoji(open) {
    setPicking(open);
    onHold(open);
  }

  const forApp = shortcuts
    .filter((shortcut) => shortcut.type === 'message' && !message.ephemeral)
    .map(({ callbackId, name }) => ({
      label: name,
      detail: app.name,
      onSelect: () => void client.act({ do: 'message-shortcut', callbackId, channel, ts }),
    }));

  return html`<div class="message-tools" role="toolbar" aria-label="Message actions" ref=${tools}>
    ${
      !message.ephemeral &&
      html`<${IconButton} icon="smile" label="Add reaction" aria-expanded=${picking} onClick=${() => pickEmoji(!picking)} />
      ${!inThread && html`<${IconButton} icon="reply" label="Reply in thread" onClick=${() => openThread(channel, threadTs ?? ts)} />`}`
    }
    <${MenuButton} label="More actions" align="end" items=${[...forApp, ...ownItems(message, pane, onEdit)]} onToggle=${onHold} />
    ${
      picking &&
      html`<${EmojiPicker} anchor=${tools} onClose=${() => pickEmoji(false)} onPick=${(/** @type {string} */ name) => client.act({ do: 'react', channel, ts, name })} />`
    }
  </div>`;
}
