import { closeSecondPane, go } from '../route.js';
import { Icon } from '../ui/icons.js';
import { useNow } from '../ui/ticking.js';
import { html, useSelect } from '../ui/view.js';
import { weekdayTime } from '../zone.js';
import { StoryButtons } from './stage.js';

/** @import { Client } from '../client.js' */

/** The beginnings of a title's words: "Field marketing" and "Marketing operations" have one in common. @param {string} title */
function stems(title) {
  return title
    .toLowerCase()
    .split(/\W+/)
    .map((word) => word.slice(0, 6));
}

/** Someone of the cast from the other side of the conversation: with another sort of work. @param {Client} client */
function someoneElse({ as, state }) {
  const mine = new Set(stems(state.me.title));
  const cast = [...state.people.values()].filter((user) => user.playable && user.id !== as);
  return cast.find((user) => !stems(user.title).some((stem) => mine.has(stem))) ?? cast[0];
}

/** @param {{ client: Client }} props */
function Clock({ client }) {
  const now = useNow(client);
  const zone = useSelect(client, (state) => state.me.tz);
  return html`<button type="button" class="bar-button clock" title="The sandbox’s clock. Press to move it." aria-label=${`Clock: ${weekdayTime(now, zone)}`} onClick=${() => go({ tools: 'clock' }, { replace: true })}>
    <${Icon} name="clock" /><span>${weekdayTime(now, zone)}</span>
  </button>`;
}

/** @param {{ client: Client | null; sideBySide: boolean; tools: string | null }} props */
export function TopBar({ client, sideBySide, tools }) {
  return html`<header class="top-bar">
    <img src="/page/icon.svg" alt="" width="26" height="26" />
    <h1 class="workspace-name">${client ? html`<${WorkspaceName} client=${client} />` : 'Workspace'}</h1>
    <span class="badge badge-bar">LOCAL</span>
    <span class="bar-space"></span>
    ${
      client &&
      html`<${StoryButtons} client=${client} />
      <${Clock} client=${client} />
      <button
        type="button" class="bar-button" aria-pressed=${sideBySide} title="Two people side by side"
        onClick=${() => (sideBySide ? closeSecondPane() : go({ with: someoneElse(client)?.id ?? null }))}
      ><${Icon} name="columns" /><span>Side by side</span></button>
      <button type="button" class="bar-button" aria-pressed=${tools !== null} title="What app and Slack said, the clock, faults" onClick=${() => go({ tools: tools ? null : 'log' }, { replace: true })}>
        <${Icon} name="tools" /><span>Developer tools</span>
      </button>`
    }
  </header>`;
}

/** @param {{ client: Client }} props */
function WorkspaceName({ client }) {
  return useSelect(client, (state) => state.workspace.name) || 'Workspace';
}
