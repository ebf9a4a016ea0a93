import { useState } from 'preact/hooks';
import { RichText } from '../text/text-view.js';
import { html } from '../ui/view.js';

/**
 * `table` shows all its rows; `data_table` is sorted and leafed through.
 *
 * @import { BlockProps } from './block.js'
 * @import { Cell } from '../block-kit.d.ts'
 */

const DEFAULT_PAGE_SIZE = 5;

/** @param {{ cell: Cell }} props */
function CellText({ cell }) {
  return cell.type === 'rich_text' ? html`<${RichText} block=${cell} />` : cell.text;
}

/** @param {BlockProps} props */
export function TableBlock({ block }) {
  const [head, ...rows] = block.rows ?? [];
  const style = (/** @type {number} */ column) => {
    const { align, is_wrapped: wrapped } = block.column_settings?.[column] ?? {};
    return { textAlign: align, whiteSpace: wrapped ? 'normal' : undefined };
  };
  return html`<div class="table-frame" role="group" aria-label="Table" tabindex="0">
    <table>
      <thead><tr>${head?.map((cell, column) => html`<th scope="col" style=${style(column)}><${CellText} cell=${cell} /></th>`)}</tr></thead>
      <tbody>
        ${rows.map((row) => html`<tr>${row.map((cell, column) => html`<td style=${style(column)}><${CellText} cell=${cell} /></td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

/** @param {Cell | undefined} cell */
function textOf(cell) {
  if (!cell) return '';
  return cell.type === 'rich_text' ? JSON.stringify(cell.elements) : cell.text;
}

/** @param {Cell[][]} rows @param {{ column: number; down: boolean } | null} order */
function sorted(rows, order) {
  if (!order) return rows;
  const { column, down } = order;
  const inOrder = rows.toSorted((a, b) => {
    const [left, right] = [a[column], b[column]];
    if (left?.type === 'raw_number' && right?.type === 'raw_number') return left.value - right.value;
    return textOf(left).localeCompare(textOf(right), 'en', { numeric: true });
  });
  return down ? inOrder.reverse() : inOrder;
}

/** @param {{ pages: number; page: number; onPage(page: number): void }} props */
function Pager({ pages, page, onPage }) {
  return html`<div class="pager">
    <button type="button" class="button" disabled=${page === 0} onClick=${() => onPage(page - 1)}>Previous</button>
    <span>Page ${page + 1} of ${pages}</span>
    <button type="button" class="button" disabled=${page === pages - 1} onClick=${() => onPage(page + 1)}>Next</button>
  </div>`;
}

/** @param {BlockProps} props */
export function DataTableBlock({ block }) {
  const [head, ...rows] = block.rows ?? [];
  const [order, setOrder] = useState(/** @type {{ column: number; down: boolean } | null} */ (null));
  const [page, setPage] = useState(0);
  const size = block.page_size ?? DEFAULT_PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const rowHead = block.row_header_column_index ?? 0;
  const shown = sorted(rows, order).slice(page * size, (page + 1) * size);

  /** @param {number} column */
  function sortBy(column) {
    setOrder({ column, down: order?.column === column && !order.down });
    setPage(0);
  }

  return html`<div class="data-table">
    <div class="table-frame" role="group" aria-label=${block.caption} tabindex="0">
      <table>
        <caption>${block.caption}</caption>
        <thead>
          <tr>
            ${head?.map(
              (
                cell,
                column,
              ) => html`<th scope="col" aria-sort=${order?.column === column ? (order.down ? 'descending' : 'ascending') : undefined}>
                <button type="button" class="sort" onClick=${() => sortBy(column)}>
                  <${CellText} cell=${cell} /> <span aria-hidden="true">${order?.column === column ? (order.down ? '▾' : '▴') : ''}</span>
                </button>
              </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            (row) => html`<tr>
              ${row.map((cell, column) =>
                column === rowHead
                  ? html`<th scope="row"><${CellText} cell=${cell} /></th>`
                  : html`<td class=${cell.type === 'raw_number' ? 'number' : undefined}><${CellText} cell=${cell} /></td>`,
              )}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${pages > 1 && html`<${Pager} pages=${pages} page=${page} onPage=${setPage} />`}
  </div>`;
}
