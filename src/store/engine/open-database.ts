import { fileURLToPath } from 'node:url';
import type { OpenDatabase } from './engine.ts';
import { type OnDamage, openSqlite } from './sqlite.ts';
import { UnusableDatabase } from './unusable-database.ts';

/** The part of our log that the store writes to. */
export interface Log {
  warn(facts: { error: Error }, message: string): void;
}

/** The file that `DATABASE_URL` names; null if it names a server. */
export function sqliteFile(url: string): string | null {
  if (url.startsWith('file://')) return fileURLToPath(url);
  return url.startsWith('file:') ? url.slice('file:'.length) : null;
}

/** Opens whatever `DATABASE_URL` names, whether or not its schema is ours. Throws UnusableDatabase. */
export async function openDatabase(
  url: string,
  { log, onDamage = () => {} }: { log?: Log | undefined; onDamage?: OnDamage | undefined } = {},
): Promise<OpenDatabase> {
  const file = sqliteFile(url);
  if (file !== null) return openSqlite(file, onDamage);
  if (/^postgres(ql)?:/.test(url)) {
    // Its driver takes its time to load, which a start on SQLite need not wait for.
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(url, (error) => log?.warn({ error }, 'a database connection was lost'));
  }
  throw new UnusableDatabase(
    `DATABASE_URL must be file:… or postgres://… (it begins with "${url.slice(0, url.indexOf(':') + 1)}").`,
  );
}
