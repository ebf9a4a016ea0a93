import type { RowFault } from '../domain/csv/header.ts';

/** As many lines of each kind as a person reads. */
const linesShown = 20;

/** A line each, and how many more there are. */
export function shown<Row>(rows: readonly Row[], line: (row: Row, index: number) => string): string[] {
  const rest = rows.length - linesShown;
  return [...rows.slice(0, linesShown).map(line), ...(rest > 0 ? [`  … and ${count(rest)} more`] : [])];
}

/** Why nothing of a file was imported, by line. */
export function faultsInWords(file: string, faults: readonly RowFault[]): string {
  const byLine = faults.toSorted((one, other) => one.line - other.line);
  return [
    `Nothing was imported: ${file} needs mending.`,
    ...shown(
      byLine,
      ({ line, column, message }) => `  line ${line}${column ? `, ${column}` : ''}: ${message}`,
    ),
  ].join('\n');
}

export function count(number: number): string {
  return number.toLocaleString('en');
}
