import { useEffect } from 'preact/hooks';
import { postStage } from '../api.js';
import { go, paneNames } from '../route.js';
import { Icon, IconButton } from '../ui/icons.js';
import { html, useSelect } from '../ui/view.js';

/**
 * What is told to whoever looks: an announcement, and stories that play by themselves in the panes.
 *
 * @import { ClientStage, StageOrder } from '../../client-api.ts'
 * @import { Client } from '../client.js'
 * @typedef {NonNullable<ClientStage['playing']>} Playing
 */

/** @param {Client} client @param {StageOrder} order */
function tell(client, order) {
  postStage(order).catch((error) => client.notify(error.message));
}

/** @param {number} index @param {Playing['panes'][number] | undefined} pane @returns {Record<string, string | null>} */
function addressOf(index, pane) {
  const names = paneNames(index);
  return {
    ...{ [names.as]: pane?.as ?? null, [names.at]: pane?.at ?? null },
    ...{ [names.thread]: pane?.thread ?? null, [names.tab]: pane?.tab ?? null },
  };
}

/** Puts what a story shows into the address. @param {Playing['panes']} panes */
function follow([first, second]) {
  if (!first) return;
  go({ ...addressOf(0, first), ...addressOf(1, second) }, { replace: true });
}

/** What whoever comes without an address sees first; two panes only where there is room. @param {string} me @param {ClientStage} stage */
export function opening(me, { opening: [first, second] }) {
  if (!first) return { [paneNames(0).as]: me };
  const isWide = matchMedia('(min-width: 761px)').matches;
  return { ...addressOf(0, first), ...addressOf(1, isWide ? second : undefined) };
}

/** The stories that one can watch, unless one is being played or something else goes on. @param {{ client: Client }} props */
export function StoryButtons({ client }) {
  const { banner, stories, playing } = useSelect(client, (state) => state.stage);
  if (playing || banner) return null;
  return stories.map(
    ({ id, title }) =>
      html`<button key=${id} type="button" class="bar-button story-button" aria-label=${title} title=${title} onClick=${() => tell(client, { play: id })}>
      <${Icon} name="play" /><span>${title}</span>
    </button>`,
  );
}

/** @param {{ client: Client }} props */
export function Banner({ client }) {
  const banner = useSelect(client, (state) => state.stage.banner);
  return banner && html`<p class="stage-banner" role="status">${banner}</p>`;
}

/** The caption of the story that is being played. @param {{ client: Client }} props */
export function Caption({ client }) {
  const playing = useSelect(client, (state) => state.stage.playing);
  const shown = JSON.stringify(playing?.panes ?? []);

  useEffect(() => {
    follow(JSON.parse(shown));
  }, [shown]);

  if (!playing) return null;
  const { id, title, caption, isPaused, ended } = playing;
  return html`<section class="caption" aria-label=${title}>
    <p class="caption-words" role="status">${caption}</p>
    <div class="caption-tools">
      ${
        ended
          ? html`<button type="button" class="button" onClick=${() => tell(client, { play: id })}>Play again</button>`
          : html`<button type="button" class="button" onClick=${() => tell(client, { pause: !isPaused })}>
            <${Icon} name=${isPaused ? 'play' : 'pause'} />${isPaused ? 'Go on' : 'Pause'}
          </button>`
      }
      <${IconButton} icon="close" label=${ended ? 'Close the story' : 'Stop the story'} onClick=${() => tell(client, { stop: true })} />
    </div>
  </section>`;
}
