import { useRef, useState } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { Icon } from '../ui/icons.js';
import { classes, html, useSelect } from '../ui/view.js';
import { EmojiPicker } from './emoji-picker.js';

/**
 * The reactions under a message: a press adds one's own or takes it back; hover or focus tells who reacted.
 *
 * @import { ClientMessage, ClientUser } from '../../client-api.ts'
 */

/** @param {string[]} users @param {Map<string, ClientUser>} people @param {string} me */
function who(users, people, me) {
  const names = users.map((id) => (id === me ? 'you' : (people.get(id)?.realName ?? id)));
  return new Intl.ListFormat('en').format(
    names.toSorted((a, b) => Number(b === 'you') - Number(a === 'you')),
  );
}

/** @param {{ message: ClientMessage }} props */
export function Reactions({ message }) {
  const { client } = usePane();
  const people = useSelect(client, (state) => state.people);
  const emoji = useSelect(client, (state) => state.emoji);
  const [picking, setPicking] = useState(false);
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));
  if (message.reactions.length === 0) return null;

  /** @param {string} name */
  function toggle(name) {
    const mine = message.reactions.find((reaction) => reaction.name === name)?.users.includes(client.as);
    client.act({ do: mine ? 'unreact' : 'react', channel: message.channel, ts: message.ts, name });
  }

  return html`<div class="reactions" role="group" aria-label="Reactions">
    ${message.reactions.map(({ name, users }) => {
      const mine = users.includes(client.as);
      const names = who(users, people, client.as);
      return html`<button type="button" key=${name} class=${classes('reaction', mine && 'mine')} aria-pressed=${mine} aria-label=${`${name}, ${users.length}: ${names}`} onClick=${() => toggle(name)}>
        <span aria-hidden="true">${emoji[name.split('::')[0]] ?? `:${name}:`}</span> <b>${users.length}</b>
        <span class="tip" aria-hidden="true">${names} reacted with :${name}:</span>
      </button>`;
    })}
    <button type="button" ref=${button} class="reaction reaction-add" aria-label="Add another reaction" title="Add another reaction" onClick=${() => setPicking(!picking)}>
      <${Icon} name="smile" />
    </button>
    ${picking && html`<${EmojiPicker} anchor=${button} onPick=${toggle} onClose=${() => setPicking(false)} />`}
  </div>`;
}
