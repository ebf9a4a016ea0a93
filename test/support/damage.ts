import { closeSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Overwrites the first page of a table in a SQLite file that nobody has open, as a failing disk does. */
export function damageTable(path: string, table: string): void {
  const database = new Database(path);
  const page = Number(
    database.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(table),
  );
  const size = Number(database.pragma('page_size', { simple: true }));
  database.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  closeSync(file);
}
