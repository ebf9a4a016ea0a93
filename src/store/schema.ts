import type { MessageTables } from './tables/messages.ts';
import type { PeopleTables } from './tables/people.ts';
import type { PlanTables } from './tables/plans.ts';
import type { RequestTables } from './tables/requests.ts';
import type { StackTables } from './tables/stack.ts';

/**
 * The tables as queries see them; db/schema.sql shows them as SQLite does. Instants are epoch milliseconds, days are
 * `YYYY-MM-DD`, flags are 0 or 1, and JSON is text that is parsed where its row is read.
 */
export interface Schema extends RequestTables, PeopleTables, MessageTables, StackTables, PlanTables {
  workspace: {
    id: string;
    name: string;
    bot_user_id: string;
    installer: string | null;
  };
  settings: {
    workspace_id: string;
    version: number;
    document: string;
    changed_by: string | null;
    changed_at: number;
  };
  /** A copy carries a row that has not begun; once the app was started on the copy it has. */
  restoration: {
    workspace_id: string;
    taken_at: number;
    started_at: number | null;
  };
  counter: {
    workspace_id: string;
    name: string;
    value: number;
  };
  schema_migration: {
    number: number;
    name: string;
    checksum: string;
    /** The version of the app that ran it. */
    app_version: string;
    applied_at: number;
  };
}
