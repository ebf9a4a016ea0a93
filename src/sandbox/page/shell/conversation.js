import { useEffect, useRef, useState } from 'preact/hooks';
import { Composer } from '../composer/composer.js';
import { MessageList } from '../message/message-list.js';
import { usePane } from '../pane-context.js';
import { NOTHING_YET, timelineKey } from '../timeline.js';
import { Avatar } from '../ui/avatar.js';
import { Icon, IconButton } from '../ui/icons.js';
import { MenuButton } from '../ui/menu.js';
import { useNow } from '../ui/ticking.js';
import { classes, html, useSelect } from '../ui/view.js';
import { weekdayTime } from '../zone.js';
import { AppHome } from './app-home.js';
import { cityOf } from './persona-menu.js';

/** @import { ClientChannel } from '../../client-api.ts' */

/** @param {{ channel: ClientChannel }} props */
function Members({ channel }) {
  const { client } = usePane();
  const people = useSelect(client, (state) => state.people);
  const members = channel.memberIds.map((id) => people.get(id)).filter((user) => user !== undefined);
  const strangers = [...people.values()].filter((user) => !channel.memberIds.includes(user.id));
  const items = [
    ...members.map((user) => ({
      label: user.realName,
      detail: user.isBot ? 'App' : user.title,
      onSelect() {},
    })),
    ...strangers.map((user) => ({
      label: `Add ${user.realName}`,
      detail: user.isBot ? 'App' : user.title,
      onSelect: () => void client.act({ do: 'invite', channel: channel.id, user: user.id }),
    })),
  ];
  return html`<${MenuButton} label="Members" items=${items} align="end" class="button button-quiet members">
    <${Icon} name="people" /> ${members.length}<span class="visually-hidden"> members</span>
  </${MenuButton}>`;
}

/** @param {{ channel: ClientChannel }} props */
function Title({ channel }) {
  const { client, openChannel } = usePane();
  const people = useSelect(client, (state) => state.people);
  const now = useNow(client);
  const other = people.get(
    channel.appUserId ?? channel.memberIds.find((id) => id !== client.as) ?? client.as,
  );
  const about =
    channel.kind !== 'im'
      ? channel.topic
      : other?.isBot
        ? 'App'
        : other && `${other.title} · ${weekdayTime(now, other.tz)} in ${cityOf(other.tz)}`;
  return html`<header class="room-head">
    <${IconButton} icon="back" label="Back to channels" class="back" onClick=${() => openChannel(null)} />
    ${channel.kind === 'im' ? html`<${Avatar} user=${other} />` : html`<${Icon} name=${channel.kind === 'private' ? 'lock' : 'hash'} />`}
    <div class="room-words"><h2>${channel.name}</h2>${about && html`<p>${about}</p>`}</div>
    ${channel.kind !== 'im' && html`<${Members} channel=${channel} />`}
  </header>`;
}

/** @param {{ channel: ClientChannel }} props */
function Intro({ channel }) {
  const words =
    channel.kind === 'im'
      ? `This is the very beginning of your messages with ${channel.name}.`
      : `This is the very beginning of #${channel.name}.`;
  return html`<div class="intro"><p>${words}</p>${channel.topic && html`<p class="hint">${channel.topic}</p>`}</div>`;
}

/**
 * What has been read is told to Slack while the messages are really on the screen.
 *
 * @param {ClientChannel} channel @param {{ current: HTMLElement | null }} room @param {boolean} shown
 */
function useReading(channel, room, shown) {
  const { client } = usePane();
  useEffect(() => {
    function read() {
      const visible = shown && room.current?.offsetParent && document.visibilityState === 'visible';
      if (visible && channel.unread + channel.mentions > 0)
        client.perform({ do: 'read', channel: channel.id });
    }
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [channel.id, channel.unread, channel.mentions, shown]);
}

/** The foot of a room: where one writes, or why one cannot. @param {{ channel: ClientChannel; onSent(): void }} props */
function Foot({ channel, onSent }) {
  const { client } = usePane();
  if (channel.isArchived) return html`<p class="room-closed">This channel has been archived.</p>`;
  if (!channel.isMember) {
    return html`<div class="room-closed">
      <span>You are looking at #${channel.name}</span>
      <button type="button" class="button button-primary-full" onClick=${() => client.act({ do: 'join', channel: channel.id })}>Join channel</button>
    </div>`;
  }
  const label = channel.kind === 'im' ? `Message ${channel.name}` : `Message #${channel.name}`;
  return html`<${Composer} key=${channel.id} channel=${channel} label=${label} onSent=${onSent} />`;
}

/** @param {{ channel: ClientChannel }} props */
export function Messages({ channel }) {
  const { client } = usePane();
  const timeline = useSelect(client, (state) => state.timelines[timelineKey(channel.id)]) ?? NOTHING_YET;
  const zone = useSelect(client, (state) => state.me.tz);
  const list = useRef(/** @type {MessageList | null} */ (null));
  useSelect(client, (state) => state.clock);
  const [unreadAtOpening] = useState(channel.unread);
  const [newFrom, setNewFrom] = useState(/** @type {string | null} */ (null));
  const loaded = timeline !== NOTHING_YET && !timeline.loading;

  useEffect(() => {
    client.load(channel.id);
  }, []);

  useEffect(() => {
    if (!loaded || unreadAtOpening === 0) return;
    setNewFrom(timeline.messages.at(-unreadAtOpening)?.ts ?? null);
  }, [loaded]);

  return html`<${MessageList}
      ref=${list} timeline=${timeline} label=${`Messages in ${channel.name}`} zone=${zone} now=${client.now()} newFrom=${newFrom}
      intro=${html`<${Intro} channel=${channel} />`} onOlder=${() => client.loadOlder(channel.id, null)}
    />
    <${Foot} channel=${channel} onSent=${() => list.current?.toNewest()} />`;
}

/** @param {{ tab: 'home' | 'messages'; onTab(tab: 'home' | 'messages'): void }} props */
function Tabs({ tab, onTab }) {
  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    onTab(tab === 'home' ? 'messages' : 'home');
    const sibling = tab === 'home' ? 'nextElementSibling' : 'previousElementSibling';
    /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target)[sibling])?.focus();
  }
  return html`<div class="tabs" role="tablist" aria-label="App" onKeyDown=${onKeyDown}>
    ${
      /** @type {const} */ (['home', 'messages']).map(
        (
          name,
        ) => html`<button type="button" role="tab" aria-selected=${tab === name} tabindex=${tab === name ? 0 : -1} onClick=${() => onTab(name)}>
        ${name === 'home' ? 'Home' : 'Messages'}
      </button>`,
      )
    }
  </div>`;
}

/**
 * @param {{ channel: ClientChannel; tab: 'home' | 'messages' | null; onTab(tab: 'home' | 'messages'): void }} props
 * `tab`: which one is asked for, of a conversation with the app
 */
export function Conversation({ channel, tab: asked, onTab }) {
  const { client } = usePane();
  const app = useSelect(client, (state) => state.app);
  const room = useRef(/** @type {HTMLElement | null} */ (null));
  const hasHome = channel.appUserId === app.botUserId && app.homeTab;
  const [usual] = useState(/** @type {'home' | 'messages'} */ (channel.unread === 0 ? 'home' : 'messages'));
  const tab = hasHome ? (asked ?? usual) : 'messages';
  useReading(channel, room, tab === 'messages');

  useEffect(() => {
    if (channel.appUserId) client.perform({ do: 'open-home', tab });
  }, [tab]);

  return html`<div class=${classes('room', hasHome && 'room-of-app')} role="group" ref=${room} aria-label=${channel.name}>
    <${Title} channel=${channel} />
    ${hasHome && html`<${Tabs} tab=${tab} onTab=${onTab} />`}
    ${tab === 'home' ? html`<${AppHome} />` : html`<${Messages} channel=${channel} />`}
  </div>`;
}
