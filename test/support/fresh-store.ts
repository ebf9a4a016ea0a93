import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/usecases/ports.ts';

/** A SQLite database that nothing was written to, in a folder of its own that goes with the test. */
export function freshSqliteUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), 'broker-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'broker.db')}`;
}

/** An open, migrated store of its own for one test; closed when the test ends. */
export async function freshStore(
  url: string = freshSqliteUrl(),
  now: () => number = () => 0,
): Promise<Store> {
  const store = await openStore(url, { now });
  onTestFinished(() => store.close());
  return store;
}
