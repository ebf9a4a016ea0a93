import { useEffect, useRef, useState } from 'preact/hooks';
import { usePane } from '../pane-context.js';
import { typedText, withHandles } from '../text/typed.js';
import { html } from '../ui/view.js';

/** One's own words, opened again. Enter saves, Escape leaves. @param {{ message: import('../../client-api.ts').ClientMessage; onClose(): void }} props */
export function EditBox({ message, onClose }) {
  const { client } = usePane();
  const [text, setText] = useState(() => typedText(message.text, client.state));
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, []);

  async function save() {
    const done =
      text.trim() !== '' &&
      (await client.act({
        do: 'edit',
        channel: message.channel,
        ts: message.ts,
        text: withHandles(text, client.state),
      }));
    if (done) onClose();
  }

  return html`<form class="edit-box" onSubmit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    save();
  }}>
    <textarea
      ref=${field} class="field" rows="2" aria-label="Edit message" value=${text}
      onInput=${(/** @type {InputEvent} */ event) => setText(/** @type {HTMLTextAreaElement} */ (event.target).value)}
      onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        save();
      }}
    ></textarea>
    <div class="actions">
      <button type="button" class="button" onClick=${onClose}>Cancel</button>
      <button type="submit" class="button button-primary-full">Save</button>
    </div>
  </form>`;
}
