import { sql } from 'kysely';
import { z } from 'zod';
import { givenFileSchema } from '../../domain/request/given-file.ts';
import type { News } from '../../usecases/news.ts';
import {
  importStates,
  type StackImport,
  type StackImportReading,
  type StackImportWriting,
} from '../../usecases/stack/stack-import-ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement } from '../engine/statement.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const documentSchema = z.object({
  person: personColumn,
  file: givenFileSchema,
  askedAt: instantColumn,
  summary: z
    .object({
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      ignored: z.array(z.string()),
      faults: z.int(),
      lines: z.array(z.string()),
    })
    .nullable(),
});

const rowSchema = z.object({ id: z.string(), state: z.enum(importStates), document: z.string() });

// The primary key.
const byId = statement((db, { id }: Given<{ id: string }>) =>
  db.selectFrom('stack_import').select(['id', 'state', 'document']).where('id', '=', id),
);

// Index stack_import_to_do.
const toDo = statement((db, { workspace, limit }: Given<{ workspace: string; limit: number }>) =>
  db
    .selectFrom('stack_import')
    .select('id')
    .where('workspace_id', '=', workspace)
    .where('state', 'in', [sql.lit('asked'), sql.lit('wanted')])
    .orderBy('id')
    .limit(limit),
);

const upsert = statement((db, row: Given<Schema['stack_import']>) =>
  db
    .insertInto('stack_import')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        state: row.ref('excluded.state'),
        document: row.ref('excluded.document'),
      })),
    ),
);

export function stackImportReading(session: Session): StackImportReading {
  return {
    async stackImport(id): Promise<StackImport | null> {
      const { rows } = await byId(session, { id });
      if (!rows[0]) return null;
      const { document, ...row } = rowSchema.parse(rows[0]);
      return { ...row, ...documentSchema.parse(JSON.parse(document)) };
    },
    async stackImportsToDo(workspace, limit) {
      const { rows } = await toDo(session, { workspace, limit });
      return rows.map(({ id }) => id);
    },
  };
}

export function stackImportWriting(session: Session, news: News): StackImportWriting {
  return {
    async saveStackImport(workspace, { id, state, ...document }) {
      await upsert(session, { id, workspace_id: workspace, state, document: JSON.stringify(document) });
      news.stack = true;
    },
  };
}
