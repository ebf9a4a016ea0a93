import { html } from './view.js';

/** Line drawings on a grid of 20, in the colour of the text around them. */
const PATHS = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  bolt: 'M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  chevron: 'm5.5 8 4.5 4.5L14.5 8',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 5.5V10l3 2',
  close: 'm5 5 10 10M15 5 5 15',
  columns: 'M3.5 4h13v12h-13zM10 4v12',
  copy: 'M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z',
  edit: 'M4 16h3l8.5-8.5-3-3L4 13zM11 6l3 3',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5ZM10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11 2.5V6.5h4',
  hash: 'M7.5 3.5 6 16.5M14 3.5l-1.5 13M3.5 7.5h13M3.5 12.5h13',
  home: 'M3.5 9.5 10 3.5l6.5 6M5 8.5v8h10v-8',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  message: 'M3.5 4h13v9.5H10L6.5 17v-3.5h-3z',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  paperclip:
    'm14.5 9-5.3 5.3a2.9 2.9 0 0 1-4.1-4.1l6-6a2 2 0 0 1 2.8 2.8l-5.8 5.8a1 1 0 0 1-1.4-1.4L11.5 6.5',
  people:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 16.5c0-3 2.3-5 5.5-5s5.5 2 5.5 5M13 3.8a3 3 0 0 1 0 5.4M15 11.8c1.9.7 3 2.4 3 4.7',
  pause: 'M7 4.5v11M13 4.5v11',
  play: 'M6 3.5v13l10.5-6.5z',
  plus: 'M10 4v12M4 10h12',
  reply: 'M8 5 3.5 9.5 8 14M4 9.5h6.5c3.5 0 6 2 6 6',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 4 4',
  send: 'M3 4.5 17 10 3 15.5 5 10zM5 10h6',
  smile:
    'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM7.5 8h.01M12.5 8h.01M6.8 11.5c1.5 2.6 4.9 2.6 6.4 0',
  tools: 'M4 6h12M4 10h7M4 14h10M14.5 8v4',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.8 11h7.4l.8-11',
  warning: 'M10 3 2.5 16.5h15zM10 8v4M10 14.3h.01',
};

/** Decoration: the control around it carries the name. @param {{ name: keyof typeof PATHS }} props */
export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d=${PATHS[name]} /></svg>`;
}

/**
 * A button that is only an icon: its label is both its name and its hint.
 *
 * @param {{ icon: keyof typeof PATHS; label: string; onClick(event: MouseEvent): void; class?: string; [attribute: string]: unknown }} props
 */
export function IconButton({ icon, label, class: className = '', ...rest }) {
  return html`<button type="button" class=${`icon-button ${className}`} aria-label=${label} title=${label} ...${rest}>
    <${Icon} name=${icon} />
  </button>`;
}
