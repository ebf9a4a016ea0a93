import type { ExportReading } from '../usecases/export/export-ports.ts';
import type { Session } from './engine/engine.ts';
import { type Given, statement } from './engine/statement.ts';
import { requestFrom } from './requests/request-document.ts';

// Index request_number, as is the next.
const count = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('request')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', workspace),
);

const after = statement(
  (db, { workspace, number, limit }: Given<{ workspace: string; number: number; limit: number }>) =>
    db
      .selectFrom('request')
      .select('document')
      .where('workspace_id', '=', workspace)
      .where('number', '>', number)
      .orderBy('number')
      .limit(limit),
);

export function exportReading(session: Session): ExportReading {
  return {
    async countRequests(workspace) {
      return Number((await count(session, { workspace })).rows[0]?.count ?? 0);
    },
    async requestsAfter(workspace, number, limit) {
      const { rows } = await after(session, { workspace, number, limit });
      return rows.map(({ document }) => requestFrom(document));
    },
  };
}
