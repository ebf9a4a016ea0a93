import { z } from 'zod';
import type { Reading, Transaction } from '../../usecases/ports.ts';
import type { Session } from '../engine/engine.ts';
import { type Given, statement, statementOfRows } from '../engine/statement.ts';
import { instantColumn, personColumn } from '../row-values.ts';
import type { Schema } from '../schema.ts';

const pairRow = z.object({
  other: z.string(),
  because: z.string(),
  by: personColumn,
  at: instantColumn,
});

// Index tool_pair_kept_key.
const pairsOfTool = statement((db, { tool }: Given<{ tool: string }>) =>
  db
    .selectFrom('tool_pair_kept')
    .select(['other_id as other', 'because', 'kept_by as by', 'kept_at as at'])
    .where('tool_id', '=', tool)
    .orderBy('kept_at', 'desc'),
);

const insertPairs = statementOfRows((db, rows: Given<Schema['tool_pair_kept']>[]) =>
  db
    .insertInto('tool_pair_kept')
    .values(rows)
    // Two people who say so in the same instant say the same.
    .onConflict((conflict) => conflict.columns(['tool_id', 'other_id', 'kept_at']).doNothing()),
);

export function toolPairReading(session: Session): Pick<Reading, 'keptBeside'> {
  return {
    async keptBeside(tool) {
      const { rows } = await pairsOfTool(session, { tool });
      return rows.map((row) => pairRow.parse(row));
    },
  };
}

export function toolPairWriting(session: Session): Pick<Transaction, 'keepBoth'> {
  return {
    async keepBoth(tool, { other, because, by, at }) {
      const said = { kept_at: at, kept_by: by, because };
      await insertPairs(session, [
        { tool_id: tool, other_id: other, ...said },
        { tool_id: other, other_id: tool, ...said },
      ]);
    },
  };
}
