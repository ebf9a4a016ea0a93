import { type DraftReading, type DraftWriting, draftSchema } from '../../usecases/intake/draft-ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import type { Schema } from '../schema.ts';

const draftsOfPerson = statement((db, { person, limit }: Given<{ person: string; limit: number }>) =>
  db
    .selectFrom('draft')
    .select('document')
    .where('person', '=', person)
    .orderBy('kept_at', 'desc')
    .orderBy('cause', 'desc')
    .limit(limit),
);

const upsertDraft = statement((db, row: Given<Schema['draft']>) =>
  db
    .insertInto('draft')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['person', 'cause']).doUpdateSet((row) => ({
        document: row.ref('excluded.document'),
        kept_at: row.ref('excluded.kept_at'),
      })),
    ),
);

const deleteDraft = statement((db, { person, cause }: Given<{ person: string; cause: string }>) =>
  db.deleteFrom('draft').where('person', '=', person).where('cause', '=', cause),
);

// Index draft_kept.
const deleteDraftsBefore = statement(
  (db, { workspace, instant }: Given<{ workspace: string; instant: number }>) =>
    db.deleteFrom('draft').where('workspace_id', '=', workspace).where('kept_at', '<', instant),
);

export function draftReading(session: Session): DraftReading {
  return {
    async drafts(person, limit) {
      const { rows } = await draftsOfPerson(session, { person, limit });
      return rows.map(({ document }) => draftSchema.parse(JSON.parse(document)));
    },
  };
}

export function draftWriting(session: Session): DraftWriting {
  return {
    async keepDraft(workspace, person, draft) {
      const { cause, keptAt } = draft;
      const document = JSON.stringify(draft);
      await upsertDraft(session, { person, cause, workspace_id: workspace, document, kept_at: keptAt });
    },
    async dropDraft(person, cause) {
      await deleteDraft(session, { person, cause });
    },
    async dropDraftsBefore(workspace, instant) {
      await deleteDraftsBefore(session, { workspace, instant });
    },
  };
}
