import type { Clock } from '../clock.ts';
import type { Backups } from '../usecases/keeping/backups.ts';
import { expectRestored } from '../usecases/keeping/restoration.ts';
import type { Store } from '../usecases/ports.ts';
import { UsageError } from './usage-error.ts';

const usage =
  'Usage: npm run backup [-- FILE], npm run backup -- restore FILE, or, after the database came back in another way, ' +
  'npm run backup -- restored';

/** PostgreSQL has tools of its own, which know more than we do. The address may hold a password, so it is not shown. */
const byPostgres =
  'PostgreSQL makes its own backups, while the app runs:\n' +
  '  pg_dump --format=custom --file=broker.dump "$DATABASE_URL"\n' +
  'To restore one, with the app stopped:\n' +
  '  pg_restore --clean --if-exists --no-owner --dbname="$DATABASE_URL" broker.dump && npm run backup -- restored';

export interface BackupCommandParts {
  /** Null where the database is not a file. */
  backups: Backups | null;
  /** Opens the store that `DATABASE_URL` names for as long as the work takes. */
  onStore: (work: (store: Store) => Promise<void>) => Promise<void>;
  clock: Clock;
  progress: (line: string) => void;
}

/** `backup [FILE]`, `backup restore FILE` and `backup restored`. Returns what to print. Throws UsageError. */
export async function backupCommand(words: readonly string[], parts: BackupCommandParts): Promise<string> {
  const { backups, onStore, clock } = parts;
  const [first, file] = words;
  const expected = () => onStore((store) => expectRestored(store));
  if (words.length === 1 && first === 'restored') {
    await expected();
    return 'At its next start the app looks in Slack before it repeats anything that it may have said.';
  }
  if (!backups) throw new UsageError(byPostgres);
  if (words.length === 2 && first === 'restore' && file !== undefined) {
    const aside = backups.restore(file, clock.now());
    await expected();
    const before =
      aside === null ? '' : ` What was there before is ${aside}; delete it when you no longer need it.`;
    return `${file} is restored: start the app.${before}`;
  }
  if (words.length > 1 || first === 'restore') throw new UsageError(usage);
  const made = await backups.make(first ?? null, clock.now(), inSteps(parts.progress));
  return `${made} is a whole copy, and was checked. To restore it: npm run backup -- restore ${made}`;
}

const stepsShown = 10;

/** Ten lines for a large database, and one for a small. */
function inSteps(progress: (line: string) => void): (share: number) => void {
  let shown = 0;
  return (share) => {
    const step = Math.floor(share * stepsShown);
    if (step <= shown) return;
    shown = step;
    progress(`${step * stepsShown} % copied`);
  };
}
