import type { Kysely } from 'kysely';
import type { Instant } from '../domain/time.ts';
import type { OpenDatabase } from './engine/engine.ts';
import { UnusableDatabase } from './engine/unusable-database.ts';
import type { Migration } from './migrations.ts';
import type { Schema } from './schema.ts';

/**
 * Brings the schema up to date, one step a transaction: a process killed midway leaves the old or the new schema.
 * Throws UnusableDatabase if the database is newer than these steps or was made by others.
 */
export async function migrate(
  database: OpenDatabase,
  migrations: readonly Migration[],
  {
    appVersion,
    now,
    beforeUpdate = async () => {},
  }: {
    appVersion: string;
    now: () => Instant;
    /** Called before a database that holds something is changed. */
    beforeUpdate?: (() => Promise<void>) | undefined;
  },
): Promise<void> {
  let hasBegun = false;
  let step: 'done' | 'more';
  do {
    step = await database.alone(async (db) => {
      const next = await nextStep(db, database, migrations, appVersion);
      if (!next) return 'done';
      const { up, number, name, checksum } = next;
      if (number > 1 && !hasBegun) await beforeUpdate();
      hasBegun = true;
      await up(db, database.engine.words);
      await db
        .withTables<Pick<Schema, 'schema_migration'>>()
        .insertInto('schema_migration')
        .values({ number, name, checksum, app_version: appVersion, applied_at: now() })
        .execute();
      return 'more';
    });
  } while (step === 'more');
}

/** Read inside the step's transaction, because another instance may be migrating too. */
async function nextStep(
  db: Kysely<unknown>,
  { engine }: OpenDatabase,
  migrations: readonly Migration[],
  appVersion: string,
): Promise<Migration | undefined> {
  const { text, integer, instant, tableEnd } = engine.words;
  await db.schema
    .createTable('schema_migration')
    .ifNotExists()
    .addColumn('number', integer, (column) => column.primaryKey().notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('checksum', text, (column) => column.notNull())
    .addColumn('app_version', text, (column) => column.notNull())
    .addColumn('applied_at', instant, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  const applied = await db
    .withTables<Pick<Schema, 'schema_migration'>>()
    .selectFrom('schema_migration')
    .select(['number', 'name', 'checksum', 'app_version'])
    .orderBy('number')
    .execute();

  const newest = applied.at(-1);
  if (newest && newest.number > (migrations.at(-1)?.number ?? 0)) {
    throw new UnusableDatabase(
      `The database was last used by version ${newest.app_version} of MarTech Broker and has its schema ` +
        `(${newest.name}); this is version ${appVersion}. Start version ${newest.app_version} or a newer one, ` +
        'or restore the backup made before the update.',
    );
  }
  for (const [index, { name, checksum }] of applied.entries()) {
    if (migrations[index]?.checksum === checksum) continue;
    throw new UnusableDatabase(
      `The database ran the migration ${name}, but db/migrations/${name}.ts reads differently here. ` +
        'A released migration is never edited: take the file back to what was released and add a new one.',
    );
  }
  return migrations[applied.length];
}
