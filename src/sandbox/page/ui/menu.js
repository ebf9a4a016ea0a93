import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons.js';
import { Popover } from './popover.js';
import { classes, html } from './view.js';

/**
 * @typedef {{
 *   label: import('preact').ComponentChild;
 *   detail?: import('preact').ComponentChild;
 *   danger?: boolean;
 *   href?: string;
 *   onSelect(): void;
 * }} MenuItem
 */

/** @param {HTMLElement | null} menu @param {number} step */
function moveFocus(menu, step) {
  const items = [.../** @type {NodeListOf<HTMLElement>} */ (menu?.querySelectorAll('[role=menuitem]') ?? [])];
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  items[(at + step + items.length) % items.length]?.focus();
}

/** @param {{ items: MenuItem[]; label: string; anchor: { current: HTMLElement | null }; onClose(): void; align?: 'start' | 'end'; above?: boolean }} props */
function Menu({ items, label, anchor, onClose, align, above }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));

  useEffect(() => {
    moveFocus(list.current, 1);
  }, []);

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.key === 'ArrowDown') moveFocus(list.current, 1);
    else if (event.key === 'ArrowUp') moveFocus(list.current, -1);
    else if (event.key === 'Tab') onClose();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  }

  /** @param {MenuItem} item */
  function choose(item) {
    onClose();
    anchor.current?.focus();
    item.onSelect();
  }

  return html`<${Popover} anchor=${anchor} onClose=${onClose} align=${align} above=${above}>
    <div ref=${list} role="menu" aria-label=${label} class="menu" onKeyDown=${onKeyDown}>
      ${items.map((item) => {
        const inside = html`<span>${item.label}</span>${item.detail && html`<small>${item.detail}</small>`}`;
        const common = {
          role: 'menuitem',
          tabindex: -1,
          class: classes('menu-item', item.danger && 'danger'),
          onClick: () => choose(item),
        };
        return item.href
          ? html`<a href=${item.href} target="_blank" rel="noreferrer" ...${common}>${inside}</a>`
          : html`<button type="button" ...${common}>${inside}</button>`;
      })}
      ${items.length === 0 && html`<p class="menu-empty">Nothing here</p>`}
    </div>
  </${Popover}>`;
}

/**
 * @param {{
 *   label: string;
 *   items: MenuItem[];
 *   class?: string;
 *   icon?: 'more' | 'bolt' | 'plus';
 *   align?: 'start' | 'end';
 *   above?: boolean;
 *   disabled?: boolean;
 *   onToggle?(open: boolean): void;
 *   children?: import('preact').ComponentChildren;
 * }} props
 */
export function MenuButton({
  label,
  items,
  class: className = 'icon-button',
  icon = 'more',
  align,
  above,
  disabled,
  onToggle,
  children,
}) {
  const [open, setOpen] = useState(false);
  const button = useRef(/** @type {HTMLButtonElement | null} */ (null));

  /** @param {boolean} next */
  function toggle(next) {
    setOpen(next);
    onToggle?.(next);
  }

  return html`<button
      type="button" ref=${button} class=${className} aria-label=${children ? undefined : label} title=${children ? undefined : label}
      aria-haspopup="menu" aria-expanded=${open} disabled=${disabled} onClick=${() => toggle(!open)}
    >${children ?? html`<${Icon} name=${icon} />`}</button>
    ${open && html`<${Menu} items=${items} label=${label} anchor=${button} align=${align} above=${above} onClose=${() => toggle(false)} />`}`;
}
