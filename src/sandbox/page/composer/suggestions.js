import { useEffect, useRef } from 'preact/hooks';
import { Avatar } from '../ui/avatar.js';
import { Icon } from '../ui/icons.js';
import { Popover } from '../ui/popover.js';
import { classes, html } from '../ui/view.js';

/**
 * What a half-typed word may become: a command, a person, a channel, an emoji.
 *
 * @import { ClientState } from '../changes.js'
 * @typedef {{ key: string; label: string; detail: string; mark: import('preact').ComponentChild; insert: string; from: number }} Suggestion
 * `from`: where in the text the word begins
 */

const MOST = 8;

/** @param {string} text @param {string} query */
function fits(text, query) {
  return text.toLowerCase().includes(query.toLowerCase());
}

/** @param {ClientState} state @param {string} query @param {number} from @returns {Suggestion[]} */
function commands(state, query, from) {
  return state.commands
    .filter(({ command }) => command.startsWith(`/${query}`))
    .map(({ command, usageHint, description }) => ({
      key: command,
      label: `${command} ${usageHint}`.trim(),
      detail: description,
      mark: html`<${Icon} name="bolt" />`,
      insert: `${command} `,
      from,
    }));
}

/** @param {ClientState} state @param {string} query @param {number} from @param {Set<string>} members @returns {Suggestion[]} */
function people(state, query, from, members) {
  const named = [...state.people.values()]
    .filter((user) => fits(`${user.realName} ${user.name}`, query))
    .toSorted((a, b) => Number(members.has(b.id)) - Number(members.has(a.id)))
    .map((user) => ({
      key: user.id,
      label: user.realName,
      detail: members.has(user.id) ? user.title : `${user.title || 'Member'} · not in this channel`,
      mark: html`<${Avatar} user=${user} size="small" />`,
      insert: `@${user.realName} `,
      from,
    }));
  const everyone = ['here', 'channel'].filter((range) => range.startsWith(query.toLowerCase()));
  return [
    ...named,
    ...everyone.map((range) => ({
      key: range,
      label: `@${range}`,
      detail: 'Notify this channel',
      mark: html`<${Icon} name="people" />`,
      insert: `@${range} `,
      from,
    })),
  ];
}

/** @param {ClientState} state @param {string} query @param {number} from @returns {Suggestion[]} */
function channels(state, query, from) {
  return [...state.channels.values()]
    .filter((channel) => channel.kind !== 'im' && fits(channel.name, query))
    .map((channel) => ({
      key: channel.id,
      label: `#${channel.name}`,
      detail: channel.topic,
      mark: html`<${Icon} name=${channel.kind === 'private' ? 'lock' : 'hash'} />`,
      insert: `#${channel.name} `,
      from,
    }));
}

/** @param {ClientState} state @param {string} query @param {number} from @returns {Suggestion[]} */
function emoji(state, query, from) {
  return Object.entries(state.emoji)
    .filter(([name]) => name.includes(query.toLowerCase()))
    .toSorted(([a], [b]) => a.length - b.length)
    .slice(0, MOST)
    .map(([name, character]) => ({
      key: name,
      label: `:${name}:`,
      detail: '',
      mark: character,
      insert: `${character} `,
      from,
    }));
}

/**
 * @param {ClientState} state @param {string} text @param {number} caret
 * @param {{ members: Set<string>; inThread: boolean }} where
 * @returns {Suggestion[]}
 */
export function suggestionsAt(state, text, caret, { members, inThread }) {
  const before = text.slice(0, caret);
  const command = /^\/([\w-]*)$/.exec(before);
  if (command && !inThread) return commands(state, command[1], 0).slice(0, MOST);
  const word = /(?:^|[\s(])([@#:])([\p{L}\p{N}_+.'-]*(?: [\p{L}\p{N}.'-]*)?)$/u.exec(before);
  if (!word) return [];
  const [, sign, query] = word;
  const from = caret - query.length - 1;
  if (sign === '@') return people(state, query, from, members).slice(0, MOST);
  if (query.includes(' ')) return [];
  if (sign === '#') return channels(state, query, from).slice(0, MOST);
  return query.length >= 2 ? emoji(state, query, from) : [];
}

/** @param {{ suggestions: Suggestion[]; active: number; listId: string; anchor: { current: HTMLElement | null }; onPick(suggestion: Suggestion): void; onClose(): void }} props */
export function SuggestionList({ suggestions, active, listId, anchor, onPick, onClose }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return html`<${Popover} anchor=${anchor} onClose=${onClose} above=${true} fit="anchor">
    <div class="choices" role="listbox" id=${listId} aria-label="Suggestions" ref=${list}>
      ${suggestions.map(
        (suggestion, index) => html`<div
          key=${suggestion.key} id=${`${listId}-${index}`} role="option" aria-selected=${index === active}
          class=${classes('choice', index === active && 'active')}
          onMouseDown=${(/** @type {MouseEvent} */ event) => event.preventDefault()} onClick=${() => onPick(suggestion)}
        >
          <span class="choice-mark">${suggestion.mark}</span>
          <span class="choice-words"><span>${suggestion.label}</span>${suggestion.detail && html`<small>${suggestion.detail}</small>`}</span>
        </div>`,
      )}
    </div>
  </${Popover}>`;
}
