import { readFile } from 'node:fs/promises';
import type { Clock } from '../clock.ts';
import type { OpenRow } from '../domain/intake/open-sheet.ts';
import { userOf } from '../domain/person.ts';
import { requestKey } from '../domain/request/request-key.ts';
import type { FixedSettings } from '../usecases/desk.ts';
import { importRequests, previewRequests, type RequestImport } from '../usecases/intake/import-requests.ts';
import type { Directory, Store } from '../usecases/ports.ts';
import type { Workspace } from '../usecases/records.ts';
import { count, faultsInWords, shown } from './import-report.ts';
import { UsageError } from './usage-error.ts';

const usage =
  'Usage: npm run import -- FILE.csv [--yes]. Without --yes it only shows which requests it would make.';

export interface ImportCommandParts {
  store: Store;
  clock: Clock;
  newId: () => string;
  fixed: FixedSettings;
  /** Whether the import is meant, and not only looked at. */
  yes: boolean;
  /** Who people are. */
  directoryOf: (workspace: Workspace) => Directory;
}

/** `import FILE` makes requests of what is open elsewhere. Returns what to print. Throws UsageError. */
export async function importCommand(words: readonly string[], parts: ImportCommandParts): Promise<string> {
  const { store, clock, newId, fixed, yes, directoryOf } = parts;
  const [file] = words;
  if (!file) throw new UsageError(usage);
  const workspace = await store.workspace();
  if (!workspace) {
    throw new UsageError(
      'This database has no workspace yet: start the app once, then it can take requests.',
    );
  }
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`${file} cannot be read.`);
  });
  const desk = { workspace: workspace.id, store, clock, newId, fixed, directory: directoryOf(workspace) };
  const plan = yes ? await importRequests(desk, bytes) : await previewRequests(desk, bytes);
  if (plan.faults.length > 0) throw new UsageError(faultsInWords(file, plan.faults));
  return planInWords(plan, yes).join('\n');
}

function planInWords({ rows, made, known, ignored }: RequestImport, yes: boolean): string[] {
  return [
    ...shown(rows, (row, index) => {
      const number = made[index]?.number;
      return `+ ${number === undefined ? '' : `${requestKey(number)} · `}${rowInWords(row)}`;
    }),
    `${count(rows.length)} new, ${count(known)} brought along before.`,
    ...(ignored.length > 0 ? [`Columns that are not known here were left out: ${ignored.join(', ')}.`] : []),
    ...(rows.length === 0 ? ['Everything in the file is here already.'] : []),
    ...(rows.length > 0 && yes
      ? ['Imported. The clocks start now; a running app posts the cards within half a minute.']
      : []),
    ...(rows.length > 0 && !yes ? ['Nothing is made yet. Add --yes to import it.'] : []),
  ];
}

function rowInWords({ ref, title, kind, requester, assignee }: OpenRow): string {
  const taken = assignee ? `, with ${userOf(assignee)}` : '';
  return `${ref}: ${title} (${kind}, for ${userOf(requester)}${taken})`;
}
