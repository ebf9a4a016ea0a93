import type { CsvRow } from './csv.ts';

/** What is wrong with one row, for whoever made the file. */
export interface RowFault<Column extends string = string> {
  line: number;
  /** Null where it is about the row as a whole. */
  column: Column | null;
  message: string;
}

/** Where each column stands. What is not known stays unread and is named in `ignored`. */
export interface Header<Column extends string> {
  at: ReadonlyMap<Column, number>;
  ignored: string[];
  faults: RowFault<Column>[];
}

/** Names are compared whatever their case, and with spaces or hyphens for underscores. */
export function headerOf<Column extends string>(
  { line, cells }: CsvRow,
  known: readonly Column[],
  required: readonly Column[],
): Header<Column> {
  const at = new Map<Column, number>();
  const ignored: string[] = [];
  const faults: RowFault<Column>[] = [];
  for (const [index, cell] of cells.entries()) {
    const typed = cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
    const column = known.find((each) => each === typed);
    if (!column) ignored.push(cell.trim());
    else if (at.has(column)) faults.push({ line, column, message: `The column “${column}” is there twice.` });
    else at.set(column, index);
  }
  for (const column of required.filter((each) => !at.has(each))) {
    const message = `There is no column “${column}”. Columns are: ${known.join(', ')}.`;
    faults.push({ line, column, message });
  }
  return { at, ignored: ignored.filter((name) => name !== ''), faults };
}
