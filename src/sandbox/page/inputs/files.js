import { useRef, useState } from 'preact/hooks';
import { uploadFile } from '../api.js';
import { usePane } from '../pane-context.js';
import { Icon } from '../ui/icons.js';
import { classes, html } from '../ui/view.js';

/**
 * Files for a form: uploaded as they are chosen, named in the value by their id.
 *
 * @import { ClientFile } from '../../client-api.ts'
 * @import { ElementProps } from './element.js'
 */

const MOST_FILES = 10;

/** @param {{ file: ClientFile; onRemove(): void }} props */
export function FileChip({ file, onRemove }) {
  return html`<span class="token">
    <${Icon} name="file" />${file.name}
    <button type="button" aria-label=${`Remove ${file.name}`} onClick=${onRemove}><${Icon} name="close" /></button>
  </span>`;
}

/** @param {ElementProps} props */
export function FileInput({ element, value, id, label, describedBy, invalid, onChange }) {
  const { client } = usePane();
  const files = /** @type {ClientFile[]} */ (value.files ?? []);
  const most = element.max_files ?? MOST_FILES;
  const [uploading, setUploading] = useState(false);
  const [problem, setProblem] = useState('');
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));

  /** @param {File[]} chosen */
  async function add(chosen) {
    const wanted = element.filetypes?.map((/** @type {string} */ type) => type.toLowerCase());
    const wrong =
      wanted && chosen.find((file) => !wanted.includes(file.name.split('.').at(-1)?.toLowerCase() ?? ''));
    setProblem('');
    if (wrong) setProblem(`${wrong.name} is not one of: ${wanted.join(', ')}.`);
    else if (files.length + chosen.length > most)
      setProblem(`At most ${most} ${most === 1 ? 'file' : 'files'}.`);
    else {
      setUploading(true);
      try {
        const stored = await Promise.all(chosen.map((file) => uploadFile(client.as, file)));
        onChange({ files: [...files, ...stored] });
      } catch (error) {
        setProblem(error.message);
      }
      setUploading(false);
    }
    if (input.current) input.current.value = '';
  }

  return html`<div class=${classes('file-input', invalid && 'invalid')}>
    ${files.map((file) => html`<${FileChip} key=${file.id} file=${file} onRemove=${() => onChange({ files: files.filter((held) => held.id !== file.id) })} />`)}
    <input
      ref=${input} id=${id} type="file" multiple=${most > 1} aria-label=${id ? undefined : label} aria-describedby=${describedBy}
      accept=${element.filetypes?.map((/** @type {string} */ type) => `.${type}`).join(',')} aria-invalid=${invalid || undefined}
      disabled=${uploading || files.length >= most}
      onChange=${(/** @type {Event} */ event) => add([.../** @type {FileList} */ (/** @type {HTMLInputElement} */ (event.target).files)])}
    />
    ${uploading && html`<span class="hint" role="status">Uploading…</span>`}
    ${problem && html`<p class="field-error" role="alert">${problem}</p>`}
  </div>`;
}
