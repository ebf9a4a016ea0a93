/**
 * Edits of a text field at its caret, told to the page as if typed.
 *
 * @param {HTMLTextAreaElement | HTMLInputElement} field @param {string} text @param {number} [from] @param {number} [to]
 */
export function replaceRange(field, text, from = field.selectionStart ?? 0, to = field.selectionEnd ?? 0) {
  field.focus();
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

/** Puts signs around what is selected. @param {HTMLTextAreaElement} field @param {string} sign */
export function surround(field, sign) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  replaceRange(field, `${sign}${value.slice(from, to)}${sign}`);
  if (from === to) field.setSelectionRange(from + sign.length, from + sign.length);
}

/** Puts a marker before each selected line. @param {HTMLTextAreaElement} field @param {(index: number) => string} marker */
export function prefixLines(field, marker) {
  const from = field.value.lastIndexOf('\n', field.selectionStart - 1) + 1;
  const lines = field.value.slice(from, field.selectionEnd).split('\n');
  replaceRange(field, lines.map((line, index) => marker(index) + line).join('\n'), from);
}
