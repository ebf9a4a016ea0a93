import { TextObject } from '../text/text-view.js';
import { Dialog } from './dialog.js';
import { classes, html } from './view.js';

/**
 * A question with two answers: Block Kit's confirmation object, which the page uses for its own questions too.
 *
 * @typedef {{ type: 'plain_text' | 'mrkdwn'; text: string }} Words
 * @typedef {{ title?: Words; text: Words; confirm?: Words; deny?: Words; style?: 'primary' | 'danger' }} Question
 */

/** @param {string} text @returns {Words} */
export function plain(text) {
  return { type: 'plain_text', text };
}

/** @param {{ question: Question; onAnswer(yes: boolean): void }} props */
export function ConfirmDialog({ question, onAnswer }) {
  const {
    title = plain('Are you sure?'),
    text,
    confirm = plain('Yes'),
    deny = plain('Cancel'),
    style,
  } = question;
  const footer = html`
    <button type="button" class="button" onClick=${() => onAnswer(false)}>${deny.text}</button>
    <button type="button" class=${classes('button', style === 'danger' ? 'button-danger-full' : 'button-primary-full')} onClick=${() => onAnswer(true)}>
      ${confirm.text}
    </button>`;
  return html`<${Dialog} role="alertdialog" class="dialog-small" title=${title.text} footer=${footer} onClose=${() => onAnswer(false)}>
    <${TextObject} text=${text} />
  </${Dialog}>`;
}
