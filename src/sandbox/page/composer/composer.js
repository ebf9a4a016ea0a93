import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FileChip } from '../inputs/files.js';
import { EmojiPicker } from '../message/emoji-picker.js';
import { usePane } from '../pane-context.js';
import { IconButton } from '../ui/icons.js';
import { MenuButton } from '../ui/menu.js';
import { replaceRange } from '../ui/text-edit.js';
import { html, useSelect } from '../ui/view.js';
import { useAttachments } from './attachments.js';
import { send } from './send.js';
import { SuggestionList, suggestionsAt } from './suggestions.js';

/**
 * Where one writes: words, mentions, emoji, files, and slash commands, which Slack takes in channels only.
 *
 * @import { Suggestion } from './suggestions.js'
 */

const TALLEST_PX = 260;

/** @param {HTMLTextAreaElement} field */
function fitHeight(field) {
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight + 2, TALLEST_PX)}px`;
}

/** @param {import('../changes.js').ClientState} state @param {import('../client.js').Client} client @param {(text: string) => void} insert */
function shortcutItems({ shortcuts, commands, app }, client, insert) {
  const global = shortcuts.filter((shortcut) => shortcut.type === 'global');
  return [
    ...global.map(({ callbackId, name, description }) => ({
      label: name,
      detail: description || app.name,
      onSelect: () => void client.act({ do: 'global-shortcut', callbackId }),
    })),
    ...commands.map(({ command, description }) => ({
      label: command,
      detail: description,
      onSelect: () => insert(`${command} `),
    })),
  ];
}

/**
 * Of two panes that open together the first one is written in; nobody who writes in the other is interrupted.
 *
 * @param {HTMLElement} field @param {boolean} isFirst
 */
function mayTakeFocus(field, isFirst) {
  const active = document.activeElement;
  const pane = active?.closest('.pane');
  if (!pane || pane === field.closest('.pane')) return true;
  return isFirst && active instanceof HTMLTextAreaElement && active.value === '';
}

/** @param {{ channel: import('../../client-api.ts').ClientChannel; threadTs?: string; label: string; onSent?(): void }} props */
export function Composer({ channel, threadTs, label, onSent }) {
  const { client, isFirst } = usePane();
  useSelect(client, (held) => held.commands);
  useSelect(client, (held) => held.shortcuts);
  const { state } = client;
  const key = `${channel.id}/${threadTs ?? ''}`;
  const [text, setText] = useState(() => client.unsent.get(key) ?? '');
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(false);
  const [picking, setPicking] = useState(false);
  const { files, uploading, attach, remove, clear } = useAttachments(client);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const frame = useRef(/** @type {HTMLElement | null} */ (null));
  const chooser = useRef(/** @type {HTMLInputElement | null} */ (null));
  const listId = useId();

  const found = closed
    ? []
    : suggestionsAt(state, text, caret, {
        members: new Set(channel.memberIds),
        inThread: threadTs !== undefined,
      });
  // A word that is whole needs no help: Enter sends.
  const whole = found.some(
    (suggestion) => suggestion.insert.trim() === text.slice(suggestion.from, caret).trim(),
  );
  const suggestions = whole ? [] : found;

  useLayoutEffect(() => {
    if (field.current) fitHeight(field.current);
    client.unsent.set(key, text);
  }, [text]);

  useEffect(() => {
    if (matchMedia('(hover: hover)').matches && field.current && mayTakeFocus(field.current, isFirst)) {
      field.current.focus({ preventScroll: true });
    }
  }, []);

  /** @param {Suggestion} suggestion */
  function accept(suggestion) {
    if (field.current) replaceRange(field.current, suggestion.insert, suggestion.from, caret);
  }

  async function submit() {
    const words = text.trim();
    if ((words === '' && files.length === 0) || uploading) return;
    setText('');
    onSent?.();
    const sent = await send(client, {
      channel: channel.id,
      threadTs,
      text: words,
      fileIds: files.map((file) => file.id),
    });
    if (sent) clear();
    else setText((since) => since || text);
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (suggestions.length > 0 && step) {
      event.preventDefault();
      setActive((active + step + suggestions.length) % suggestions.length);
    } else if (suggestions.length > 0 && event.key === 'Escape') {
      event.stopPropagation();
      setClosed(true);
    } else if (
      suggestions.length > 0 &&
      (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey))
    ) {
      event.preventDefault();
      accept(suggestions[Math.min(active, suggestions.length - 1)]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    }
  }

  /** @param {Event} event */
  function follow(event) {
    const area = /** @type {HTMLTextAreaElement} */ (event.target);
    setCaret(area.selectionStart);
  }

  return html`<form class="composer" ref=${frame} onSubmit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    submit();
  }}>
    ${
      suggestions.length > 0 &&
      html`<${SuggestionList}
      suggestions=${suggestions} active=${Math.min(active, suggestions.length - 1)} listId=${listId} anchor=${frame}
      onPick=${accept} onClose=${() => setClosed(true)}
    />`
    }
    <textarea
      ref=${field} rows="1" aria-label=${label} placeholder=${label} value=${text} autocomplete="off"
      aria-autocomplete="list" aria-controls=${suggestions.length > 0 ? listId : undefined}
      aria-activedescendant=${suggestions.length > 0 ? `${listId}-${Math.min(active, suggestions.length - 1)}` : undefined}
      onInput=${(/** @type {InputEvent} */ event) => {
        setText(/** @type {HTMLTextAreaElement} */ (event.target).value);
        setClosed(false);
        setActive(0);
        follow(event);
      }}
      onKeyDown=${onKeyDown} onKeyUp=${follow} onClick=${follow}
      onPaste=${(/** @type {ClipboardEvent} */ event) => attach([...(event.clipboardData?.files ?? [])])}
    ></textarea>
    ${
      (files.length > 0 || uploading) &&
      html`<div class="composer-files">
      ${files.map((file) => html`<${FileChip} key=${file.id} file=${file} onRemove=${() => remove(file.id)} />`)}
      ${uploading && html`<span class="hint" role="status">Uploading…</span>`}
    </div>`
    }
    <div class="composer-tools">
      <${MenuButton}
        label="Shortcuts" icon="bolt" above=${true}
        items=${shortcutItems(state, client, (command) => field.current && replaceRange(field.current, command, 0, text.length))}
      />
      <${IconButton} icon="paperclip" label="Attach a file" onClick=${() => chooser.current?.click()} />
      <${IconButton} icon="smile" label="Insert emoji" onClick=${() => setPicking(!picking)} />
      ${
        picking &&
        html`<${EmojiPicker} anchor=${frame} onClose=${() => setPicking(false)} onPick=${(/** @type {string} */ name) => field.current && replaceRange(field.current, state.emoji[name])} />`
      }
      <input
        ref=${chooser} type="file" multiple hidden tabindex="-1" aria-label="Files to attach"
        onChange=${(/** @type {Event} */ event) => attach([.../** @type {FileList} */ (/** @type {HTMLInputElement} */ (event.target).files)])}
      />
      <button type="submit" class="send" aria-label="Send message" title="Send message" disabled=${text.trim() === '' && files.length === 0}>
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true"><path d="M3 4 17.5 10 3 16l2-6z" /></svg>
      </button>
    </div>
  </form>`;
}
