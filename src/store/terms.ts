import { z } from 'zod';
import { type Term, termLanguages } from '../domain/terms/term.ts';
import type { Reading, Transaction } from '../usecases/ports.ts';
import type { Session } from './engine/engine.ts';
import { type Given, statement } from './engine/statement.ts';
import { instantColumn, personColumn } from './row-values.ts';
import type { Schema } from './schema.ts';

const textSchema = z.object({
  word: z.string(),
  // Absent in what was written before words had one.
  language: z.enum(termLanguages).nullable().default(null),
  synonyms: z.array(z.string()),
  marketing: z.string(),
  it: z.string(),
  promise: z.string().nullable(),
});

const termRow = z.object({
  id: z.string(),
  revision: z.int(),
  text: z.string().transform((json) => textSchema.parse(JSON.parse(json))),
  side: z.enum(['marketing', 'it']).nullable(),
  by: personColumn.nullable(),
  at: instantColumn.nullable(),
});

// Index term_version_key. One row for each agreement to the newest version, or one without.
const newestTerms = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('term_version as version')
    .innerJoin(
      (inner) =>
        inner
          .selectFrom('term_version')
          .select('term_id')
          .select((row) => row.fn.max('revision').as('revision'))
          .where('workspace_id', '=', workspace)
          .groupBy('term_id')
          .as('newest'),
      (join) =>
        join
          .onRef('newest.term_id', '=', 'version.term_id')
          .onRef('newest.revision', '=', 'version.revision'),
    )
    .leftJoin('term_agreed as agreed', (join) =>
      join
        .onRef('agreed.workspace_id', '=', 'version.workspace_id')
        .onRef('agreed.term_id', '=', 'version.term_id')
        .onRef('agreed.revision', '=', 'version.revision'),
    )
    .select(['version.term_id as id', 'version.revision as revision', 'version.text as text'])
    .select(['agreed.side as side', 'agreed.agreed_by as by', 'agreed.agreed_at as at'])
    .where('version.workspace_id', '=', workspace),
);

const insertVersion = statement((db, row: Given<Schema['term_version']>) =>
  db.insertInto('term_version').values(row),
);

const insertAgreement = statement((db, row: Given<Schema['term_agreed']>) =>
  db.insertInto('term_agreed').values(row),
);

export function termReading(session: Session): Pick<Reading, 'terms'> {
  return {
    async terms(workspace) {
      const { rows } = await newestTerms(session, { workspace });
      const terms = new Map<string, Term>();
      for (const { id, revision, text, side, by, at } of rows.map((row) => termRow.parse(row))) {
        const term: Term = terms.get(id) ?? { ...text, id, revision, agreed: {} };
        if (side && by && at !== null) term.agreed[side] = { by, at };
        terms.set(id, term);
      }
      return [...terms.values()];
    },
  };
}

export function termWriting(session: Session): Pick<Transaction, 'addTerm' | 'agreeToTerm'> {
  return {
    async addTerm(workspace, { id, revision, ...term }, { by, at }) {
      await insertVersion(session, {
        ...{ workspace_id: workspace, term_id: id, revision, text: JSON.stringify(textSchema.parse(term)) },
        ...{ changed_by: by, changed_at: at },
      });
    },
    async agreeToTerm(workspace, { id, revision, side, by, at }) {
      await insertAgreement(session, {
        ...{ workspace_id: workspace, term_id: id, revision, side, agreed_by: by, agreed_at: at },
      });
    },
  };
}
