import { z } from 'zod';
import { type Tool, toolStates } from '../domain/stack/tool.ts';
import type { Reading, Transaction } from '../usecases/ports.ts';
import type { Session } from './engine.ts';
import { personColumn } from './row-values.ts';
import type { Schema } from './schema.ts';
import { type Given, statement } from './statement.ts';

const toolRow = z.object({
  id: z.string(),
  workspace: z.string(),
  name: z.string(),
  purpose: z.string(),
  state: z.enum(toolStates),
  businessOwner: personColumn.nullable(),
  technicalOwner: personColumn.nullable(),
}) satisfies z.ZodType<Tool>;

// Index tool_by_name.
const toolsByName = statement(
  (db, { workspace, limit, offset }: Given<{ workspace: string; limit: number; offset: number }>) =>
    db
      .selectFrom('tool')
      .select(['id', 'workspace_id as workspace', 'name', 'purpose', 'state'])
      .select(['business_owner as businessOwner', 'technical_owner as technicalOwner'])
      .where('workspace_id', '=', workspace)
      .orderBy('sort_name')
      .orderBy('id')
      .limit(limit)
      .offset(offset),
);

const upsertTool = statement((db, row: Given<Schema['tool']>) =>
  db
    .insertInto('tool')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        sort_name: row.ref('excluded.sort_name'),
        purpose: row.ref('excluded.purpose'),
        state: row.ref('excluded.state'),
        business_owner: row.ref('excluded.business_owner'),
        technical_owner: row.ref('excluded.technical_owner'),
      })),
    ),
);

export function toolReading(session: Session): Pick<Reading, 'tools'> {
  return {
    async tools(workspace, { limit, offset }) {
      const { rows } = await toolsByName(session, { workspace, limit, offset });
      return rows.map((row) => toolRow.parse(row));
    },
  };
}

export function toolWriting(session: Session): Pick<Transaction, 'saveTool'> {
  return {
    async saveTool({ id, workspace, name, purpose, state, businessOwner, technicalOwner }) {
      await upsertTool(session, {
        ...{ id, workspace_id: workspace, name, sort_name: name.toLowerCase(), purpose, state },
        ...{ business_owner: businessOwner, technical_owner: technicalOwner },
      });
    },
  };
}
