import { useEffect, useRef } from 'preact/hooks';
import { Composer } from '../composer/composer.js';
import { MessageList } from '../message/message-list.js';
import { usePane } from '../pane-context.js';
import { NOTHING_YET, timelineKey } from '../timeline.js';
import { IconButton } from '../ui/icons.js';
import { html, useSelect } from '../ui/view.js';

/** A message and its replies, beside the channel. @param {{ channel: import('../../client-api.ts').ClientChannel; ts: string }} props */
export function Thread({ channel, ts }) {
  const { client, closeThread } = usePane();
  const timeline = useSelect(client, (state) => state.timelines[timelineKey(channel.id, ts)]) ?? NOTHING_YET;
  const zone = useSelect(client, (state) => state.me.tz);
  const list = useRef(/** @type {MessageList | null} */ (null));
  useSelect(client, (state) => state.clock);

  useEffect(() => {
    client.load(channel.id, ts);
  }, []);

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.key === 'Escape') closeThread();
  }

  return html`<aside class="thread" aria-label="Thread" onKeyDown=${onKeyDown}>
    <header class="room-head">
      <${IconButton} icon="back" label="Back to the conversation" class="back" onClick=${closeThread} />
      <div class="room-words"><h2>Thread</h2><p>${channel.kind === 'im' ? channel.name : `#${channel.name}`}</p></div>
      <${IconButton} icon="close" label="Close thread" class="close-thread" onClick=${closeThread} />
    </header>
    <${MessageList}
      ref=${list} timeline=${timeline} inThread=${true} label=${`Thread in ${channel.name}`} zone=${zone} now=${client.now()}
      onOlder=${() => client.loadOlder(channel.id, ts)}
    />
    ${channel.isMember && !channel.isArchived && html`<${Composer} key=${ts} channel=${channel} threadTs=${ts} label="Reply…" onSent=${() => list.current?.toNewest()} />`}
  </aside>`;
}
