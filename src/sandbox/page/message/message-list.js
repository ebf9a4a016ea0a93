import { Component } from 'preact';
import { html } from '../ui/view.js';
import { dateIn, dayTitle } from '../zone.js';
import { instantOfTs, Message } from './message.js';

/**
 * A channel or thread to scroll through. However long it is, at most `MOST_SHOWN` messages are in the document: a window
 * moves over the messages held, and what one reads stays where it is on the screen.
 *
 * @import { ClientMessage } from '../../client-api.ts'
 * @import { Timeline } from '../timeline.js'
 * @typedef {{
 *   timeline: Timeline;
 *   label: string;
 *   inThread?: boolean;
 *   newFrom?: string | null;
 *   zone: string;
 *   now: number;
 *   intro?: import('preact').ComponentChild;
 *   onOlder(): void;
 * }} Props  `newFrom`: the first message not seen before; `intro`: what stands above the very first message
 * @typedef {{ endTs: string | null; away: boolean }} State  `endTs`: the last message shown, null for the newest; `away`: scrolled far from it
 */

const MOST_SHOWN = 80;
const STEP = 20;
const NEAR_EDGE = 600;
const AT_BOTTOM = 40;
const FAR_FROM_BOTTOM = 900;
const SAME_BREATH_MS = 5 * 60_000;

/** @param {ClientMessage | undefined} previous @param {ClientMessage} message @param {string} zone */
function follows(previous, message, zone) {
  if (
    !previous ||
    previous.user !== message.user ||
    previous.ephemeral !== message.ephemeral ||
    message.ephemeral
  )
    return false;
  const [before, after] = [instantOfTs(previous.ts), instantOfTs(message.ts)];
  return after - before < SAME_BREATH_MS && dateIn(before, zone) === dateIn(after, zone);
}

/** @extends {Component<Props, State>} */
export class MessageList extends Component {
  /** @type {State} */
  state = { endTs: null, away: false };
  /** @type {{ current: HTMLElement | null }} */
  scroller = { current: null };
  /** @type {ResizeObserver | null} */
  sizes = null;

  shown() {
    const { messages } = this.props.timeline;
    const { endTs } = this.state;
    const after = endTs === null ? -1 : messages.findIndex((message) => message.ts > endTs);
    const end = after < 0 ? messages.length : after;
    return { start: Math.max(0, end - MOST_SHOWN), end };
  }

  componentDidMount() {
    const box = /** @type {HTMLElement} */ (this.scroller.current);
    box.scrollTop = box.scrollHeight;
    // Pictures that load and cards that grow do not push the newest message out of sight.
    this.sizes = new ResizeObserver(() => {
      if (!this.state.away && this.state.endTs === null) box.scrollTop = box.scrollHeight;
    });
    this.sizes.observe(/** @type {Element} */ (box.firstElementChild));
    this.sizes.observe(box);
  }

  componentWillUnmount() {
    this.sizes?.disconnect();
  }

  /** Where the first visible message stands, before the document changes. */
  getSnapshotBeforeUpdate() {
    const box = /** @type {HTMLElement} */ (this.scroller.current);
    const top = box.getBoundingClientRect().top;
    for (const row of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('[data-ts]'))) {
      const at = row.getBoundingClientRect();
      if (at.bottom > top)
        return { ts: row.dataset.ts, top: at.top, atBottom: this.fromBottom() < AT_BOTTOM };
    }
    return null;
  }

  /** @param {Props} props @param {State} state @param {{ ts: string | undefined; top: number; atBottom: boolean } | null} before */
  componentDidUpdate(props, state, before) {
    this.stay(state, before);
    // Whoever waited at the very top for older messages cannot scroll to them: the window moves by itself.
    if (props.timeline !== this.props.timeline) this.onScroll();
  }

  /** Keeps what one reads where it is on the screen. @param {State} state @param {{ ts: string | undefined; top: number; atBottom: boolean } | null} before */
  stay(state, before) {
    const box = /** @type {HTMLElement} */ (this.scroller.current);
    const jumped = this.state.endTs === null && state.endTs !== null && !this.state.away;
    if (!before || (before.atBottom && this.state.endTs === null) || jumped) {
      if (this.state.endTs === null) box.scrollTop = box.scrollHeight;
      return;
    }
    const row = box.querySelector(`[data-ts="${before.ts}"]`);
    if (row) box.scrollTop += row.getBoundingClientRect().top - before.top;
  }

  fromBottom() {
    const box = /** @type {HTMLElement} */ (this.scroller.current);
    return box.scrollHeight - box.clientHeight - box.scrollTop;
  }

  onScroll = () => {
    const { messages, more } = this.props.timeline;
    const { start, end } = this.shown();
    const top = /** @type {HTMLElement} */ (this.scroller.current).scrollTop;
    if (start < STEP * 2 && more && top < NEAR_EDGE * 2) this.props.onOlder();
    if (top < NEAR_EDGE && start > 0) {
      this.setState({ endTs: messages[Math.max(MOST_SHOWN, end - STEP) - 1].ts });
    } else if (this.fromBottom() < NEAR_EDGE && end < messages.length) {
      const next = Math.min(messages.length, end + STEP);
      this.setState({ endTs: next === messages.length ? null : messages[next - 1].ts });
    }
    const away = this.fromBottom() > FAR_FROM_BOTTOM || end < messages.length;
    if (away !== this.state.away) this.setState({ away });
  };

  toNewest = () => {
    this.setState({ endTs: null, away: false }, () => {
      const box = /** @type {HTMLElement} */ (this.scroller.current);
      box.scrollTop = box.scrollHeight;
    });
  };

  /** The arrow keys walk from message to message. @param {KeyboardEvent} event */
  onKeyDown = (event) => {
    const row = /** @type {HTMLElement} */ (event.target);
    if (row.tagName !== 'ARTICLE' || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    const rows = [
      .../** @type {NodeListOf<HTMLElement>} */ (row.parentElement?.querySelectorAll('article') ?? []),
    ];
    const next = rows[rows.indexOf(row) + (event.key === 'ArrowUp' ? -1 : 1)];
    event.preventDefault();
    next?.focus();
  };

  /** @param {ClientMessage} message @param {ClientMessage | undefined} previous @param {boolean} last */
  row(message, previous, last) {
    const { zone, now, inThread = false, newFrom } = this.props;
    const instant = instantOfTs(message.ts);
    const newDay = !previous || dateIn(instantOfTs(previous.ts), zone) !== dateIn(instant, zone);
    const isNew = message.ts === newFrom;
    const rootOfThread =
      inThread && previous && previous.threadTs !== null && previous.ts === previous.threadTs;
    return [
      newDay &&
        html`<div class="divider" key=${`day-${message.ts}`}><span>${dayTitle(instant, now, zone)}</span></div>`,
      isNew && html`<div class="divider divider-new" key="new"><span>New</span></div>`,
      html`<${Message}
        key=${message.ts} message=${message} inThread=${inThread} tabStop=${last}
        compact=${!newDay && !isNew && !rootOfThread && follows(previous, message, zone)}
      />`,
    ];
  }

  /** @param {Props} props @param {State} state */
  render({ timeline, label, intro }, { away }) {
    const { messages, more, loading } = timeline;
    const { start, end } = this.shown();
    const rows = messages.slice(start, end);
    return html`<div class="messages-frame">
      <div class="messages" ref=${this.scroller} onScroll=${this.onScroll} onKeyDown=${this.onKeyDown}>
        <div role="log" aria-label=${label} aria-live="off" aria-busy=${loading}>
          ${start === 0 && (more || (loading && messages.length === 0)) && html`<p class="loading-older">Loading messages…</p>`}
          ${start === 0 && !more && !loading && intro}
          ${rows.flatMap((message, index) => this.row(message, messages[start + index - 1], index === rows.length - 1))}
        </div>
      </div>
      ${away && html`<button type="button" class="button to-newest" onClick=${this.toNewest}>Jump to newest</button>`}
    </div>`;
  }
}
