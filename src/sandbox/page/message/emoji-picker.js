import { useEffect, useRef, useState } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { Popover } from '../ui/popover.js';
import { html, useSelect } from '../ui/view.js';

/** The ones a help desk reaches for stand first. */
const HANDY = [
  'eyes',
  'white_check_mark',
  '+1',
  'raised_hands',
  'pray',
  'tada',
  'heart',
  'question',
  'hourglass_flowing_sand',
  'warning',
  'no_entry_sign',
  'x',
];
const MOST_SHOWN = 240;

/** @param {Record<string, string>} emoji @param {string} query */
function found(emoji, query) {
  const wanted = query.trim().toLowerCase().replace(/^:|:$/g, '').replaceAll(' ', '_');
  const names = Object.keys(emoji);
  if (wanted === '') {
    const handy = HANDY.filter((name) => name in emoji);
    return [...handy, ...names.filter((name) => !handy.includes(name))].slice(0, MOST_SHOWN);
  }
  const fits = names.filter((name) => name.includes(wanted));
  return fits
    .toSorted((a, b) => Number(b.startsWith(wanted)) - Number(a.startsWith(wanted)))
    .slice(0, MOST_SHOWN);
}

/** @param {{ anchor: { current: HTMLElement | null }; onPick(name: string): void; onClose(): void }} props */
export function EmojiPicker({ anchor, onPick, onClose }) {
  const { client } = usePane();
  const emoji = useSelect(client, (state) => state.emoji);
  const [query, setQuery] = useState('');
  const search = useRef(/** @type {HTMLInputElement | null} */ (null));
  const grid = useRef(/** @type {HTMLElement | null} */ (null));
  const names = found(emoji, query);

  useEffect(() => {
    search.current?.focus();
  }, []);

  /** @param {string} name */
  function pick(name) {
    onClose();
    onPick(name);
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const buttons = [.../** @type {HTMLElement} */ (grid.current).querySelectorAll('button')];
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const row =
      at < 0
        ? 0
        : buttons.findIndex((button, index) => index > 0 && button.offsetTop !== buttons[0].offsetTop);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: Math.max(1, row), ArrowUp: -Math.max(1, row) }[
      event.key
    ];
    if (event.key === 'Enter' && at < 0 && names[0]) pick(names[0]);
    if (!step || (at < 0 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    if (at + step < 0) search.current?.focus();
    else buttons[at < 0 ? 0 : at + step]?.focus();
  }

  return html`<${Popover} anchor=${anchor} onClose=${onClose} align="end" role="dialog" aria-label="Emoji picker" class="emoji-picker">
    <div onKeyDown=${onKeyDown}>
      <input
        ref=${search} type="search" class="field" aria-label="Search emoji" placeholder="Search emoji" value=${query}
        onInput=${(/** @type {InputEvent} */ event) => setQuery(/** @type {HTMLInputElement} */ (event.target).value)}
      />
      <div class="emoji-grid" ref=${grid}>
        ${names.map(
          (
            name,
          ) => html`<button type="button" key=${name} aria-label=${name} title=${`:${name}:`} tabindex=${name === names[0] ? 0 : -1} onClick=${() => pick(name)}>
            <span aria-hidden="true">${emoji[name]}</span>
          </button>`,
        )}
      </div>
      ${names.length === 0 && html`<p class="choices-note" role="status">No emoji by that name</p>`}
    </div>
  </${Popover}>`;
}
