import { readFile, writeFile } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { ImportPlan, PlannedTool } from '../domain/stack/import-plan.ts';
import type { Store } from '../usecases/ports.ts';
import { exportStack, importStack, previewImport } from '../usecases/stack/import-stack.ts';
import { count, faultsInWords, shown } from './import-report.ts';
import { UsageError } from './usage-error.ts';

const usage =
  'Usage: npm run stack -- import FILE [--yes], or npm run stack -- export FILE. ' +
  'An import without --yes only shows what it would change.';

export interface StackCommandParts {
  store: Store;
  clock: Clock;
  newId: () => string;
  /** Whether an import is meant, and not only looked at. */
  yes: boolean;
  progress: (line: string) => void;
}

/** `stack import FILE` and `stack export FILE`, as CSV. Returns what to print. Throws UsageError. */
export async function stackCommand(words: readonly string[], parts: StackCommandParts): Promise<string> {
  const { store, clock, newId, yes } = parts;
  const [verb, file] = words;
  if (!file || (verb !== 'import' && verb !== 'export')) throw new UsageError(usage);
  const workspace = await store.workspace();
  if (!workspace) {
    throw new UsageError('This database has no workspace yet: start the app once, then it has a stack.');
  }
  if (verb === 'export') {
    const text = await exportStack(store, workspace.id);
    // A spreadsheet takes a file without this mark for one in its own old encoding.
    await written(file, `\uFEFF${text}`);
    return `The stack of "${workspace.name}" is in ${file}.`;
  }
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`${file} cannot be read.`);
  });
  const order = {
    workspace: workspace.id,
    file: bytes,
    newId,
    at: clock.now(),
    progress: told(parts.progress),
  };
  const plan = yes ? await importStack(store, order) : await previewImport(store, order);
  if (plan.faults.length > 0) throw new UsageError(faultsInWords(file, plan.faults));
  const lines = planInWords(plan);
  if (plan.planned.length === 0) return [...lines, 'The stack is as the file says already.'].join('\n');
  return [...lines, yes ? 'Imported.' : 'Nothing is changed yet. Add --yes to import it.'].join('\n');
}

async function written(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new UsageError(
      `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
}

function told(progress: (line: string) => void): (done: number, all: number) => void {
  return (done, all) => progress(`${count(done)} of ${count(all)} tools written`);
}

function planInWords({ planned, unchanged, ignored }: ImportPlan): string[] {
  const added = planned.filter(({ isNew }) => isNew);
  const changed = planned.filter(({ isNew }) => !isNew);
  return [
    ...shown(added, ({ tool }) => `+ ${tool.name}`),
    ...shown(changed, changeInWords),
    `${count(added.length)} new, ${count(changed.length)} changed, ${count(unchanged)} unchanged. ` +
      'Tools that are not in the file stay as they are.',
    ...(ignored.length > 0
      ? [`Columns that the stack does not have were left out: ${ignored.join(', ')}.`]
      : []),
  ];
}

function changeInWords({ tool, changes }: PlannedTool): string {
  const cells = changes.map(({ column, before, after }) => `${column}: ${cell(before)} -> ${cell(after)}`);
  return `~ ${tool.name}: ${cells.join('; ')}`;
}

function cell(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
