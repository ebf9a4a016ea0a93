import type { Instant } from '../domain/time.ts';
import { type News, noNews } from '../usecases/news.ts';
import { type Store, StoreBusy } from '../usecases/ports.ts';
import { appVersion } from './app-version.ts';
import type { OpenDatabase } from './engine/engine.ts';
import { type Log, openDatabase } from './engine/open-database.ts';
import type { OnDamage } from './engine/sqlite.ts';
import { UnusableDatabase } from './engine/unusable-database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { reading } from './reading.ts';
import { transaction } from './transaction.ts';

export interface StoreOptions {
  now: () => Instant;
  log?: Log;
  onDamage?: OnDamage;
  /** Called before the schema of a database that holds something is changed; what it throws keeps it as it is. */
  beforeUpdate?: (() => Promise<void>) | undefined;
}

/**
 * Opens `file:…` (the folder is made) or `postgres://…` and brings its schema up to date. Throws UnusableDatabase,
 * whose message is for the person who started us.
 */
export async function openStore(
  databaseUrl: string,
  { now, beforeUpdate, ...heard }: StoreOptions,
): Promise<Store> {
  const database = await openDatabase(databaseUrl, heard);
  try {
    await migrate(database, migrations, { appVersion, now, beforeUpdate });
  } catch (error) {
    await database.close();
    if (!(error instanceof StoreBusy)) throw error;
    throw new UnusableDatabase(
      'The database is locked by another process. Stop it, or wait until it is done.',
      { cause: error },
    );
  }
  return storeOn(database);
}

function storeOn(database: OpenDatabase): Store {
  const listeners: ((news: News) => void)[] = [];
  return {
    ...reading(database.committed),
    async write(work) {
      const { answer, news } = await database.write(async (session) => {
        const news = noNews();
        return { answer: await work(transaction(session, news)), news };
      });
      if (Object.values(news).some(Boolean)) for (const listener of listeners) listener(news);
      return answer;
    },
    onCommit(listener) {
      listeners.push(listener);
    },
    close: () => database.close(),
  };
}
