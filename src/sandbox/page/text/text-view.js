import { usePane } from '../pane-context.js';
import { classes, html, useSelect } from '../ui/view.js';
import { clockTime, fillDate, fullTime } from '../zone.js';
import { parseMarkdown } from './markdown.js';
import { parseMrkdwn } from './mrkdwn.js';
import { richTextTree } from './rich-text.js';

/**
 * Shows the tree of text that mrkdwn, Markdown and rich_text all become.
 *
 * @import { Inline, TextBlock } from './mrkdwn.js'
 */

/** Only these may be followed: no `javascript:`. */
const SAFE_URL = /^(https?:|mailto:|tel:|slack:)/i;

const TAGS = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' };

/** @param {{ name: string }} props */
export function Emoji({ name }) {
  const { client } = usePane();
  const emoji = useSelect(client, (state) => state.emoji);
  const [base] = name.split('::');
  const character = emoji[name] ?? emoji[base];
  if (!character) return `:${name}:`;
  return html`<span class="emoji" role="img" aria-label=${`:${name}:`} title=${`:${name}:`}>${character}</span>`;
}

/** @param {{ id: string; label: string | null }} props */
function UserMention({ id, label }) {
  const { client } = usePane();
  const person = useSelect(client, (state) => state.people.get(id));
  const isMe = id === client.as;
  return html`<span class=${classes('mention', isMe && 'mention-me')} title=${person?.title}>@${person?.realName ?? label ?? id}</span>`;
}

/** @param {{ id: string; label: string | null }} props */
function ChannelMention({ id, label }) {
  const { client, openChannel } = usePane();
  const channel = useSelect(client, (state) => state.channels.get(id));
  if (!channel) return html`<span class="mention">#${label ?? 'private-channel'}</span>`;
  return html`<button type="button" class="mention" onClick=${() => openChannel(id)}>#${channel.name}</button>`;
}

/** @param {Extract<Inline, { kind: 'date' }>} props */
function DateText({ instant, format, url, fallback }) {
  const { client } = usePane();
  const zone = useSelect(client, (state) => state.me.tz);
  useSelect(client, (state) => state.clock);
  if (!Number.isFinite(instant)) return fallback;
  const text = fillDate(format, instant, client.now(), zone);
  const full = `${fullTime(instant, client.now(), zone)} (${zone})`;
  const time = html`<time datetime=${new Date(instant).toISOString()} title=${full}>${text}</time>`;
  return url && SAFE_URL.test(url) ? html`<a href=${url} target="_blank" rel="noreferrer">${time}</a>` : time;
}

/** @param {{ nodes: Inline[] }} props */
export function InlineText({ nodes }) {
  return nodes.map((node) => {
    switch (node.kind) {
      case 'text':
        return node.text;
      case 'break':
        return html`<br />`;
      case 'code':
        return html`<code>${node.text}</code>`;
      case 'link':
        return SAFE_URL.test(node.url)
          ? html`<a href=${node.url} target="_blank" rel="noreferrer"><${InlineText} nodes=${node.children} /></a>`
          : html`<${InlineText} nodes=${node.children} />`;
      case 'user':
        return html`<${UserMention} id=${node.id} label=${node.label} />`;
      case 'channel':
        return html`<${ChannelMention} id=${node.id} label=${node.label} />`;
      case 'group':
        return html`<span class="mention">${node.label ?? '@group'}</span>`;
      case 'broadcast':
        return html`<span class="mention mention-me">@${node.range}</span>`;
      case 'date':
        return html`<${DateText} ...${node} />`;
      case 'emoji':
        return html`<${Emoji} name=${node.name} />`;
      default: {
        const Tag = TAGS[node.kind];
        return html`<${Tag}><${InlineText} nodes=${node.children} /></${Tag}>`;
      }
    }
  });
}

/** @param {TextBlock} block */
function TextBlockView(block) {
  switch (block.kind) {
    case 'pre':
      return html`<pre tabindex="0">${block.text}</pre>`;
    case 'quote':
      return html`<blockquote><${InlineText} nodes=${block.children} /></blockquote>`;
    case 'item':
      return html`<div class="text-item">
        <span class="text-marker">${block.marker}</span><span><${InlineText} nodes=${block.children} /></span>
      </div>`;
    case 'list': {
      const items = block.items.map((nodes) => html`<li><${InlineText} nodes=${nodes} /></li>`);
      const style = { marginInlineStart: `${block.indent * 1.5}em` };
      return block.ordered
        ? html`<ol start=${block.offset + 1} style=${style}>${items}</ol>`
        : html`<ul style=${style}>${items}</ul>`;
    }
    case 'heading':
      return html`<p class=${`text-heading text-heading-${Math.min(block.level, 3)}`}><${InlineText} nodes=${block.children} /></p>`;
    case 'rule':
      return html`<hr />`;
    case 'table':
      return html`<div class="table-frame" tabindex="0" role="group" aria-label="Table">
        <table>
          <thead><tr>${block.head.map((cell) => html`<th scope="col"><${InlineText} nodes=${cell} /></th>`)}</tr></thead>
          <tbody>
            ${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td><${InlineText} nodes=${cell} /></td>`)}</tr>`)}
          </tbody>
        </table>
      </div>`;
    default:
      return html`<p><${InlineText} nodes=${block.children} /></p>`;
  }
}

/** @param {{ tree: TextBlock[] }} props */
function TextTree({ tree }) {
  return html`<div class="text">${tree.map((block) => html`<${TextBlockView} ...${block} />`)}</div>`;
}

/** @param {{ text: string }} props */
export function Mrkdwn({ text }) {
  return html`<${TextTree} tree=${parseMrkdwn(text)} />`;
}

/** @param {{ text: string }} props */
export function Markdown({ text }) {
  return html`<${TextTree} tree=${parseMarkdown(text)} />`;
}

/** @param {{ block: import('../block-kit.d.ts').RichText }} props */
export function RichText({ block }) {
  return html`<${TextTree} tree=${richTextTree(block)} />`;
}

/** plain_text: no marks, but emoji names unless `emoji: false`. @param {{ text: { text: string; emoji?: boolean } }} props */
export function PlainText({ text }) {
  if (text.emoji === false || !text.text.includes(':')) return text.text;
  const parts = text.text.split(/(:[a-z0-9_+'-]+(?:::skin-tone-\d)?:)/gi);
  return parts.map((part, index) =>
    index % 2 === 1 ? html`<${Emoji} name=${part.slice(1, -1).toLowerCase()} />` : part,
  );
}

/** A text object of either type. @param {{ text: { type: string; text: string; emoji?: boolean } }} props */
export function TextObject({ text }) {
  return text.type === 'mrkdwn' ? html`<${Mrkdwn} text=${text.text} />` : html`<${PlainText} text=${text} />`;
}

/** When something was said: short to look at, whole to hover or hear. @param {{ instant: number; class?: string }} props */
export function Timestamp({ instant, class: className }) {
  const { client } = usePane();
  const zone = useSelect(client, (state) => state.me.tz);
  return html`<time class=${className} datetime=${new Date(instant).toISOString()} title=${fullTime(instant, client.now(), zone)}>
    ${clockTime(instant, zone)}
  </time>`;
}
