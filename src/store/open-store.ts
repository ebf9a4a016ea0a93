import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import type { Instant } from '../domain/time.ts';
import type { Store } from '../usecases/ports.ts';
import type { OpenDatabase } from './engine.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { reading } from './reading.ts';
import { openSqlite } from './sqlite.ts';
import { type News, transaction } from './transaction.ts';
import { UnusableDatabase } from './unusable-database.ts';

/** Opens `file:…` (the folder is made) or `postgres://…` and brings its schema up to date. */
export async function openStore(databaseUrl: string, { now }: { now: () => Instant }): Promise<Store> {
  const database = await open(databaseUrl);
  try {
    await migrate(database, migrations, { appVersion: packageJson.version, now });
  } catch (error) {
    await database.close();
    throw error;
  }
  return storeOn(database);
}

async function open(databaseUrl: string): Promise<OpenDatabase> {
  if (databaseUrl.startsWith('file://')) return openSqlite(fileURLToPath(databaseUrl));
  if (databaseUrl.startsWith('file:')) return openSqlite(databaseUrl.slice('file:'.length));
  throw new UnusableDatabase(
    `DATABASE_URL must begin with file: or postgres:// (got "${databaseUrl.split(':')[0]}:")`,
  );
}

function storeOn(database: OpenDatabase): Store {
  const listeners: ((news: News) => void)[] = [];
  return {
    ...reading(database.committed),
    async write(work) {
      const { answer, news } = await database.write(async (session) => {
        const news: News = { outbox: false, inbox: false };
        return { answer: await work(transaction(session, news)), news };
      });
      if (news.outbox || news.inbox) for (const listener of listeners) listener(news);
      return answer;
    },
    onCommit(listener) {
      listeners.push(listener);
    },
    close: () => database.close(),
  };
}
