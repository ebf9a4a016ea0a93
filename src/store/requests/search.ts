import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import type { Schema } from '../schema.ts';

/** More words than these find nothing that fewer would not. */
const mostTerms = 8;

const saveEntry = statement((db, { title, rest, ...row }: Given<Schema['search_entry']>) =>
  db
    .insertInto('search_entry')
    .values({ ...row, title, rest })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet({ title, rest })),
);

export function searchReading(session: Session): Pick<Reading, 'searchRequests'> {
  return {
    async searchRequests(workspace, terms, { match, limit }) {
      const sought = terms.slice(0, mostTerms);
      if (sought.length === 0) return [];
      const { search } = session.engine;
      return match === 'all'
        ? search.find(session, { workspace, anyOf: [sought], titleOnly: false, limit })
        : search.find(session, { workspace, anyOf: pairsOf(sought), titleOnly: true, limit });
    },
  };
}

export function searchWriting(session: Session): Pick<Transaction, 'saveSearchText'> {
  return {
    async saveSearchText({ id, workspace }, { title, rest }) {
      const row = { workspace_id: workspace, request_id: id, title: title.join(' '), rest: rest.join(' ') };
      await saveEntry(session, row);
    },
  };
}

/**
 * Two words in common tell requests apart that are at all alike, and keep the many that share one common word from
 * being ranked: at 100,000 requests this is the difference between a few milliseconds and a tenth of a second.
 */
function pairsOf(terms: readonly string[]): string[][] {
  if (terms.length < 3) return terms.map((term) => [term]);
  return terms.flatMap((one, at) => terms.slice(at + 1).map((other) => [one, other]));
}
