import { useState } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { Avatar } from '../ui/avatar.js';
import { Icon, IconButton } from '../ui/icons.js';
import { MenuButton } from '../ui/menu.js';
import { classes, html, useSelect } from '../ui/view.js';

/** @import { ClientChannel } from '../../client-api.ts' */

/** `#general`, `#marketing 2 for you`, `Tom Hughes 1 unread` @param {ClientChannel} channel */
function accessibleName({ name, kind, unread, mentions }) {
  if (kind === 'im') return unread > 0 ? `${name} ${unread} unread` : name;
  if (mentions > 0) return `#${name} ${mentions} for you`;
  return unread > 0 ? `#${name}, unread` : `#${name}`;
}

/** @param {{ channel: ClientChannel; current: boolean; name?: string }} props */
function ChannelLink({ channel, current }) {
  const { client, openChannel } = usePane();
  const people = useSelect(client, (state) => state.people);
  const other = channel.memberIds.find((id) => id !== client.as) ?? client.as;
  // In a direct message every word is for you.
  const count = channel.kind === 'im' ? channel.unread : channel.mentions;
  return html`<button
    type="button" class=${classes('channel-link', channel.unread > 0 && !current && 'unread', channel.isArchived && 'archived')}
    aria-current=${current ? 'page' : undefined} aria-label=${accessibleName(channel)} onClick=${() => openChannel(channel.id)}
  >
    ${
      channel.kind === 'im'
        ? html`<${Avatar} user=${people.get(channel.appUserId ?? other)} size="small" />`
        : html`<${Icon} name=${channel.kind === 'private' ? 'lock' : 'hash'} />`
    }
    <span class="channel-name">${channel.name}</span>
    ${count > 0 && !current && html`<span class="count" data-count=${count} aria-hidden="true"></span>`}
  </button>`;
}

/** @param {{ title: string; channels: ClientChannel[]; at: string | null; action?: import('preact').ComponentChild; children?: import('preact').ComponentChildren }} props */
function Section({ title, channels, at, action, children }) {
  return html`<div class="channel-section" role="group" aria-label=${title}>
    <div class="section-title"><h2>${title}</h2>${action}</div>
    <ul>
      ${channels.map((channel) => html`<li key=${channel.id}><${ChannelLink} channel=${channel} current=${channel.id === at} /></li>`)}
    </ul>
    ${children}
  </div>`;
}

/** The app itself: its direct message is its place, even before a word was said there. @param {{ at: string | null; channels: ClientChannel[] }} props */
function Apps({ at, channels }) {
  const { client, openChannel } = usePane();
  const app = useSelect(client, (state) => state.app);
  const bot = useSelect(client, (state) => state.people.get(app.botUserId));
  async function open() {
    openChannel(await client.directMessageWith(app.botUserId));
  }
  return html`<${Section} title="Apps" channels=${channels} at=${at}>
    ${
      channels.length === 0 &&
      html`<button type="button" class="channel-link" onClick=${open}>
      <${Avatar} user=${bot} size="small" /><span class="channel-name">${app.name}</span>
    </button>`
    }
  </${Section}>`;
}

/** @param {ClientChannel} a @param {ClientChannel} b */
function byName(a, b) {
  return a.name.localeCompare(b.name);
}

/** @param {{ at: string | null }} props the channel that is open */
export function Sidebar({ at }) {
  const { client, openChannel } = usePane();
  const channels = useSelect(client, (state) => state.channels);
  const people = useSelect(client, (state) => state.people);
  const me = useSelect(client, (state) => state.me.realName);
  const [filter, setFilter] = useState('');

  const found = [...channels.values()].filter((channel) =>
    channel.name.toLowerCase().includes(filter.toLowerCase()),
  );
  const rooms = found.filter((channel) => channel.kind !== 'im' && channel.isMember).toSorted(byName);
  const others = found
    .filter((channel) => channel.kind === 'public' && !channel.isMember && !channel.isArchived)
    .toSorted(byName);
  const direct = found.filter((channel) => channel.kind === 'im' && !channel.appUserId).toSorted(byName);
  const apps = found.filter((channel) => channel.appUserId !== null);
  const writeTo = [...people.values()]
    .filter((user) => user.id !== client.as && !user.isBot)
    .map((user) => ({
      label: user.realName,
      detail: user.title,
      onSelect: async () => openChannel(await client.directMessageWith(user.id)),
    }));

  return html`<nav class="sidebar" aria-label=${`Channels and direct messages of ${me}`}>
    <div class="sidebar-search">
      <${Icon} name="search" />
      <input type="search" aria-label="Find a channel or person" placeholder="Find" value=${filter} onInput=${(/** @type {InputEvent} */ event) => setFilter(/** @type {HTMLInputElement} */ (event.target).value)} />
      ${filter && html`<${IconButton} icon="close" label="Clear" onClick=${() => setFilter('')} />`}
    </div>
    <${Section} title="Channels" channels=${rooms} at=${at} />
    ${others.length > 0 && html`<${Section} title="More channels" channels=${others} at=${at} />`}
    <${Section}
      title="Direct messages" channels=${direct} at=${at}
      action=${html`<${MenuButton} label="New message" icon="plus" items=${writeTo} class="icon-button icon-button-small" />`}
    />
    <${Apps} channels=${apps} at=${at} />
  </nav>`;
}
