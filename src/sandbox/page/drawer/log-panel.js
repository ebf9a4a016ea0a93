import { useEffect, useState } from 'preact/hooks';
import { fetchLog } from '../api.js';
import { classes, html, memo } from '../ui/view.js';

/**
 * Every call and every delivery between the app and Slack, newest first.
 *
 * @import { LogEntry } from '../../client-api.ts'
 */

const EVERY_MS = 1500;
const MOST_SHOWN = 200;
const MOST_KEPT = 2000;

/** @param {(message: string) => void} onMessage @returns {LogEntry[]} */
function useLog(onMessage) {
  const [log, setLog] = useState(/** @type {LogEntry[]} */ ([]));
  useEffect(() => {
    let stopped = false;
    let last = 0;
    async function read() {
      try {
        const entries = await fetchLog(last);
        if (stopped || entries.length === 0) return;
        last = entries.at(-1)?.id ?? last;
        setLog((known) => {
          const newest = known.at(-1)?.id ?? 0;
          return [...known, ...entries.filter(({ id }) => id > newest)].slice(-MOST_KEPT);
        });
      } catch (error) {
        onMessage(error.message);
      }
    }
    read();
    const timer = setInterval(read, EVERY_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, []);
  return log;
}

/** The entry as a test would store it: without the id and the hour of this one run. @param {LogEntry} entry */
function fixtureOf({ direction, name, payload, result }) {
  return JSON.stringify({ direction, name, result, payload }, null, 2);
}

/** Web API calls carry views and blocks as JSON in a string: unfolded, one can read them. @param {unknown} payload */
function readable(payload) {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      if (typeof value !== 'string' || !/^[[{]/.test(value)) return [name, value];
      try {
        return [name, JSON.parse(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}

/** @param {LogEntry} entry */
function failed({ result }) {
  return !/^(ok|acked|200)/i.test(result);
}

/** @param {{ entry: LogEntry; onMessage(message: string): void }} props */
function EntryRow({ entry, onMessage }) {
  const [open, setOpen] = useState(false);
  const toApp = entry.direction === 'slack-to-app';

  async function copy() {
    try {
      await navigator.clipboard.writeText(fixtureOf(entry));
      onMessage(`Copied ${entry.name} as a fixture.`);
    } catch {
      onMessage('The browser did not allow copying. Select the text instead.');
    }
  }

  return html`<li class=${classes('entry', failed(entry) && 'failed')}>
    <button type="button" class="entry-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <time>${new Date(entry.at).toISOString().slice(11, 23)}</time>
      <span class=${`way way-${entry.direction}`}>${toApp ? 'Slack → app' : 'app → Slack'}</span>
      <b>${entry.name}</b>
      <span class="entry-result">${entry.result}</span>
      <span class="entry-ms">${entry.milliseconds} ms</span>
    </button>
    ${
      open &&
      html`<div class="entry-body">
      <button type="button" class="button" onClick=${copy}>Copy as fixture</button>
      <pre tabindex="0">${JSON.stringify(readable(entry.payload), null, 2)}</pre>
    </div>`
    }
  </li>`;
}

const Entry = memo(EntryRow);

/** @param {{ onMessage(message: string): void }} props */
export function LogPanel({ onMessage }) {
  const log = useLog(onMessage);
  const [query, setQuery] = useState('');
  const [direction, setDirection] = useState('');
  const [onlyFailed, setOnlyFailed] = useState(false);
  const wanted = query.toLowerCase();
  const found = log
    .filter((entry) => direction === '' || entry.direction === direction)
    .filter((entry) => !onlyFailed || failed(entry))
    .filter(
      (entry) =>
        wanted === '' ||
        `${entry.name} ${entry.result} ${JSON.stringify(entry.payload)}`.toLowerCase().includes(wanted),
    );
  const shown = found.slice(-MOST_SHOWN).reverse();

  return html`<div class="drawer-tools">
      <input type="search" class="field" aria-label="Filter the traffic" placeholder="Method, result or any text" value=${query} onInput=${(/** @type {InputEvent} */ event) => setQuery(/** @type {HTMLInputElement} */ (event.target).value)} />
      <select class="field field-short" aria-label="Direction" value=${direction} onChange=${(/** @type {Event} */ event) => setDirection(/** @type {HTMLSelectElement} */ (event.target).value)}>
        <option value="">Both ways</option>
        <option value="app-to-slack">App to Slack</option>
        <option value="slack-to-app">Slack to app</option>
      </select>
      <label class="tick"><input type="checkbox" checked=${onlyFailed} onChange=${() => setOnlyFailed(!onlyFailed)} /> <span>Only what failed</span></label>
      <span class="hint">${found.length === shown.length ? `${found.length} of ${log.length}` : `the newest ${shown.length} of ${found.length}`}</span>
    </div>
    <ol class="log">${shown.map((entry) => html`<${Entry} key=${entry.id} entry=${entry} onMessage=${onMessage} />`)}</ol>
    ${shown.length === 0 && html`<p class="hint">Nothing to show yet.</p>`}`;
}
