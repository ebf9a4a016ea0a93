import { PlainText, RichText } from '../text/text-view.js';
import { classes, html } from '../ui/view.js';

/**
 * @import { Block } from '../block-kit.d.ts'
 * @import { BlockProps } from './block.js'
 */

const STATES = {
  pending: { mark: '○', words: 'Pending' },
  in_progress: { mark: '◐', words: 'In progress' },
  complete: { mark: '✓', words: 'Complete' },
  error: { mark: '!', words: 'Failed' },
};

/** @param {BlockProps} props */
export function TaskCardBlock({ block }) {
  const state = STATES[block.status ?? 'pending'];
  return html`<div class=${classes('task', `task-${block.status}`)}>
    <span class="task-mark" role="img" aria-label=${state.words}>${state.mark}</span>
    <div>
      <strong><${PlainText} text=${{ text: block.title }} /></strong>
      ${block.details && html`<${RichText} block=${block.details} />`}
      ${block.output && html`<${RichText} block=${block.output} />`}
      ${
        block.sources &&
        html`<p class="task-sources">
        ${block.sources.map((/** @type {{ url: string; text: string }} */ source) => html`<a href=${source.url} target="_blank" rel="noreferrer">${source.text}</a>`)}
      </p>`
      }
    </div>
  </div>`;
}

/** @param {BlockProps} props */
export function PlanBlock({ block, place }) {
  return html`<div class="plan">
    <strong><${PlainText} text=${{ text: block.title }} /></strong>
    ${block.tasks?.map((/** @type {Block} */ task) => html`<${TaskCardBlock} block=${task} place=${place} />`)}
  </div>`;
}
