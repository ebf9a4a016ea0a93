import { useState } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { classes, html, useSelect } from '../ui/view.js';
import { dateIn, instantOf, timeIn } from '../zone.js';

/**
 * Date, time, and both. The browser's own pickers: they know the phone's, the keyboard and the screen reader.
 *
 * @import { ElementProps } from './element.js'
 */

/** @param {ElementProps & { type: 'date' | 'time'; held: string | null; suffix?: string; onPick(text: string | null): void }} props */
function Field({ type, held, onPick, suffix = '', id, label, describedBy, invalid, element }) {
  return html`<input
    type=${type} id=${suffix ? undefined : id} class=${classes('field field-short', invalid && 'invalid')} value=${held ?? ''}
    aria-label=${id && !suffix ? undefined : `${label}${suffix}`} aria-describedby=${describedBy} aria-invalid=${invalid || undefined}
    data-focus-on-load=${(element.focus_on_load && suffix !== ', time') || undefined}
    onChange=${(/** @type {Event} */ event) => onPick(/** @type {HTMLInputElement} */ (event.target).value || null)}
  />`;
}

/** @param {ElementProps} props */
export function DatePicker(props) {
  return html`<${Field}
    ...${props} type="date" held=${props.value.selected_date}
    onPick=${(/** @type {string | null} */ date) => props.onChange({ selected_date: date })}
  />`;
}

/** @param {ElementProps} props */
export function TimePicker(props) {
  return html`<span class="field-pair">
    <${Field}
      ...${props} type="time" held=${props.value.selected_time}
      onPick=${(/** @type {string | null} */ time) => props.onChange({ selected_time: time })}
    />
    ${props.element.timezone && html`<small class="hint">${props.element.timezone}</small>`}
  </span>`;
}

/** A moment, picked on the person's own wall clock. @param {ElementProps} props */
export function DateTimePicker(props) {
  const { client } = usePane();
  const zone = useSelect(client, (state) => state.me.tz);
  const seconds = /** @type {number | null} */ (props.value.selected_date_time);
  const held = seconds
    ? { date: dateIn(seconds * 1000, zone), time: timeIn(seconds * 1000, zone) }
    : { date: null, time: null };
  const [half, setHalf] = useState(/** @type {{ date: string | null; time: string | null } | null} */ (null));
  const shown = half ?? held;

  /** @param {{ date?: string | null; time?: string | null }} change */
  function pick(change) {
    const next = { ...shown, ...change };
    const whole = next.date && next.time;
    setHalf(whole ? null : next);
    if (whole)
      props.onChange({
        selected_date_time:
          instantOf(/** @type {string} */ (next.date), /** @type {string} */ (next.time), zone) / 1000,
      });
    else if (seconds) props.onChange({ selected_date_time: null });
  }

  return html`<span class="field-pair" role="group" id=${props.id} aria-label=${props.label}>
    <${Field} ...${props} type="date" suffix=", date" held=${shown.date} onPick=${(/** @type {string | null} */ date) => pick({ date })} />
    <${Field} ...${props} type="time" suffix=", time" held=${shown.time} onPick=${(/** @type {string | null} */ time) => pick({ time })} />
    <small class="hint">${zone}</small>
  </span>`;
}
