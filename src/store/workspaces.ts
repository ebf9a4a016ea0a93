import { sql } from 'kysely';
import { z } from 'zod';
import { type Settings, settingsSchema } from '../domain/settings/settings.ts';
import type { News } from '../usecases/news.ts';
import type { Reading, Transaction } from '../usecases/ports.ts';
import type { SettingsVersion, Workspace } from '../usecases/records.ts';
import type { Session } from './engine/engine.ts';
import { type Given, statement } from './engine/statement.ts';
import { instantColumn, personColumn } from './row-values.ts';
import type { Schema } from './schema.ts';

const workspaceRow = z.object({
  id: z.string(),
  name: z.string(),
  botUserId: z.string(),
  installer: personColumn.nullable(),
}) satisfies z.ZodType<Workspace>;

const settingsRow = z.object({
  version: z.int(),
  document: z.string(),
  changedBy: personColumn.nullable(),
  changedAt: instantColumn,
});

const theWorkspace = statement((db, { limit }: Given<{ limit: number }>) =>
  db
    .selectFrom('workspace')
    .select(['id', 'name', 'bot_user_id as botUserId', 'installer'])
    .orderBy('id')
    .limit(limit),
);

// Written so that SQLite prepares it once: see `statement`.
const newestSettings = statement((db, { workspace }: Given<{ workspace: string }>) =>
  db
    .selectFrom('settings')
    .select(['version', 'document', 'changed_by as changedBy', 'changed_at as changedAt'])
    .where('workspace_id', 'in', [workspace])
    .orderBy('version', 'desc')
    .limit(sql.lit(1)),
);

// The key of `settings`.
const oneVersion = statement((db, { workspace, version }: Given<{ workspace: string; version: number }>) =>
  db
    .selectFrom('settings')
    .select(['version', 'document', 'changed_by as changedBy', 'changed_at as changedAt'])
    .where('workspace_id', '=', workspace)
    .where('version', '=', version),
);

// The key of `settings`.
const settingsFromThen = statement(
  (db, { workspace, instant }: Given<{ workspace: string; instant: number }>) =>
    db
      .selectFrom('settings')
      .select(['version', 'document', 'changed_by as changedBy', 'changed_at as changedAt'])
      .where('workspace_id', 'in', [workspace])
      .where('version', '>=', (query) =>
        query
          .selectFrom('settings')
          .select((row) => row.fn.coalesce(row.fn.max('version'), row.lit(0)).as('version'))
          .where('workspace_id', 'in', [workspace])
          .where('changed_at', '<=', instant),
      )
      .orderBy('version'),
);

const upsertWorkspace = statement((db, row: Given<Schema['workspace']>) =>
  db
    .insertInto('workspace')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        name: row.ref('excluded.name'),
        bot_user_id: row.ref('excluded.bot_user_id'),
        installer: row.ref('excluded.installer'),
      })),
    ),
);

const insertSettings = statement((db, row: Given<Schema['settings']>) =>
  db.insertInto('settings').values(row),
);

export function workspaceReading(
  session: Session,
): Pick<Reading, 'workspace' | 'settings' | 'settingsVersion' | 'settingsSince'> {
  return {
    async workspace() {
      const { rows } = await theWorkspace(session, { limit: 1 });
      return rows[0] ? workspaceRow.parse(rows[0]) : null;
    },
    async settings(workspace) {
      const { rows } = await newestSettings(session, { workspace });
      return rows[0] ? settingsVersion(rows[0]) : null;
    },
    async settingsVersion(workspace, version) {
      const { rows } = await oneVersion(session, { workspace, version });
      return rows[0] ? settingsVersion(rows[0]) : null;
    },
    async settingsSince(workspace, instant) {
      const { rows } = await settingsFromThen(session, { workspace, instant });
      return rows.map(settingsVersion);
    },
  };
}

function settingsVersion(columns: unknown): SettingsVersion {
  const { document, ...row } = settingsRow.parse(columns);
  return { ...row, document: settingsFrom(document) };
}

export function workspaceWriting(
  session: Session,
  news: News,
): Pick<Transaction, 'saveWorkspace' | 'addSettings'> {
  return {
    async saveWorkspace({ id, name, botUserId, installer }) {
      await upsertWorkspace(session, { id, name, bot_user_id: botUserId, installer });
    },
    async addSettings(workspace, { version, document, changedBy, changedAt }: SettingsVersion) {
      await insertSettings(session, {
        workspace_id: workspace,
        version,
        // What could not be read again would stop the desk.
        document: JSON.stringify(settingsSchema.parse(document)),
        changed_by: changedBy,
        changed_at: changedAt,
      });
      news.clocks = true;
    },
  };
}

/** By their text. Nearly every use case reads the same long document, or one of the few before it. */
const parsed = new Map<string, Settings>();
const documentsKept = 8;

function settingsFrom(text: string): Settings {
  const known = parsed.get(text);
  if (known) return known;
  const settings = settingsSchema.parse(JSON.parse(text));
  const [oldest] = parsed.keys();
  if (parsed.size >= documentsKept && oldest !== undefined) parsed.delete(oldest);
  parsed.set(text, settings);
  return settings;
}
