import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DummyDriver, sql } from 'kysely';
import { StoreBusy } from '../../usecases/ports.ts';
import { damageIn } from '../backup/damage.ts';
import { isDamage } from '../backup/soundness.ts';
import type { Schema } from '../schema.ts';
import type { Engine, OpenDatabase, Session } from './engine.ts';
import { GroupCommit } from './group-commit.ts';
import { whileBusy } from './patience.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { kyselyOn, SqliteDriver } from './sqlite-dialect.ts';
import { sqliteSearch } from './text-search-sqlite.ts';
import { UnusableDatabase } from './unusable-database.ts';

export const sqlite: Engine = {
  name: 'sqlite',
  builder: kyselyOn<Schema>(() => new DummyDriver()),
  words: {
    text: sql`text`,
    integer: sql`integer`,
    instant: sql`integer`,
    flag: sql`integer`,
    tableEnd: sql`strict`,
    appendOnly: (table) =>
      ['update', 'delete'].map((change) =>
        sql.raw(
          `create trigger ${table}_refuses_${change} before ${change} on ${table} ` +
            `begin select raise(abort, '${table} is append-only'); end`,
        ),
      ),
    textSearch: sqliteSearch.tables,
    jsonText: (column, name) => `json_extract(${column}, '$.${name}')`,
  },
  search: sqliteSearch,
  lockRows: (query) => query,
};

/** Hears, in a sentence, that the file turned out to be damaged. */
export type OnDamage = (damage: UnusableDatabase) => void;

/** One connection writes, another reads what is committed. Neither ever makes the event loop wait for a lock. */
export async function openSqlite(path: string, onDamage: OnDamage): Promise<OpenDatabase> {
  const writer = await connect(path, false);
  const reader = await connect(path, true);
  const begin = () => whileBusy(() => writer.command('begin immediate'), isBusy);

  const commits = new GroupCommit(
    writer,
    { engine: sqlite, execute: async (query) => writer.run(query) },
    { begin, translate: translated },
  );
  const committed: Session = {
    engine: sqlite,
    execute: (query) => orTranslated(whileBusy(() => reader.run(query), isBusy)),
  };

  function translated(error: unknown): unknown {
    if (!isDamage(error)) return translate(error);
    const damage = damageIn(path, error.message);
    onDamage(damage);
    return damage;
  }

  async function orTranslated<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw translated(error);
    }
  }

  return {
    engine: sqlite,
    alone: (work) =>
      orTranslated(
        kyselyOn<unknown>(() => new SqliteDriver(writer, begin))
          .transaction()
          .execute(work),
      ),
    committed,
    write: (work) => commits.write(work),
    async close() {
      await commits.drained();
      reader.database.close();
      writer.database.close();
    },
  };
}

async function connect(path: string, readonly: boolean): Promise<SqliteConnection> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    // A time-out here would make the event loop wait; `whileBusy` waits instead.
    const database = new Database(path, { readonly, timeout: 0 });
    if (!readonly) await whileBusy(() => database.pragma('journal_mode = wal'), isBusy);
    // NORMAL, which is usual with WAL, can lose a commit at a power cut after it was acknowledged.
    database.pragma('synchronous = full');
    database.pragma('foreign_keys = on');
    // Savepoints of a group keep so many pages that SQLite would write them to a temporary file: measured, 70 us a write.
    database.pragma('temp_store = memory');
    database.pragma('cache_size = -32768');
    // Four times the usual: under load the same pages are written again and again before they are moved once.
    database.pragma('wal_autocheckpoint = 4000');
    return new SqliteConnection(database);
  } catch (error) {
    throw unusable(path, error);
  }
}

const cannotBeOpened = 'it cannot be opened. Check that its folder exists and that this user may write there';

/** By the code of SQLite or of the operating system. */
const whyUnusable: Record<string, string> = {
  SQLITE_NOTADB: 'it is not a SQLite database. Move it away, or name another file in DATABASE_URL',
  SQLITE_CANTOPEN: cannotBeOpened,
  SQLITE_READONLY: cannotBeOpened,
  EACCES: cannotBeOpened,
  EPERM: cannotBeOpened,
  EROFS: cannotBeOpened,
  ENOTDIR: cannotBeOpened,
  EEXIST: cannotBeOpened,
};

function unusable(path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (isDamage(error) && error.code !== 'SQLITE_NOTADB') return damageIn(path, error.message);
  const reason = whyUnusable[String(error.code)];
  return reason
    ? new UnusableDatabase(`The database ${path} cannot be used: ${reason}.`, { cause: error })
    : error;
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function translate(error: unknown): unknown {
  return error instanceof Database.SqliteError && (isBusy(error) || error.code === 'SQLITE_FULL')
    ? new StoreBusy('the database is locked or its disk is full', {
        cause: error,
      })
    : error;
}
