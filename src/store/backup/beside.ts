import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { faultIn } from './soundness.ts';

/** A copy of a database, as it lies beside it. */
export interface BackupFile {
  path: string;
  writtenAt: Instant;
}

const backup = '.backup';
const daily = `.daily${backup}`;
/** What a file is called until it is whole. */
export const unfinished = '.part';

/** `broker-2026-03-02-090000.backup` for `broker.db`, in UTC: by hand or before an update, and never deleted by us. */
export function backupName(database: string, at: Instant): string {
  return `${stampedName(database, at)}${backup}`;
}

/** `broker-2026-03-02.daily.backup` for `broker.db`, in UTC. */
export function dailyName(database: string, day: LocalDate): string {
  return `${stemOf(database)}-${day}${daily}`;
}

/** What a database is called that another took the place of. */
export function replacedName(database: string, at: Instant): string {
  return `${stampedName(database, at)}.replaced`;
}

/** The latest day first. */
export function dailiesBeside(database: string): string[] {
  return named(database, daily).toSorted().toReversed();
}

/** What processes left that ended while they copied. */
export function unfinishedBeside(database: string): string[] {
  return named(database, `${daily}${unfinished}`);
}

/** The newest copy that can be restored; null if there is none. */
export function newestSound(database: string): BackupFile | null {
  return (
    named(database, backup)
      .map((path) => ({ path, writtenAt: statSync(path).mtimeMs }))
      .toSorted((a, b) => b.writtenAt - a.writtenAt)
      .find(({ path }) => faultIn(path, 'quick') === null) ?? null
  );
}

function stampedName(database: string, at: Instant): string {
  const second = new Date(at).toISOString().slice(0, 19);
  return `${stemOf(database)}-${second.replace('T', '-').replaceAll(':', '')}`;
}

function stemOf(database: string): string {
  return join(dirname(database), basename(database).replace(/\.db$/, ''));
}

/** Behind its name a day follows: `broker-test.db` in the same folder has copies of its own. */
const dayFollows = /^\d{4}-\d{2}-\d{2}[-.]/;

function named(database: string, ending: string): string[] {
  const folder = dirname(database);
  const beginning = `${basename(stemOf(database))}-`;
  const isIts = (name: string) =>
    name.startsWith(beginning) && dayFollows.test(name.slice(beginning.length)) && name.endsWith(ending);
  return readdirSync(folder)
    .filter(isIts)
    .map((name) => join(folder, name));
}
