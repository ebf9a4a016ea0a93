import { useState } from 'preact/hooks';
import { fileUrl } from '../api.js';
import { ActionElement } from '../inputs/action-element.js';
import { usePane } from '../pane-context.js';
import { Markdown, PlainText, RichText, TextObject } from '../text/text-view.js';
import { Icon } from '../ui/icons.js';
import { classes, html } from '../ui/view.js';

/**
 * The blocks that most messages are made of.
 *
 * @import { BlockProps } from './block.js'
 */

/** @param {{ image: { image_url?: string; slack_file?: { id?: string; url?: string }; alt_text: string }; class?: string }} props */
export function Picture({ image, class: className }) {
  const { client } = usePane();
  const [broken, setBroken] = useState(false);
  const source =
    image.image_url ??
    image.slack_file?.url ??
    (image.slack_file?.id && fileUrl(client.as, image.slack_file.id));
  if (broken || !source)
    return html`<span class=${classes('picture-missing', className)} role="img" aria-label=${image.alt_text}>${image.alt_text}</span>`;
  return html`<img class=${className} src=${source} alt=${image.alt_text} loading="lazy" onError=${() => setBroken(true)} />`;
}

/** @param {BlockProps} props */
export function SectionBlock({ block, place }) {
  const { text, fields, accessory } = block;
  return html`<div class=${classes('section', accessory && 'section-with-accessory')}>
    <div class="section-words">
      ${text && html`<${TextObject} text=${text} />`}
      ${fields && html`<div class="section-fields">${fields.map((field) => html`<div><${TextObject} text=${field} /></div>`)}</div>`}
    </div>
    ${
      accessory &&
      html`<div class="section-accessory">
      ${
        accessory.type === 'image'
          ? html`<${Picture} image=${accessory} class="picture-accessory" />`
          : html`<${ActionElement} element=${accessory} blockId=${block.block_id ?? ''} place=${place} />`
      }
    </div>`
    }
  </div>`;
}

/** @param {BlockProps} props */
export function HeaderBlock({ block }) {
  return html`<h3 class="block-header"><${PlainText} text=${block.text} /></h3>`;
}

export function DividerBlock() {
  return html`<hr class="block-divider" />`;
}

/** @param {BlockProps} props */
export function ContextBlock({ block }) {
  return html`<div class="context">
    ${block.elements.map((element) =>
      element.type === 'image'
        ? html`<${Picture} image=${element} class="picture-context" />`
        : html`<span class="context-text"><${TextObject} text=${element} /></span>`,
    )}
  </div>`;
}

/** @param {BlockProps} props */
export function ActionsBlock({ block, place }) {
  return html`<div class="actions">
    ${block.elements.map(
      (element) =>
        html`<${ActionElement} key=${element.action_id} element=${element} blockId=${block.block_id ?? ''} place=${place} />`,
    )}
  </div>`;
}

/** @param {BlockProps} props */
export function ContextActionsBlock(props) {
  return html`<div class="context-actions"><${ActionsBlock} ...${props} /></div>`;
}

/** `rich_text` and `markdown`. @param {BlockProps} props */
export function TextBlock({ block }) {
  return block.type === 'markdown'
    ? html`<${Markdown} text=${block.text} />`
    : html`<${RichText} block=${block} />`;
}

/** @param {BlockProps} props */
export function ImageBlock({ block }) {
  return html`<figure class="image-block">
    ${block.title && html`<figcaption><${PlainText} text=${block.title} /></figcaption>`}
    <${Picture} image=${block} />
  </figure>`;
}

/** @param {BlockProps} props */
export function VideoBlock({ block }) {
  return html`<figure class="image-block">
    <figcaption>
      <a href=${block.title_url ?? block.video_url} target="_blank" rel="noreferrer"><${PlainText} text=${block.title} /></a>
      ${block.description && html`<small><${PlainText} text=${block.description} /></small>`}
    </figcaption>
    <${Picture} image=${{ image_url: block.thumbnail_url, alt_text: block.alt_text }} />
  </figure>`;
}

/** @param {BlockProps} props */
export function FileBlock({ block }) {
  return html`<p class="file-card"><${Icon} name="file" /> Remote file ${block.external_id}</p>`;
}
