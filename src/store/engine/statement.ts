import {
  type Compilable,
  type CompiledQuery,
  type Expression,
  type Kysely,
  type QueryResult,
  ValueNode,
} from 'kysely';
import type { Schema } from '../schema.ts';
import type { Engine, Session } from './engine.ts';

/** Stands in a query for a value that is bound when it runs. */
class Parameter<Value> implements Expression<Value> {
  readonly row: number;
  readonly name: PropertyKey;

  constructor(row: number, name: PropertyKey) {
    this.row = row;
    this.name = name;
  }

  get expressionType(): undefined {
    return undefined;
  }

  toOperationNode() {
    return ValueNode.create(this);
  }
}

/** The values of a statement, as its query sees them. */
export type Given<Values> = { [Name in keyof Values]: Expression<Values[Name]> };

type Build<Query, Row> = (db: Kysely<Schema>, given: Query, engine: Engine) => Compilable<Row>;

/** Statements with more rows than this are rare and are compiled each time. */
const rowsKept = 40;

/**
 * A query that is built and compiled once for each engine and then only bound: compiling costs several times as
 * much as running. Every call gives the same names.
 *
 * SQLite 3.54 prepares a statement anew each time it is run if it has ORDER BY beside `column = ?`, or LIMIT ?: the
 * bound value might change its plan. What is read often says `column in (?)` and a literal limit instead (measured:
 * 3 us instead of 60).
 */
export function statement<Values extends object, Row>(build: Build<Given<Values>, Row>) {
  const run = statementOfRows<Values, Row>((db, [given], engine) => {
    if (!given) throw new Error('a statement needs its values');
    return build(db, given, engine);
  });
  return (session: Session, values: Values): Promise<QueryResult<Row>> => run(session, [values]);
}

/** Like `statement`, for any number of rows of the same names: compiled once for each number of them. */
export function statementOfRows<Values extends object, Row>(build: Build<Given<Values>[], Row>) {
  const compiled = {
    sqlite: new Map<number, CompiledQuery<Row>>(),
    postgres: new Map<number, CompiledQuery<Row>>(),
  };

  return async (session: Session, rows: readonly Values[]): Promise<QueryResult<Row>> => {
    if (rows.length === 0) return { rows: [] };
    const { engine } = session;
    const kept = compiled[engine.name];
    const query = kept.get(rows.length) ?? build(engine.builder, rows.map(parametersOf), engine).compile();
    if (rows.length <= rowsKept) kept.set(rows.length, query);
    return session.execute({ ...query, parameters: bound(query.parameters, rows) });
  };
}

function parametersOf<Values extends object>(values: Values, row: number): Given<Values> {
  const given: Partial<Given<Values>> = {};
  for (const name of Object.keys(values) as (keyof Values)[]) given[name] = new Parameter(row, name);
  return given as Given<Values>;
}

function bound(parameters: readonly unknown[], rows: readonly object[]): unknown[] {
  return parameters.map((parameter) =>
    parameter instanceof Parameter ? Reflect.get(rows[parameter.row] ?? {}, parameter.name) : parameter,
  );
}
