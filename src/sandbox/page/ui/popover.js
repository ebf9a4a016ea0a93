import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { html } from './view.js';

const GAP = 4;
const EDGE = 8;

/** @param {HTMLElement} box @param {HTMLElement} anchor @param {'start' | 'end'} align @param {boolean} above */
function place(box, anchor, align, above) {
  const at = anchor.getBoundingClientRect();
  box.style.minWidth = box.dataset.fit === 'anchor' ? `${at.width}px` : '';
  const { width, height } = box.getBoundingClientRect();
  const roomBelow = innerHeight - at.bottom - EDGE;
  const upwards = above ? at.top - EDGE > height : height > roomBelow && at.top > innerHeight - at.bottom;
  const top = upwards ? at.top - height - GAP : at.bottom + GAP;
  const left = align === 'end' ? at.right - width : at.left;
  box.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
  box.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
}

/**
 * Something that floats beside its anchor, above all else (the browser's top layer, so no scroll box cuts it off).
 * A press outside or Escape closes it; Escape goes no further, so that a modal underneath stays.
 *
 * @param {{
 *   anchor: { current: HTMLElement | null };
 *   onClose(): void;
 *   align?: 'start' | 'end';
 *   above?: boolean;
 *   fit?: 'anchor';
 *   class?: string;
 *   children?: import('preact').ComponentChildren;
 *   [attribute: string]: unknown;
 * }} props
 */
export function Popover({
  anchor,
  onClose,
  align = 'start',
  above = false,
  fit,
  class: className = '',
  children,
  ...rest
}) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));

  useLayoutEffect(() => {
    box.current?.showPopover();
  }, []);

  useLayoutEffect(() => {
    if (box.current && anchor.current) place(box.current, anchor.current, align, above);
  });

  useEffect(() => {
    const move = () => {
      if (box.current && anchor.current?.isConnected) place(box.current, anchor.current, align, above);
    };
    /** @param {PointerEvent} event */
    const press = (event) => {
      const target = /** @type {Node} */ (event.target);
      if (!box.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    addEventListener('resize', move);
    addEventListener('scroll', move, true);
    addEventListener('pointerdown', press, true);
    return () => {
      removeEventListener('resize', move);
      removeEventListener('scroll', move, true);
      removeEventListener('pointerdown', press, true);
    };
  });

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
    anchor.current?.focus();
  }

  return html`<div ref=${box} popover="manual" data-fit=${fit} class=${`popover ${className}`} onKeyDown=${onKeyDown} ...${rest}>
    ${children}
  </div>`;
}
