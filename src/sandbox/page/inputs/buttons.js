import { usePane } from '../pane-context.js';
import { PlainText } from '../text/text-view.js';
import { MenuButton } from '../ui/menu.js';
import { classes, html } from '../ui/view.js';

/** @import { ElementProps } from './element.js' */

const STYLES = { primary: 'button-primary', danger: 'button-danger' };

/** @param {import('../block-kit.d.ts').Element} element what a press sends */
function pressed(element) {
  return element.value === undefined ? {} : { value: element.value };
}

/** @param {ElementProps} props */
export function Button({ element, busy, onChange }) {
  const attributes = {
    class: classes('button', element.style && STYLES[element.style], busy && 'busy'),
    'aria-label': element.accessibility_label,
    onClick: () => onChange(pressed(element)),
  };
  const inside = html`<${PlainText} text=${element.text} />`;
  // A link button is followed by the browser; the app hears of the press as well.
  return element.url
    ? html`<a href=${element.url} target="_blank" rel="noreferrer" ...${attributes}>${inside}</a>`
    : html`<button type="button" aria-busy=${busy} ...${attributes}>${inside}</button>`;
}

/** A workflow button: Slack would run the workflow behind its link. @param {ElementProps} props */
export function LinkButton({ element, ...rest }) {
  return html`<${Button} element=${{ ...element, url: element.workflow?.trigger?.url }} ...${rest} />`;
}

/** @param {ElementProps} props */
export function ContextButton({ element, busy, onChange }) {
  const { client } = usePane();
  const audience = element.visible_to_user_ids;
  if (audience && audience.length > 0 && !audience.includes(client.as)) return null;
  return html`<button
    type="button" class=${classes('button button-quiet', busy && 'busy')} aria-label=${element.accessibility_label} onClick=${() => onChange(pressed(element))}
  >
    <${PlainText} text=${element.text} />
  </button>`;
}

/** @param {ElementProps} props */
export function FeedbackButtons({ element, value, onChange }) {
  const sides = [
    { side: element.positive_button, mark: '👍' },
    { side: element.negative_button, mark: '👎' },
  ];
  return html`<span class="button-pair">
    ${sides.map(
      ({ side, mark }) => html`<button
        type="button" class="button button-quiet" aria-pressed=${value.value === side.value}
        aria-label=${side.accessibility_label} onClick=${() => onChange({ value: side.value })}
      >
        <span aria-hidden="true">${mark}</span> <${PlainText} text=${side.text} />
      </button>`,
    )}
  </span>`;
}

/** @param {ElementProps} props */
export function Overflow({ element, busy, onChange, label }) {
  const items = element.options.map((option) => ({
    label: html`<${PlainText} text=${option.text} />`,
    detail: option.description?.text,
    href: option.url,
    onSelect: () => onChange({ selected_option: option }),
  }));
  return html`<${MenuButton} label=${label} items=${items} align="end" class=${classes('button button-more', busy && 'busy')} />`;
}
