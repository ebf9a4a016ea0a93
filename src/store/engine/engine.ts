import type { CompiledQuery, Kysely, QueryResult, RawBuilder, SelectQueryBuilder } from 'kysely';
import type { Schema } from '../schema.ts';

/** What a migration may use to say the same on both engines. */
export interface SchemaWords {
  /** Compared byte by byte, so that both engines sort alike. */
  text: RawBuilder<unknown>;
  integer: RawBuilder<unknown>;
  /** Epoch milliseconds or microseconds. */
  instant: RawBuilder<unknown>;
  /** 0 or 1. */
  flag: RawBuilder<unknown>;
  /** What follows the closing bracket of every CREATE TABLE. */
  tableEnd: RawBuilder<unknown>;
  /** The statements that make a table refuse every UPDATE and DELETE. */
  appendOnly(table: string): RawBuilder<unknown>[];
  /** The statements that make what requests are found by. */
  textSearch: readonly RawBuilder<unknown>[];
  /** A text inside a JSON column. */
  jsonText(column: string, name: string): string;
}

/** What differs between SQLite and PostgreSQL, apart from how they are opened. */
export interface Engine {
  name: 'sqlite' | 'postgres';
  /** Builds and compiles queries; it is connected to nothing. */
  builder: Kysely<Schema>;
  words: SchemaWords;
  search: TextSearch;
  /** Makes a SELECT inside a transaction keep others off its rows; SQLite has one writer and needs nothing. */
  lockRows<Tables extends keyof Schema, Row>(
    query: SelectQueryBuilder<Schema, Tables, Row>,
  ): SelectQueryBuilder<Schema, Tables, Row>;
}

/** Where a query runs: on committed data, or inside one transaction. */
export interface Session {
  engine: Engine;
  execute<Row>(query: CompiledQuery<Row>): Promise<QueryResult<Row>>;
}

/** An opened database, before anything is known of its schema. */
export interface OpenDatabase {
  engine: Engine;
  /** Runs one migration step so that no other process runs one meanwhile; all of it is kept, or none. */
  alone<T>(work: (db: Kysely<unknown>) => Promise<T>): Promise<T>;
  committed: Session;
  write<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface Sought {
  workspace: string;
  /** Found is what has all terms of any one group. Terms are letters and digits only, see `searchTerms`. */
  anyOf: readonly (readonly string[])[];
  titleOnly: boolean;
  limit: number;
}

/** Full-text search as an engine does it. Terms are cut and folded by us, so neither engine knows a language. */
export interface TextSearch {
  /** Makes the table `search_entry` (workspace_id, request_id, title, rest) and what finds its rows. */
  tables: readonly RawBuilder<unknown>[];
  /** Ids of requests: those with most of the terms in their title first, then the newest. */
  find(session: Session, sought: Sought): Promise<string[]>;
}
