import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icons.js';
import { Popover } from '../ui/popover.js';
import { classes, html } from '../ui/view.js';

/**
 * A field with a list that narrows while one types; one choice or several. What the choices are is the caller's.
 *
 * @typedef {{ key: string; label: string; detail?: string; mark?: import('preact').ComponentChild }} Choice
 * @typedef {{ label: string | null; choices: Choice[] }} ChoiceGroup
 */

/** @param {{ choice: Choice; id: string; active: boolean; chosen: boolean; onPick(): void }} props */
function ChoiceRow({ choice, id, active, chosen, onPick }) {
  const row = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return html`<div
    ref=${row} id=${id} role="option" aria-selected=${chosen} class=${classes('choice', active && 'active')}
    onMouseDown=${(/** @type {MouseEvent} */ event) => event.preventDefault()} onClick=${onPick}
  >
    ${choice.mark}
    <span class="choice-words"><span>${choice.label}</span>${choice.detail && html`<small>${choice.detail}</small>`}</span>
    ${chosen && html`<${Icon} name="check" />`}
  </div>`;
}

/** @param {{ groups: ChoiceGroup[]; listId: string; label: string; activeKey: string | undefined; chosen: Set<string>; note: string | null; onPick(choice: Choice): void }} props */
function ChoiceList({ groups, listId, label, activeKey, chosen, note, onPick }) {
  /** @param {Choice} choice */
  const row = (choice) => html`<${ChoiceRow}
    key=${choice.key} id=${`${listId}-${choice.key}`} choice=${choice} active=${choice.key === activeKey}
    chosen=${chosen.has(choice.key)} onPick=${() => onPick(choice)}
  />`;
  return html`<div class="choices" role="listbox" id=${listId} aria-label=${label}>
      ${groups.map((group, index) =>
        group.label === null
          ? group.choices.map(row)
          : html`<div role="group" aria-labelledby=${`${listId}-group-${index}`}>
              <div class="choice-group" id=${`${listId}-group-${index}`}>${group.label}</div>
              ${group.choices.map(row)}
            </div>`,
      )}
    </div>
    ${note && html`<p class="choices-note" role="status">${note}</p>`}`;
}

/**
 * @param {{
 *   id?: string;
 *   label: string;
 *   describedBy?: string;
 *   invalid?: boolean;
 *   placeholder: string;
 *   multiple: boolean;
 *   most?: number;
 *   chosen: Choice[];
 *   groups: ChoiceGroup[];
 *   note: string | null;
 *   query: string;
 *   onQuery(query: string): void;
 *   onChange(chosen: Choice[]): void;
 *   onOpen?(): void;
 *   onDone?(): void;
 *   focusOnLoad?: boolean;
 *   disabled?: boolean;
 * }} props
 * `groups`: what fits the query; `most`: how many may be chosen; `onDone`: the list was closed
 */
export function Combobox(props) {
  const {
    id,
    label,
    placeholder,
    multiple,
    most = Number.POSITIVE_INFINITY,
    chosen,
    groups,
    query,
    onQuery,
    onChange,
  } = props;
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const frame = useRef(/** @type {HTMLElement | null} */ (null));
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const listId = useId();
  const flat = groups.flatMap((group) => group.choices);
  const activeChoice = open ? flat[Math.min(active, flat.length - 1)] : undefined;
  const keys = new Set(chosen.map((choice) => choice.key));

  function show() {
    if (props.disabled || open) return;
    setActive(
      Math.max(
        0,
        flat.findIndex((choice) => keys.has(choice.key)),
      ),
    );
    setOpen(true);
    props.onOpen?.();
  }

  function hide() {
    if (!open) return;
    setOpen(false);
    onQuery('');
    props.onDone?.();
  }

  /** @param {Choice} choice */
  function pick(choice) {
    if (!multiple) {
      onChange([choice]);
      hide();
      return;
    }
    if (keys.has(choice.key)) onChange(chosen.filter((held) => held.key !== choice.key));
    else if (chosen.length < most) onChange([...chosen, choice]);
    onQuery('');
  }

  /** @param {KeyboardEvent} event */
  function onKeyDown(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!open) show();
      else setActive((active + step + flat.length) % Math.max(1, flat.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (activeChoice) pick(activeChoice);
      else show();
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      hide();
    } else if (event.key === 'Backspace' && query === '' && chosen.length > 0) {
      onChange(multiple ? chosen.slice(0, -1) : []);
    } else if (event.key === 'Tab') {
      hide();
    }
  }

  const [single] = multiple ? [] : chosen;
  return html`<div class=${classes('combobox', props.invalid && 'invalid')} ref=${frame}>
    ${
      multiple &&
      chosen.map(
        (choice) => html`<span class="token" key=${choice.key}>
        ${choice.mark}${choice.label}
        <button type="button" aria-label=${`Remove ${choice.label}`} onClick=${() => onChange(chosen.filter((held) => held !== choice))}>
          <${Icon} name="close" />
        </button>
      </span>`,
      )
    }
    ${single?.mark && query === '' && html`<span class="combobox-mark">${single.mark}</span>`}
    <input
      ref=${input} id=${id} role="combobox" type="text" autocomplete="off" spellcheck=${false}
      aria-label=${id ? undefined : label} aria-expanded=${open} aria-controls=${listId} aria-autocomplete="list"
      aria-activedescendant=${activeChoice ? `${listId}-${activeChoice.key}` : undefined}
      aria-describedby=${props.describedBy} aria-invalid=${props.invalid || undefined} disabled=${props.disabled}
      data-focus-on-load=${props.focusOnLoad || undefined}
      placeholder=${single || chosen.length > 0 ? '' : placeholder}
      value=${query === '' && single ? single.label : query}
      onInput=${(/** @type {InputEvent} */ event) => {
        const typed = /** @type {HTMLInputElement} */ (event.target).value;
        // Typing over a choice begins a new search with what was added.
        onQuery(single && query === '' ? typed.replace(single.label, '') : typed);
        show();
        setActive(0);
      }}
      onClick=${show} onKeyDown=${onKeyDown} onBlur=${hide}
    />
    <span class="combobox-arrow"><${Icon} name="chevron" /></span>
    ${
      open &&
      html`<${Popover} anchor=${frame} onClose=${hide} fit="anchor">
      <${ChoiceList} groups=${groups} listId=${listId} label=${label} activeKey=${activeChoice?.key} chosen=${keys} note=${props.note} onPick=${pick} />
    </${Popover}>`
    }
  </div>`;
}
