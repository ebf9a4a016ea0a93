import { parseSheet } from '../../src/domain/stack/parse-sheet.ts';
import { blankSheet, type Sheet } from '../../src/domain/stack/sheet.ts';
import type { Tool } from '../../src/domain/stack/tool.ts';
import type { Transaction } from '../../src/usecases/ports.ts';

/** A tool as its cells say it, in use unless they say otherwise. */
export function sampleTool(
  cells: Partial<Sheet> & { name: string },
  { id = cells.name, revision = 1 }: { id?: string; revision?: number } = {},
): Tool {
  const parsed = parseSheet({ ...blankSheet, ...cells }, 'T1');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return { ...parsed.facts, id, workspace: 'T1', revision };
}

/** What a transaction takes to keep these tools. */
export function asSaved(tools: readonly Tool[], at = 1): Parameters<Transaction['saveTools']>[0] {
  return tools.map((tool) => ({ tool, change: { at, by: null, changes: [] } }));
}
