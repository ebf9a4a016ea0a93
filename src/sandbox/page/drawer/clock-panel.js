import { useState } from 'preact/hooks';
import { useNow } from '../ui/ticking.js';
import { html, useSelect } from '../ui/view.js';
import { dateIn, instantOf, weekdayTime } from '../zone.js';
import { useControl } from './control.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The next time that a weekday's hour comes in a zone, never now. @param {number} now @param {number} weekday Sunday is 0 @param {string} time @param {string} zone */
function next(now, weekday, time, zone) {
  for (let days = 0; days <= 7; days += 1) {
    const date = dateIn(now + days * DAY, zone);
    const instant = instantOf(date, time, zone);
    if (new Date(`${date}T12:00:00Z`).getUTCDay() === weekday && instant > now) return instant;
  }
  return now;
}

/** The clock goes forward only, as time does. @param {{ client: import('../client.js').Client; onMessage(message: string): void }} props */
export function ClockPanel({ client, onMessage }) {
  const { order } = useControl(onMessage);
  const now = useNow(client);
  const zone = useSelect(client, (state) => state.me.tz);
  const people = useSelect(client, (state) => state.people);
  const [minutes, setMinutes] = useState('15');
  const zones = [...new Set([...people.values()].filter((user) => user.playable).map((user) => user.tz))];

  /** @param {number} move */
  const moveBy = (move) =>
    order({ move }, `The clock went forward to ${weekdayTime(client.now() + move, zone)}.`);
  const jumps = [
    { label: '+1 hour', by: () => HOUR },
    { label: '+1 day', by: () => DAY },
    { label: 'It is now Friday 17:00', by: () => next(client.now(), 5, '17:00', zone) - client.now() },
    { label: 'Next Monday 09:00', by: () => next(client.now(), 1, '09:00', zone) - client.now() },
  ];

  return html`<div class="clock-panel">
    <dl class="clock-zones">
      ${zones.map((each) => html`<div><dt>${each.replaceAll('_', ' ')}</dt><dd>${weekdayTime(now, each)}</dd></div>`)}
    </dl>
    <div class="drawer-tools">
      ${jumps.map((jump) => html`<button type="button" class="button" onClick=${() => moveBy(jump.by())}>${jump.label}</button>`)}
      <form class="field-pair" onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        moveBy(Number(minutes) * MINUTE);
      }}>
        <input type="number" class="field field-short" min="1" step="1" required aria-label="Minutes to move" value=${minutes} onInput=${(/** @type {InputEvent} */ event) => setMinutes(/** @type {HTMLInputElement} */ (event.target).value)} />
        <button type="submit" class="button">+ minutes</button>
      </form>
    </div>
    <p class="hint">Weekdays and hours are those of ${zone.replaceAll('_', ' ')}. Timers of the app that fall due on the way are rung at once.</p>
  </div>`;
}
