import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { Pool, types } from 'pg';
import { StoreBusy } from '../../usecases/ports.ts';
import type { Schema } from '../schema.ts';
import type { Engine, OpenDatabase, Session } from './engine.ts';
import { patience, whileBusy } from './patience.ts';
import { isCollision, isConnectionLost, isLockTimeout, isUnusable } from './postgres-errors.ts';
import { postgresSearch } from './text-search-postgres.ts';
import { UnusableDatabase } from './unusable-database.ts';

export const postgres: Engine = {
  name: 'postgres',
  builder: new Kysely<Schema>({
    dialect: {
      createDriver: () => new DummyDriver(),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  }),
  words: {
    text: sql`text collate "C"`,
    integer: sql`integer`,
    instant: sql`bigint`,
    flag: sql`smallint`,
    tableEnd: sql``,
    appendOnly: (table) => [
      sql.raw(
        `create function ${table}_refuses_changes() returns trigger language plpgsql as ` +
          `$$ begin raise exception '${table} is append-only'; end $$`,
      ),
      sql.raw(
        `create trigger ${table}_refuses_changes before update or delete or truncate on ${table} ` +
          `for each statement execute function ${table}_refuses_changes()`,
      ),
    ],
    textSearch: postgresSearch.tables,
    jsonText: (column, name) => `${column}::json ->> '${name}'`,
  },
  search: postgresSearch,
  lockRows: (query) => query.forUpdate(),
};

const bigint = 20;
const connections = 10;
const mostAttempts = 5;
/** Any number will do, as long as every version of the app uses the same. */
const migrationLock = 7_283_001;

/** `onLost` hears of connections that broke; the pool replaces them by itself. */
export async function openPostgres(url: string, onLost: (error: Error) => void): Promise<OpenDatabase> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'martech-broker',
    max: connections,
    connectionTimeoutMillis: patience,
    lock_timeout: patience,
    // Milliseconds and counts fit into a number.
    types: { getTypeParser: (oid, format) => (oid === bigint ? Number : types.getTypeParser(oid, format)) },
  });
  // A connection that breaks while nobody waits for its answer would otherwise end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  // The pool repeats what its idle connections say.
  pool.on('error', () => {});
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const session = (executor: Kysely<unknown>): Session => ({
    engine: postgres,
    execute: (query) => executor.executeQuery(query),
  });
  const committed = session(db);

  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy();
    throw unusable(url, error);
  }

  return {
    engine: postgres,
    alone: (work) =>
      db.transaction().execute(async (transaction) => {
        await sql`set local lock_timeout = 0`.execute(transaction);
        await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction);
        return work(transaction);
      }),
    committed: {
      engine: postgres,
      execute: (query) => whileBusy(() => committed.execute(query), isConnectionLost),
    },
    write: (work) => write(db, (transaction) => work(session(transaction))),
    close: () => db.destroy(),
  };
}

/**
 * Runs the work again where PostgreSQL asks for it: after a deadlock, and after a unique key was taken by somebody
 * whose commit the work had not seen (the second run sees it). A connection lost before the commit is replaced.
 */
async function write<T>(db: Kysely<unknown>, work: (transaction: Kysely<unknown>) => Promise<T>): Promise<T> {
  let attempts = 0;
  let committing = false;
  const attempt = () =>
    db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (transaction) => {
        attempts += 1;
        committing = false;
        const answer = await work(transaction);
        committing = true;
        return answer;
      });
  try {
    return await whileBusy(attempt, (error) => {
      if (isCollision(error)) return attempts < mostAttempts;
      // A commit whose answer is lost may have happened, so running the work again is not ours to decide.
      return isConnectionLost(error) && !committing;
    });
  } catch (error) {
    throw isLockTimeout(error)
      ? new StoreBusy('a row stayed locked for two seconds', { cause: error })
      : error;
  }
}

function unusable(url: string, error: unknown): unknown {
  if (!(error instanceof Error) || !isUnusable(error)) return error;
  const { host, pathname } = new URL(url);
  return new UnusableDatabase(
    `PostgreSQL at ${host} does not let us into the database ${pathname.slice(1)}: ${error.message || error.name}. ` +
      'Check DATABASE_URL, and that the server runs.',
    { cause: error },
  );
}
