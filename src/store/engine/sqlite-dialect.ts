import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Kysely that speaks SQLite through this driver. */
export function kyselyOn<Tables>(createDriver: () => Driver): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createDriver,
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (db) => new SqliteIntrospector(db),
    },
  });
}

/** Kysely's own driver begins deferred transactions, which cannot wait for their turn once they have read. */
export class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #begin: () => Promise<void>;

  constructor(connection: SqliteConnection, begin: () => Promise<void>) {
    this.#connection = connection;
    this.#begin = begin;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  beginTransaction(): Promise<void> {
    return this.#begin();
  }

  async commitTransaction(): Promise<void> {
    this.#connection.command('commit');
  }

  async rollbackTransaction(): Promise<void> {
    this.#connection.command('rollback');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}
