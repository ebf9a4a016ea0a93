import type { Brief } from '../request/brief.ts';
import type { RequestEvent } from '../request/events.ts';
import type { Request } from '../request/request.ts';
import type { Commitment } from '../sla/commitment.ts';
import type { BallMove } from '../sla/ledger.ts';
import type { Listed, Row } from './figures.ts';

/** All that the digest knows of one request. */
export interface RequestFacts {
  request: Request;
  /** Oldest first; empty where it was over before the week. */
  history: readonly RequestEvent[];
  moves: readonly BallMove[];
  commitments: readonly Commitment[];
  /** Of what is open: the promises that somebody was warned of, see `promiseKey`. */
  warned: ReadonlySet<string>;
  /** What was asked for; null where it is not counted, or no longer kept. */
  brief: Brief | null;
}

/** Adds up one part of the figures, request by request, so that no week has to be held in memory as a whole. */
export interface Tally<Figure> {
  add(facts: RequestFacts): void;
  figure(): Figure;
}

export function promiseKey({ clock, round }: Pick<Commitment, 'clock' | 'round'>): string {
  return `${clock} ${round}`;
}

/** A digest shows and keeps so many by name; a longer list is a matter for the export. */
const rowsKept = 500;

/** Counts everything and keeps the first of it. */
export class Listing {
  #count = 0;
  readonly #rows: Row[] = [];

  add(row: Row): void {
    this.#count += 1;
    if (this.#rows.length < rowsKept) this.#rows.push(row);
  }

  get count(): number {
    return this.#count;
  }

  figure(): Listed {
    return { count: this.#count, rows: [...this.#rows] };
  }
}

/** The same, with what weighs most first. */
export class Ranking {
  readonly #ranked: { weight: number; row: Row }[] = [];

  add(row: Row, weight: number): void {
    this.#ranked.push({ row, weight });
  }

  figure(): Listed {
    const rows = this.#ranked.sort((a, b) => b.weight - a.weight || a.row.request - b.row.request);
    return { count: rows.length, rows: rows.slice(0, rowsKept).map(({ row }) => row) };
  }
}
