import { type CsvRow, plainCell } from '../csv/csv.ts';
import { type RowFault as FaultOf, type Header, headerOf } from '../csv/header.ts';
import { parseSheet, type ToolFacts } from './parse-sheet.ts';
import {
  blankSheet,
  type CellChange,
  type Column,
  changesBetween,
  columns,
  type Sheet,
  sheetOf,
} from './sheet.ts';
import { foldedName, type Tool } from './tool.ts';

export type RowFault = FaultOf<Column | 'id'>;

/** A tool as it will be, with every cell that changes. */
export interface PlannedTool {
  tool: Tool;
  isNew: boolean;
  changes: CellChange[];
}

export interface ImportPlan {
  planned: PlannedTool[];
  unchanged: number;
  /** Columns that are not ours and stay unread. */
  ignored: string[];
  faults: RowFault[];
}

interface Known {
  workspace: string;
  tools: readonly Tool[];
  newId: () => string;
}

/**
 * What a file would change. A row is about the tool with its id, or else with its name; columns that the file does not
 * have stay as they are, an empty cell empties. Tools that are not in the file stay. Nothing is planned where any row is
 * faulty.
 */
export function planImport(rows: readonly CsvRow[], known: Known): ImportPlan {
  const [head, ...body] = rows;
  const nothing = { planned: [], unchanged: 0, ignored: [] };
  if (!head) return { ...nothing, faults: [{ line: 1, column: null, message: 'The file is empty.' }] };
  const header = headerOf(head, ['id', ...columns], ['name']);
  if (header.faults.length > 0) return { ...nothing, ignored: header.ignored, faults: header.faults };
  const parsed = new Rows(header.at, known);
  for (const row of body) parsed.read(row, head.cells.length);
  parsed.resolve();
  const { faults } = parsed;
  const changed = faults.length > 0 ? [] : parsed.planned();
  const planned = changed.filter(({ isNew, changes }) => isNew || changes.length > 0);
  faults.sort((a, b) => a.line - b.line);
  return { planned, unchanged: changed.length - planned.length, ignored: header.ignored, faults };
}

type Place = Header<Column | 'id'>['at'];

interface ReadRow {
  line: number;
  before: Tool | null;
  id: string;
  facts: ToolFacts;
}

/** The rows of one file against one stack: read first, resolved when all names are known. */
class Rows {
  readonly faults: RowFault[] = [];
  readonly #at: Place;
  readonly #known: Known;
  readonly #byId: Map<string, Tool>;
  readonly #byName: Map<string, Tool>;
  readonly #read: ReadRow[] = [];
  readonly #lineOf = new Map<string, number>();
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor(at: Place, known: Known) {
    this.#at = at;
    this.#known = known;
    this.#byId = new Map(known.tools.map((tool) => [tool.id, tool]));
    this.#byName = new Map(known.tools.map((tool) => [foldedName(tool.name), tool]));
    for (const { id, name } of known.tools) this.#name(id, name);
  }

  read({ line, cells }: CsvRow, width: number): void {
    const fault = (column: RowFault['column'], message: string) => {
      this.faults.push({ line, column, message });
    };
    if (cells.length !== width) {
      fault(null, `There are ${cells.length} cells, and ${width} columns.`);
      return;
    }
    const id = this.#cell(cells, 'id')?.trim() ?? '';
    const typedName = this.#cell(cells, 'name') ?? '';
    const before = id ? this.#byId.get(id) : this.#byName.get(foldedName(typedName));
    if (id && !before) {
      fault('id', 'There is no tool with this id. Leave it empty for a new one.');
      return;
    }
    const parsed = parseSheet(this.#sheet(cells, before ?? null), this.#known.workspace);
    if (!parsed.ok) {
      for (const column of columns) {
        const message = parsed.faults[column];
        if (message) fault(column, message);
      }
      return;
    }
    const name = foldedName(parsed.facts.name);
    const other = this.#byName.get(name);
    const twice = this.#lineOf.get(name) ?? (before && this.#lineOf.get(`id:${before.id}`));
    if (twice || (other && other.id !== before?.id)) {
      fault(
        'name',
        twice ? `“${parsed.facts.name}” is in line ${twice} already.` : 'Another tool has this name.',
      );
      return;
    }
    this.#lineOf.set(name, line);
    if (before) this.#lineOf.set(`id:${before.id}`, line);
    const tool = { line, before: before ?? null, id: before?.id ?? this.#known.newId(), facts: parsed.facts };
    this.#read.push(tool);
    this.#name(tool.id, parsed.facts.name);
  }

  /** Integrations name tools of the stack or of the file, in any order and in circles. */
  resolve(): void {
    for (const { line, id, facts } of this.#read) {
      for (const name of facts.integrations) {
        const other = this.#ids.get(foldedName(name));
        const message =
          other === id
            ? 'A tool does not integrate with itself.'
            : `There is no tool “${name}” to integrate with.`;
        if (!other || other === id) this.faults.push({ line, column: 'integrations', message });
      }
    }
  }

  planned(): PlannedTool[] {
    const nameBefore = new Map(this.#known.tools.map(({ id, name }) => [id, name]));
    return this.#read.map(({ before, id, facts }) => {
      const integrations = facts.integrations.flatMap((name) => this.#ids.get(foldedName(name)) ?? []);
      const revision = (before?.revision ?? 0) + 1;
      const tool: Tool = { ...facts, id, workspace: this.#known.workspace, revision, integrations };
      const earlier = before ? sheetOf(before, (each) => nameBefore.get(each)) : blankSheet;
      // An integration that is renamed in the same file is still the same one.
      const unrenamed = sheetOf(tool, (each) => nameBefore.get(each) ?? this.#names.get(each));
      return { tool, isNew: before === null, changes: changesBetween(earlier, unrenamed) };
    });
  }

  #sheet(cells: readonly string[], before: Tool | null): Sheet {
    const sheet = before ? sheetOf(before, (id) => this.#byId.get(id)?.name) : { ...blankSheet };
    for (const column of columns) {
      const cell = this.#cell(cells, column);
      if (cell !== undefined) sheet[column] = cell;
    }
    return sheet;
  }

  #cell(cells: readonly string[], column: Column | 'id'): string | undefined {
    const index = this.#at.get(column);
    return index === undefined ? undefined : plainCell(cells[index] ?? '');
  }

  /** The old name keeps leading to it, so that a file may use either. */
  #name(id: string, name: string): void {
    this.#ids.set(foldedName(name), id);
    this.#names.set(id, name);
  }
}
