import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Where the sandbox keeps what happened: every record is written through before the call that made it is answered,
 * so that a killed process finds it again. One row a record, as JSON.
 */
export interface Archive {
  load(kind: string): { id: string; json: string }[];
  put(kind: string, id: string, json: string): void;
  remove(kind: string, id: string): void;
  putBytes(id: string, bytes: Uint8Array): void;
  bytes(id: string): Uint8Array | undefined;
  close(): void;
}

/** Without a path the archive lives in memory. `fresh` throws away what is there. */
export function openArchive(path: string | undefined, fresh: boolean): Archive {
  if (path !== undefined && fresh)
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  if (path !== undefined) mkdirSync(dirname(path), { recursive: true });
  const db = new Database(path ?? ':memory:');
  db.pragma('journal_mode = WAL');
  // Enough against a killed process; only a power cut could take the last writes, and this is a sandbox.
  db.pragma('synchronous = OFF');
  db.exec(`CREATE TABLE IF NOT EXISTS record (kind TEXT, id TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
           CREATE TABLE IF NOT EXISTS bytes (id TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;`);
  const load = db.prepare<[string], { id: string; json: string }>(
    'SELECT id, json FROM record WHERE kind = ? ORDER BY id',
  );
  const put = db.prepare<[string, string, string]>(
    'INSERT OR REPLACE INTO record (kind, id, json) VALUES (?, ?, ?)',
  );
  const remove = db.prepare<[string, string]>('DELETE FROM record WHERE kind = ? AND id = ?');
  const putBytes = db.prepare<[string, Uint8Array]>(
    'INSERT OR REPLACE INTO bytes (id, content) VALUES (?, ?)',
  );
  const bytes = db.prepare<[string], { content: Uint8Array }>('SELECT content FROM bytes WHERE id = ?');
  return {
    load: (kind) => load.all(kind),
    // A delivery that was on its way when the sandbox closed may still come back: it has nothing to write to.
    put: (kind, id, json) => void (db.open && put.run(kind, id, json)),
    remove: (kind, id) => void (db.open && remove.run(kind, id)),
    putBytes: (id, content) => void putBytes.run(id, content),
    bytes: (id) => bytes.get(id)?.content,
    close: () => void db.close(),
  };
}
