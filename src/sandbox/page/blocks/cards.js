import { useState } from 'preact/hooks';
import { ActionElement } from '../inputs/action-element.js';
import { PlainText, RichText, TextObject } from '../text/text-view.js';
import { Icon } from '../ui/icons.js';
import { classes, html } from '../ui/view.js';
import { Picture } from './basic.js';

/**
 * The framed blocks: alert, card, carousel, container.
 *
 * @import { Block } from '../block-kit.d.ts'
 * @import { BlockProps } from './block.js'
 */

/** @param {BlockProps} props */
export function AlertBlock({ block }) {
  const level = block.level ?? 'default';
  return html`<div class=${`alert alert-${level}`} role="note">
    <${Icon} name=${level === 'success' ? 'check' : 'warning'} /><div><${TextObject} text=${block.text} /></div>
  </div>`;
}

/** @param {BlockProps} props */
export function CardBlock({ block, place }) {
  return html`<div class="card">
    ${block.hero_image && html`<${Picture} image=${block.hero_image} class="card-hero" />`}
    <div class="card-head">
      ${block.icon && html`<${Picture} image=${block.icon} class="picture-context" />`}
      <div>
        ${block.title && html`<strong><${TextObject} text=${block.title} /></strong>`}
        ${block.subtitle && html`<small><${TextObject} text=${block.subtitle} /></small>`}
      </div>
    </div>
    ${block.body && html`<${TextObject} text=${block.body} />`}
    ${
      block.actions &&
      html`<div class="actions">
      ${block.actions.map(
        (element) =>
          html`<${ActionElement} key=${element.action_id} element=${element} blockId=${block.block_id ?? ''} place=${place} />`,
      )}
    </div>`
    }
  </div>`;
}

/** @param {BlockProps} props */
export function CarouselBlock({ block, place }) {
  return html`<div class="carousel" role="group" aria-label="Cards" tabindex="0">
    ${block.elements.map((card) => html`<${CardBlock} block=${{ block_id: block.block_id, ...card }} place=${place} />`)}
  </div>`;
}

/** @param {BlockProps} props */
export function ContainerBlock({ block, place, View }) {
  const [open, setOpen] = useState(!(block.is_collapsible && block.default_collapsed));
  const head = html`
    ${block.icon && html`<${Picture} image=${block.icon} class="picture-context" />`}
    <span class="container-title">
      ${block.rich_text_title ? html`<${RichText} block=${block.rich_text_title} />` : block.title && html`<${PlainText} text=${block.title} />`}
      ${block.subtitle && html`<small><${TextObject} text=${block.subtitle} /></small>`}
    </span>`;
  return html`<div class=${classes('container', block.has_header_divider && 'container-divided')}>
    ${
      block.is_collapsible
        ? html`<button type="button" class="container-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>
          ${head}<${Icon} name="chevron" />
        </button>`
        : html`<div class="container-head">${head}</div>`
    }
    ${
      open &&
      html`<div class="container-body">
      ${block.child_blocks.map((child, index) => html`<${View} key=${child.block_id ?? index} block=${child} place=${place} />`)}
    </div>`
    }
  </div>`;
}
