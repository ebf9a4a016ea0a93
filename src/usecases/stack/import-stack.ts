import { type CsvFault, csvRow, decodeText, parseCsv } from '../../domain/csv/csv.ts';
import { type PersonId, personId } from '../../domain/person.ts';
import { type ImportPlan, planImport, type RowFault } from '../../domain/stack/import-plan.ts';
import { columns, personColumns, sheetOf } from '../../domain/stack/sheet.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading, Store, Transaction } from '../ports.ts';

export interface ImportOrder {
  workspace: string;
  file: Uint8Array;
  newId: () => string;
  at: Instant;
  /** Who does it; absent over the command line. */
  by?: PersonId;
  /** Told after each part that was written. */
  progress: (written: number, all: number) => void;
}

/** Rows written between two words of progress. */
const part = 1000;

/** What a file would change, with nothing changed. */
export async function previewImport(
  store: Reading,
  { workspace, file, newId }: Pick<ImportOrder, 'workspace' | 'file' | 'newId'>,
): Promise<ImportPlan> {
  const decoded = decodeText(file);
  if (!decoded.ok) return faulty([{ line: 1, message: decoded.message }]);
  const { rows, faults } = parseCsv(decoded.text);
  if (faults.length > 0) return faulty(faults);
  return planImport(rows, { workspace, tools: await store.allTools(workspace), newId });
}

/** Writes what a file changes in one transaction: all of it, or nothing where any row is faulty. */
export function importStack(store: Store, order: ImportOrder): Promise<ImportPlan> {
  return store.write((transaction) => importWithin(transaction, order));
}

/** Planned anew, because the stack may have changed since the preview. */
export async function importWithin(transaction: Transaction, order: ImportOrder): Promise<ImportPlan> {
  const { at, by = null, progress } = order;
  const plan = await previewImport(transaction, order);
  const { planned } = plan;
  for (let from = 0; from < planned.length; from += part) {
    const next = planned.slice(from, from + part);
    await transaction.saveTools(next.map(({ tool, changes }) => ({ tool, change: { at, by, changes } })));
    progress(from + next.length, planned.length);
  }
  return plan;
}

function faulty(faults: readonly CsvFault[]): ImportPlan {
  const rows: RowFault[] = faults.map(({ line, message }) => ({ line, column: null, message }));
  return { planned: [], unchanged: 0, ignored: [], faults: rows };
}

/** The whole stack as CSV, which an import takes back unchanged. Owners stand as member id and name. */
export async function exportStack(store: Reading, workspace: string): Promise<string> {
  const tools = await store.allTools(workspace);
  const names = new Map(tools.map(({ id, name }) => [id, name]));
  const owners = tools.flatMap((tool) => [tool.businessOwner, tool.technicalOwner, tool.backup]);
  const people = await store.people([...new Set(owners)].filter((owner) => owner !== null));
  const lines = tools.map((tool) => {
    const sheet = sheetOf(tool, (id) => names.get(id));
    const cells = columns.map((column) => {
      const user = sheet[column];
      if (user === '' || !personColumns.includes(column)) return user;
      const name = people.get(personId(workspace, user))?.name;
      return name ? `${user} ${name}` : user;
    });
    return csvRow([tool.id, ...cells]);
  });
  return [csvRow(['id', ...columns]), ...lines].join('');
}
