import { sqliteFile } from '../engine/open-database.ts';
import { backupName } from './beside.ts';
import { copyDatabase } from './copy.ts';

/**
 * Copies a SQLite database before a new version of the app changes its schema, so that one can go back; undefined where
 * there is no file or no copies are wanted.
 */
export function copyBeforeUpdate(
  { databaseUrl, backupsKept }: { databaseUrl: string; backupsKept: number },
  now: () => number,
): (() => Promise<void>) | undefined {
  const file = sqliteFile(databaseUrl);
  if (file === null || backupsKept === 0) return undefined;
  return () => {
    const at = now();
    return copyDatabase(file, backupName(file, at), { at, progress: () => {} });
  };
}
