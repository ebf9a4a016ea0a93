import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Instant } from '../../domain/time.ts';
import { UnusableDatabase } from '../engine/unusable-database.ts';
import { replacedName, unfinished } from './beside.ts';
import { faultIn, isDamage } from './soundness.ts';

/** What belongs to a SQLite database in use; what is left of one beside another would damage that. */
const suffixes = ['', '-wal', '-shm'] as const;

/**
 * Puts a backup in the place of the database, which is moved aside with all that belongs to it. Returns where it lies
 * now; null if there was none. Throws UnusableDatabase, having changed nothing.
 */
export function restoreDatabase(database: string, backup: string, at: Instant): string | null {
  if (!existsSync(backup)) throw new UnusableDatabase(`There is no file ${backup} to restore.`);
  const fault = faultIn(backup, 'whole');
  if (fault !== null) {
    throw new UnusableDatabase(`${backup} cannot be restored: it is damaged (${fault}). Name another file.`);
  }
  if (!isOurs(backup)) {
    throw new UnusableDatabase(`${backup} cannot be restored: it is no database of MarTech Broker.`);
  }
  refuseInUse(database);
  const incoming = `${database}${unfinished}`;
  bringIn(backup, incoming);
  const aside = existsSync(database) ? replacedName(database, at) : null;
  for (const suffix of suffixes) {
    if (aside !== null && existsSync(`${database}${suffix}`)) {
      renameSync(`${database}${suffix}`, `${aside}${suffix}`);
    }
    rmSync(`${database}${suffix}`, { force: true });
  }
  renameSync(incoming, database);
  return aside;
}

/** As one file, with the last commits if they still lie beside it: it may be a database that was put aside. */
function bringIn(backup: string, incoming: string): void {
  for (const suffix of ['', '-wal']) {
    rmSync(`${incoming}${suffix}`, { force: true });
    if (existsSync(`${backup}${suffix}`)) copyFileSync(`${backup}${suffix}`, `${incoming}${suffix}`);
  }
  chmodSync(incoming, 0o600);
  const database = new Database(incoming);
  try {
    database.pragma('journal_mode = delete');
  } finally {
    database.close();
  }
}

function isOurs(path: string): boolean {
  const database = new Database(path, { readonly: true });
  try {
    return (
      database.prepare("select 1 from sqlite_schema where name = 'schema_migration'").get() !== undefined
    );
  } finally {
    database.close();
  }
}

/** Whoever has it open would go on writing to what was moved aside. */
function refuseInUse(path: string): void {
  if (!existsSync(path)) return;
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: 0 });
    database.pragma('locking_mode = exclusive');
    database.exec('begin exclusive; rollback');
  } catch (error) {
    // What cannot be read cannot be in use by an app that refuses it.
    if (isDamage(error)) return;
    if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
    throw new UnusableDatabase(`The database ${path} is in use: stop the app first, then restore.`, {
      cause: error,
    });
  } finally {
    database?.close();
  }
}
