import { usePane } from '../pane-context.js';
import { Avatar } from '../ui/avatar.js';
import { Icon } from '../ui/icons.js';
import { MenuButton } from '../ui/menu.js';
import { useNow } from '../ui/ticking.js';
import { html, useSelect } from '../ui/view.js';
import { weekdayTime } from '../zone.js';

/** `Europe/Lisbon` -> `Lisbon` @param {string} zone */
export function cityOf(zone) {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Who looks at this pane, and the rest of the cast to change to. @param {{ onChoose(userId: string): void }} props */
export function PersonaMenu({ onChoose }) {
  const { client } = usePane();
  const me = useSelect(client, (state) => state.me);
  const people = useSelect(client, (state) => state.people);
  const now = useNow(client);
  const cast = [...people.values()].filter((user) => user.playable && user.id !== me.id);

  /** @param {typeof me} user */
  const face = (user) => html`<${Avatar} user=${user} />
    <span class="persona-words">
      <b>${user.realName}</b>
      <small>${user.title}</small>
    </span>
    <span class="persona-time"><b>${weekdayTime(now, user.tz)}</b><small>${cityOf(user.tz)}</small></span>`;

  const items = cast.map((user) => ({
    label: html`<span class="persona">${face(user)}</span>`,
    onSelect: () => onChoose(user.id),
  }));
  return html`<${MenuButton} label="The cast" items=${items} class="persona persona-button">
    <span class="visually-hidden">Change persona:</span>${face(me)}<${Icon} name="chevron" />
  </${MenuButton}>`;
}
