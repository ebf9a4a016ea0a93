import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Instant } from '../../domain/time.ts';
import { UnusableDatabase } from '../engine/unusable-database.ts';
import { unfinished } from './beside.ts';
import { faultIn, isDamage } from './soundness.ts';

const pagesAtOnce = 1000;

/**
 * Copies a database that may be in use into a new file that only this user may read. The file is there under its name
 * once it was checked, or not at all. Throws UnusableDatabase.
 */
export async function copyDatabase(
  source: string,
  target: string,
  { at, progress }: { at: Instant; progress: (share: number) => void },
): Promise<void> {
  if (!existsSync(source)) {
    throw new UnusableDatabase(`There is no database at ${source} to copy: DATABASE_URL names it.`);
  }
  if (existsSync(target)) {
    throw new UnusableDatabase(
      `${target} is there already, and no backup is written over: name another file.`,
    );
  }
  const copy = `${target}${unfinished}`;
  try {
    rmSync(copy, { force: true });
    closeSync(openSync(copy, 'wx', 0o600));
    await copyPages(source, copy, progress);
    finish(copy, at);
    const fault = faultIn(copy, 'whole');
    if (fault !== null) throw damaged(source, target, fault);
    renameSync(copy, target);
  } catch (error) {
    rmSync(copy, { force: true });
    if (isDamage(error)) throw damaged(source, target, error.message);
    throw inASentence(error, target);
  }
}

/**
 * All pages as of one instant. The read transaction keeps the others' writes out of sight; without it, each of them
 * would make SQLite begin the copy anew.
 */
async function copyPages(source: string, target: string, progress: (share: number) => void): Promise<void> {
  const database = new Database(source, { readonly: true, timeout: 5000 });
  try {
    database.exec('begin');
    database.prepare('select count(*) from sqlite_schema').get();
    await database.backup(target, {
      progress({ totalPages, remainingPages }) {
        progress(1 - remainingPages / totalPages);
        return pagesAtOnce;
      },
    });
  } finally {
    database.close();
  }
}

/** Makes it one plain file, and writes into it that it is a copy, for whoever starts the app on it one day. */
function finish(copy: string, takenAt: Instant): void {
  const database = new Database(copy);
  try {
    database.pragma('journal_mode = delete');
    const isMarkable = database.prepare("select 1 from sqlite_schema where name = 'restoration'").get();
    if (!isMarkable) return;
    // Of a copy that the app was never started on, the earlier instant counts.
    database
      .prepare(
        `insert or ignore into restoration (workspace_id, taken_at) select id, ? from workspace
         where not exists (select 1 from restoration where workspace_id = workspace.id and started_at is null)`,
      )
      .run(takenAt);
  } finally {
    database.close();
  }
}

function damaged(source: string, target: string, fault: string): UnusableDatabase {
  return new UnusableDatabase(
    `The database ${source} is damaged (${fault}), so ${target} was not written. Stop the app and start it again: ` +
      'it names the newest backup that can be restored.',
  );
}

const remedies: Record<string, string> = {
  SQLITE_FULL: 'the disk is full. Make room, or name a file on another disk',
  ENOSPC: 'the disk is full. Make room, or name a file on another disk',
  SQLITE_BUSY: 'the database is locked by another process. Try again when that is done',
  SQLITE_CANTOPEN: 'it cannot be opened. Check that this user may read the database and write there',
  ENOENT: 'its folder does not exist. Make it first',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written there',
};

function inASentence(error: unknown, target: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const remedy = remedies[String(error.code)];
  return remedy ? new UnusableDatabase(`No backup in ${target}: ${remedy}.`, { cause: error }) : error;
}
