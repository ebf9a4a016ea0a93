import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultSettings } from '../../src/domain/settings/default-settings.ts';
import { openDatabase } from '../../src/store/engine/open-database.ts';
import { engines, freshStore } from '../support/fresh-store.ts';
import { acme, fileRequest } from '../support/sample-request.ts';

describe.each(engines)('on $engine', ({ freshUrl }) => {
  it.each(['request_event', 'settings'])('%s refuses to be changed or deleted', async (table) => {
    const url = await freshUrl();
    const store = await freshStore(url);
    await store.write(async (transaction) => {
      await transaction.saveWorkspace(acme);
      const document = defaultSettings('Europe/Berlin');
      await transaction.addSettings('T1', { version: 1, document, changedBy: null, changedAt: 1 });
    });
    await fileRequest(store, 'R1');
    const database = await openDatabase(url);
    onTestFinished(() => database.close());
    const run = (statement: string) => database.alone((db) => sql.raw(statement).execute(db));

    const changed = table === 'settings' ? 'changed_at = 0' : 'at = 0';
    await expect(run(`update ${table} set ${changed}`)).rejects.toThrow(`${table} is append-only`);
    await expect(run(`delete from ${table}`)).rejects.toThrow(`${table} is append-only`);
  });
});
