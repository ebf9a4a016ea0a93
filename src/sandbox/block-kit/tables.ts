import { isFields, listOf } from '../json.ts';
import { atMost, block } from './block-rule.ts';
import { limits } from './limits.ts';
import { richText } from './rich-text.ts';
import {
  always,
  anyNumber,
  byType,
  fault,
  flag,
  list,
  object,
  oneOf,
  type Rule,
  text,
  textWithin,
  unbounded,
  whole,
} from './rules.ts';

const cell = byType({
  raw_text: object({ type: always, text: text(unbounded) }),
  raw_number: object({ type: always, value: anyNumber, text: text(unbounded) }),
  rich_text: richText,
});

const sameWidth: Rule = (value, pointer, scan) => {
  const widths = new Set(listOf(isFields(value) ? value.rows : []).map((row) => listOf(row).length));
  if (widths.size > 1) fault(scan, `${pointer}/rows`, 'all rows must have the same number of cells');
};

const textInAll: Rule = (value, pointer, scan) => {
  if (!isFields(value) || textWithin(value.rows) <= limits.dataTableText) return;
  fault(scan, `${pointer}/rows`, `must be less than ${limits.dataTableText + 1} characters in all`);
};

export const table: Rule = block(
  { rows: list(list(cell, limits.tableCells), limits.tableRows) },
  {
    column_settings: list(
      object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag }),
      limits.tableCells,
    ),
  },
  atMost(limits.tablesAMessage),
);

export const dataTable: Rule = block(
  {
    rows: list(list(cell, limits.dataTableCells), limits.dataTableRows),
    caption: text(unbounded),
  },
  { page_size: whole(1, 100), row_header_column_index: whole(0, limits.dataTableCells - 1) },
  sameWidth,
  textInAll,
);
