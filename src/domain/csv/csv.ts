/** Comma-separated values as in RFC 4180, and as spreadsheets really write them. */

export interface CsvRow {
  /** The line of the file on which the row begins, as an editor counts. */
  line: number;
  cells: string[];
}

export interface CsvFault {
  line: number;
  message: string;
}

export type DecodedText = { ok: true; text: string } | { ok: false; message: string };

/** UTF-8, or UTF-16 if the file says so. Anything else is refused: a guess would spoil names without a word. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return {
      ok: false,
      message: `The file is not ${encoding.toUpperCase()}. In a spreadsheet, save it as “CSV UTF-8”.`,
    };
  }
}

/** The delimiter that the first line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const first = text.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const [best = ','] = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length);
  return best;
}

/** Rows with the lines they begin on; empty lines are passed over. A broken quotation ends the reading: what follows would be guesswork. */
export function parseCsv(text: string): { rows: CsvRow[]; faults: CsvFault[] } {
  const reader = new CsvReader(text, delimiterOf(text));
  const rows: CsvRow[] = [];
  for (let row = reader.row(); row !== null; row = reader.row()) {
    if ('message' in row) return { rows, faults: [row] };
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row);
  }
  return { rows, faults: [] };
}

class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;
  #line = 1;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** Null at the end of the text. */
  row(): CsvRow | CsvFault | null {
    if (this.#at >= this.#text.length) return null;
    const line = this.#line;
    const cells: string[] = [];
    for (;;) {
      const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#bare();
      if (cell === null) {
        return { line, message: 'A quotation mark opens a cell here that is not closed as it should be.' };
      }
      cells.push(cell);
      if (this.#text[this.#at] !== this.#delimiter) break;
      this.#at += 1;
    }
    this.#endOfLine();
    return { line, cells };
  }

  #bare(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#ends(this.#text[this.#at])) this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #quoted(): string | null {
    let cell = '';
    let from = this.#at + 1;
    for (;;) {
      const end = this.#text.indexOf('"', from);
      if (end === -1) return null;
      cell += this.#text.slice(from, end);
      if (this.#text[end + 1] !== '"') {
        this.#at = end + 1;
        break;
      }
      cell += '"';
      from = end + 2;
    }
    this.#line += cell.split('\n').length - 1;
    return this.#at >= this.#text.length || this.#ends(this.#text[this.#at]) ? cell : null;
  }

  #ends(character: string | undefined): boolean {
    return character === this.#delimiter || character === '\n' || character === '\r';
  }

  #endOfLine(): void {
    if (this.#text[this.#at] === '\r') this.#at += 1;
    if (this.#text[this.#at] === '\n') this.#at += 1;
    this.#line += 1;
  }
}

// What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection
const formula = /^'*[=+\-@\t\r＝＋－＠]/;
const disarmed = /^'+[=+\-@\t\r＝＋－＠]/;

/** One row, ended by CRLF. A cell that could be a formula gets an apostrophe before it, which `plainCell` takes away. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(formula.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`;
}

/** A cell as it was before `csvRow`, without what neither the database nor a reader could bear. */
export function plainCell(cell: string): string {
  const safe = cell
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t\r]/gu, '');
  return disarmed.test(safe) ? safe.slice(1) : safe;
}

function quoted(cell: string): string {
  return /[",;\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
