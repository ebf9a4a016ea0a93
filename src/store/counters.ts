import type { Session } from './engine/engine.ts';
import { type Given, statement } from './engine/statement.ts';

type Increment = { workspace_id: string; name: string; value: number };

/** On PostgreSQL the row stays locked until the end of the transaction, so values become visible in their order. */
const increase = statement((db, row: Given<Increment>) =>
  db
    .insertInto('counter')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'name'])
        .doUpdateSet((row) => ({ value: row('counter.value', '+', row.ref('excluded.value')) })),
    )
    .returning('value'),
);

/** Takes the next value, or several at once, and returns the last of them. They are taken back with the transaction. */
export async function nextValue(
  session: Session,
  workspace: string,
  name: 'request' | 'outbox',
  count = 1,
): Promise<number> {
  const { rows } = await increase(session, { workspace_id: workspace, name, value: count });
  const [row] = rows;
  if (!row) throw new Error(`the counter ${name} of ${workspace} gave nothing`);
  return row.value;
}
