import type Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

const statementsKept = 500;

/** One SQLite connection that prepares each SQL text once. */
export class SqliteConnection implements DatabaseConnection {
  readonly database: Database.Database;
  readonly #prepared = new Map<string, Database.Statement<unknown[], unknown>>();

  constructor(database: Database.Database) {
    this.database = database;
  }

  /** Synchronous, as the library is. */
  run<Row>({ sql, parameters }: Pick<CompiledQuery<Row>, 'sql' | 'parameters'>): QueryResult<Row> {
    const statement = this.#prepare(sql);
    if (statement.reader) {
      const rows = statement.all(...parameters) as Row[];
      return { rows, numAffectedRows: BigInt(rows.length) };
    }
    return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
  }

  command(sql: string): void {
    this.#prepare(sql).run();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.run<Row>(query as CompiledQuery<Row>);
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    for (const row of this.#prepare(sql).iterate(...parameters)) yield { rows: [row as Row] };
  }

  #prepare(sql: string): Database.Statement<unknown[], unknown> {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.database.prepare<unknown[], unknown>(sql);
    const [oldest] = this.#prepared.keys();
    if (oldest !== undefined && this.#prepared.size >= statementsKept) this.#prepared.delete(oldest);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
