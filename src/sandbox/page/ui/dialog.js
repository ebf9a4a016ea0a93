import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { html } from './view.js';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex="0"]';

/** @param {HTMLElement} box */
function focusable(box) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll(FOCUSABLE))].filter(
    (element) => element.offsetParent !== null || element.getClientRects().length > 0,
  );
}

/**
 * A dialog over its own pane: it takes the focus, keeps Tab inside, gives the focus back, and closes on Escape.
 *
 * @param {{
 *   title: import('preact').ComponentChildren;
 *   onClose(): void;
 *   role?: 'dialog' | 'alertdialog';
 *   class?: string;
 *   header?: import('preact').ComponentChildren;
 *   footer?: import('preact').ComponentChildren;
 *   children?: import('preact').ComponentChildren;
 * }} props
 */
export function Dialog({ title, onClose, role = 'dialog', class: className = '', header, footer, children }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const titleId = useId();

  useLayoutEffect(() => {
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    const dialog = box.current;
    if (dialog && !dialog.contains(document.activeElement)) {
      const wanted = /** @type {HTMLElement | null} */ (dialog.querySelector('[data-focus-on-load]'));
      const [first] = focusable(/** @type {HTMLElement} */ (dialog.querySelector('.dialog-body')));
      (wanted ?? first ?? focusable(dialog).at(-1) ?? dialog).focus();
    }
    return () => {
      if (before?.isConnected) before.focus();
    };
  }, []);

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Tab' || !box.current) return;
    const inside = focusable(box.current);
    const edge = event.shiftKey ? inside[0] : inside.at(-1);
    if (document.activeElement !== edge && document.activeElement !== box.current) return;
    event.preventDefault();
    (event.shiftKey ? inside.at(-1) : inside[0])?.focus();
  }

  return html`<div class="scrim">
    <div ref=${box} class=${`dialog ${className}`} role=${role} aria-modal="true" aria-labelledby=${titleId} tabindex="-1" onKeyDown=${onKeyDown}>
      <header class="dialog-head"><h2 id=${titleId}>${title}</h2>${header}</header>
      <div class="dialog-body">${children}</div>
      ${footer && html`<footer class="dialog-foot">${footer}</footer>`}
    </div>
  </div>`;
}
