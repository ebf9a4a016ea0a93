import { csvRow } from '../csv/csv.ts';
import type { ExportFormat, ExportRow } from './columns.ts';

/** A spreadsheet takes a file without this mark for one in its own old encoding. */
const byteOrderMark = '\uFEFF';

/** What stands before the first row. */
export function exportHead(format: ExportFormat, columns: readonly string[]): string {
  return format === 'csv' ? `${byteOrderMark}${csvRow(columns)}` : '';
}

/** A row as one line of CSV, in which no cell is a formula, or as one line of JSON. */
export function exportLine(format: ExportFormat, columns: readonly string[], row: ExportRow): string {
  if (format === 'csv') return csvRow(columns.map((column) => cellOf(row[column] ?? null)));
  return `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}\n`;
}

function cellOf(value: ExportRow[string]): string {
  return value === null ? '' : String(value);
}
