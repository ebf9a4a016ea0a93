import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/usecases/ports.ts';
import { freshFolder } from './fresh-folder.ts';

/** For `describe.each`: every test of the store runs on both. */
export const engines = [
  { engine: 'SQLite', freshUrl: async () => freshSqliteUrl() },
  { engine: 'PostgreSQL', freshUrl: freshPostgresUrl },
] as const;

/** An empty SQLite database in a folder of its own that goes with the test. */
export function freshSqliteUrl(): string {
  return `file:${join(freshFolder(), 'broker.db')}`;
}

/** An empty schema of its own for one test: a hundred times faster to make than a database of its own. */
export async function freshPostgresUrl(): Promise<string> {
  const answer = await fetch(inject('postgresStarter'));
  const server = await answer.text();
  if (!answer.ok) throw new Error(server);
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`create schema ${schema}`);
  await client.end();
  return `${server}?options=-c%20search_path%3D${schema}`;
}

/** An open, migrated store of its own for one test; closed when the test ends. */
export async function freshStore(
  url: string = freshSqliteUrl(),
  now: () => number = () => 0,
  onDamage: (damage: Error) => void = () => {},
): Promise<Store> {
  const store = await openStore(url, { now, onDamage });
  onTestFinished(() => store.close());
  return store;
}
