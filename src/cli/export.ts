import { type ExportFormat, exportFormats, exportSubjects } from '../domain/export/columns.ts';
import { exportParts } from '../usecases/export/export-numbers.ts';
import type { Store } from '../usecases/ports.ts';
import { UsageError } from './usage-error.ts';

const usage = 'Usage: npm run --silent export -- requests|history|stack [--format csv|jsonl] > FILE';

export interface ExportCommandParts {
  store: Store;
  /** As typed; CSV without it. */
  format: string | undefined;
  /** Takes what is written; resolves when there is room for more. */
  write: (text: string) => Promise<void>;
  progress: (line: string) => void;
}

/** `export requests|history|stack`: everything, as a file on standard output. Throws UsageError. */
export async function exportCommand(words: readonly string[], parts: ExportCommandParts): Promise<void> {
  const { store, write, progress } = parts;
  const what = exportSubjects.find((each) => each === words[0]);
  const format: ExportFormat | undefined = exportFormats.find((each) => each === (parts.format ?? 'csv'));
  if (!what || !format || words.length > 1) throw new UsageError(usage);
  const workspace = await store.workspace();
  if (!workspace) {
    throw new UsageError('This database has no workspace yet: start the app once, then it has numbers.');
  }
  for await (const { text, done, all } of exportParts(store, workspace.id, { what, format, sees: 'all' })) {
    await write(text);
    if (all > 0) progress(`${done.toLocaleString('en')} of ${all.toLocaleString('en')}`);
  }
}
