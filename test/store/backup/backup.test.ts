import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backupsOf } from '../../../src/store/backup/backups.ts';
import { copyBeforeUpdate } from '../../../src/store/backup/before-update.ts';
import { dailyBackupsOf } from '../../../src/store/backup/daily.ts';
import { refuseDamaged } from '../../../src/store/backup/damage.ts';
import { faultIn } from '../../../src/store/backup/soundness.ts';
import { openDatabase } from '../../../src/store/engine/open-database.ts';
import { UnusableDatabase } from '../../../src/store/engine/unusable-database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations.ts';
import type { Backups } from '../../../src/usecases/keeping/backups.ts';
import type { Store } from '../../../src/usecases/ports.ts';
import { damageTable } from '../../support/damage.ts';
import { freshFolder } from '../../support/fresh-folder.ts';
import { freshStore } from '../../support/fresh-store.ts';
import { acme, fileRequest } from '../../support/sample-request.ts';

const noon = Date.UTC(2026, 2, 2, 12);

interface Files {
  folder: string;
  database: string;
  store: Store;
  backups: Backups;
  /** What else lies in the folder. */
  beside(): string[];
}

async function opened(): Promise<Files> {
  const folder = freshFolder();
  const database = join(folder, 'broker.db');
  const store = await freshStore(`file:${database}`);
  await store.write((transaction) => transaction.saveWorkspace(acme));
  return {
    ...{ folder, database, store, backups: backupsOf(database) },
    beside: () => readdirSync(folder).filter((name) => !name.startsWith('broker.db')),
  };
}

function messageOf(work: () => void): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UnusableDatabase) return error.message;
    throw error;
  }
  return 'nothing is wrong';
}

function requestsIn(path: string): number {
  const database = new Database(path, { readonly: true });
  try {
    return Number(database.prepare('select count(*) from request').pluck().get());
  } finally {
    database.close();
  }
}

describe('a backup', () => {
  it('is whole, as of one instant while others write, private, and lies beside the database', async () => {
    const { store, database, backups, beside } = await opened();
    for (let number = 1; number <= 40; number++) await fileRequest(store, `R${number}`);
    let meanwhile = Promise.resolve();
    const shares: number[] = [];
    const made = await backups.make(null, noon, (share) => {
      shares.push(share);
      meanwhile = meanwhile.then(async () => void (await fileRequest(store, `M${shares.length}`)));
    });
    await fileRequest(store, 'last');
    await meanwhile;
    expect(beside()).toEqual(['broker-2026-03-02-120000.backup']);
    expect(statSync(made).mode & 0o777).toBe(0o600);
    expect(faultIn(made, 'whole')).toBeNull();
    expect(requestsIn(made)).toBe(40);
    expect(requestsIn(database)).toBeGreaterThan(40);
  });

  it('is refused in a sentence, and leaves nothing behind', async () => {
    const { folder, database, store, backups, beside } = await opened();
    const make = (file: string) => backups.make(file, noon, () => {});
    writeFileSync(join(folder, 'taken'), 'mine');
    await expect(make(join(folder, 'taken'))).rejects.toThrow('no backup is written over');
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('mine');
    await expect(make(join(folder, 'nowhere', 'copy'))).rejects.toThrow('its folder does not exist');
    const none = backupsOf(join(folder, 'gone.db'));
    await expect(none.make(null, noon, () => {})).rejects.toThrow('There is no database');
    await store.close();
    damageTable(database, 'person');
    await expect(make(join(folder, 'copy'))).rejects.toThrow(/is damaged \(.+\), so .*copy was not written/);
    expect(beside()).toEqual(['taken']);
  });

  it('is made each day by itself, and the last few are kept', async () => {
    const { database, backups, beside } = await opened();
    const byHand = await backups.make(null, noon, () => {});
    writeFileSync(`${database.replace('.db', '')}-2026-02-27.daily.backup.part`, 'cut short');
    const daily = dailyBackupsOf(database, 2);
    for (const day of ['2026-02-28', '2026-03-01', '2026-03-02']) {
      expect(daily.isThere(day)).toBe(false);
      await daily.make(day, noon);
      expect(daily.isThere(day)).toBe(true);
    }
    expect(beside()).toEqual([
      'broker-2026-03-01.daily.backup',
      'broker-2026-03-02-120000.backup',
      'broker-2026-03-02.daily.backup',
    ]);
    expect(existsSync(byHand)).toBe(true);
  });

  it('is never taken for one of a database that lies beside it under a longer name', async () => {
    const { folder, database, backups, beside } = await opened();
    const daily = dailyBackupsOf(database, 1);
    await daily.make('2026-03-01', noon);
    const others = ['broker-test-2026-03-02.daily.backup', 'broker-test-2026-03-02.daily.backup.part'];
    for (const name of others) writeFileSync(join(folder, name), 'of broker-test.db');
    await daily.make('2026-03-02', noon);
    expect(beside()).toEqual(['broker-2026-03-02.daily.backup', ...others]);

    const [own = ''] = beside();
    const newest = join(folder, 'broker-test-2026-03-03-120000.backup');
    copyFileSync(join(folder, own), newest);
    utimesSync(join(folder, own), 1, 1);
    expect(backups.newest()).toBe(1000);
  });
});

it('is copied before a new version changes it, and stays as it was where that fails', async () => {
  const { folder, database, store, beside } = await opened();
  await fileRequest(store, 'R1');
  await store.close();
  const update = async (beforeUpdate: (() => Promise<void>) | undefined) => {
    const opened = await openDatabase(`file:${database}`);
    const next = { number: migrations.length + 1, name: 'next', checksum: 'next', up: async () => {} };
    await migrate(opened, [...migrations, next], { appVersion: '0.2.0', now: () => 1, beforeUpdate }).finally(
      () => opened.close(),
    );
  };
  const config = { databaseUrl: `file:${database}`, backupsKept: 7 };
  writeFileSync(join(folder, 'broker-2026-03-02-120000.backup'), 'in the way');
  await expect(update(copyBeforeUpdate(config, () => noon))).rejects.toThrow('no backup is written over');
  await update(copyBeforeUpdate(config, () => noon + 1000));
  await update(copyBeforeUpdate(config, () => noon + 2000));
  expect(beside()).toEqual(['broker-2026-03-02-120000.backup', 'broker-2026-03-02-120001.backup']);
  expect(requestsIn(join(folder, 'broker-2026-03-02-120001.backup'))).toBe(1);
  expect(copyBeforeUpdate({ ...config, backupsKept: 0 }, () => noon)).toBeUndefined();
});

describe('a damaged database', () => {
  it('is refused, with the newest backup that is sound', async () => {
    const { database, store, backups } = await opened();
    await fileRequest(store, 'R1');
    const sound = await backups.make(null, noon, () => {});
    const newer = await backups.make(null, noon + 60_000, () => {});
    await store.close();
    refuseDamaged(database);

    damageTable(newer, 'request');
    damageTable(database, 'request');
    const words = messageOf(() => refuseDamaged(database));
    expect(words).toContain(`The database ${database} is damaged (`);
    expect(words).toContain(`restore it: npm run backup -- restore ${sound}`);
    expect(messageOf(() => backups.restore(newer, noon))).toContain('cannot be restored: it is damaged');

    backups.restore(sound, noon);
    refuseDamaged(database);
    expect(requestsIn(database)).toBe(1);
  });

  it('is noticed while it is in use, too, and read through at the next start however large it is', async () => {
    const { database, store } = await opened();
    const blob = new Map([['B1', 'x'.repeat(33 * 1024 ** 2)]]);
    await store.write((transaction) => transaction.saveWords('T1', blob, 1));
    await store.close();
    damageTable(database, 'workspace');
    // A clean end, and too large to be read through at each start.
    refuseDamaged(database);
    const damages: string[] = [];
    const again = await freshStore(`file:${database}`, undefined, ({ message }) => damages.push(message));
    await again.write((transaction) => transaction.remember('T1', 'a click', 'done', 1));
    await expect(again.workspace()).rejects.toThrow(UnusableDatabase);
    expect(damages).toEqual([expect.stringContaining('is damaged')]);
    // As after the end of a process that did not close it.
    expect(messageOf(() => refuseDamaged(database))).toContain('There is no sound backup beside it');
  });
});

describe('restoring', () => {
  it('moves what was there aside with all that belongs to it, and leaves the backup as it was', async () => {
    const { database, store, backups } = await opened();
    await fileRequest(store, 'R1');
    const backup = await backups.make(null, noon, () => {});
    await fileRequest(store, 'R2');
    expect(messageOf(() => backups.restore(backup, noon))).toContain('is in use: stop the app first');
    await store.close();

    writeFileSync(`${database}-wal`, '');
    const aside = backups.restore(backup, noon);
    expect(aside).toBe(`${database.replace('.db', '')}-2026-03-02-120000.replaced`);
    expect(existsSync(`${database}-wal`)).toBe(false);
    expect([requestsIn(database), requestsIn(aside ?? ''), requestsIn(backup)]).toEqual([1, 2, 1]);
    expect(statSync(database).mode & 0o777).toBe(0o600);
  });

  it('brings back the last commits, too, of a database whose process did not close it', async () => {
    const { folder, database, store, backups } = await opened();
    await fileRequest(store, 'R1');
    const aside = join(folder, 'aside');
    for (const suffix of ['', '-wal']) copyFileSync(`${database}${suffix}`, `${aside}${suffix}`);
    await store.close();
    backups.restore(aside, noon);
    expect(requestsIn(database)).toBe(1);
    expect(existsSync(`${database}-wal`)).toBe(false);
  });

  it('counts from the earlier copy where that was copied once more before the app was started on it', async () => {
    const { database, store, backups } = await opened();
    const first = await backups.make(null, noon, () => {});
    await store.close();
    backups.restore(first, noon + 1000);
    const second = await backups.make(null, noon + 2000, () => {});
    backups.restore(second, noon + 3000);
    const restored = await freshStore(`file:${database}`);
    expect(await restored.restoration(acme.id)).toEqual({ takenAt: noon, startedAt: null });
  });

  it('refuses what is not there or not ours', async () => {
    const { folder, store, database, backups } = await opened();
    await store.close();
    const other = join(folder, 'other.db');
    new Database(other).exec('create table diary (day text)').close();
    expect(messageOf(() => backups.restore(join(folder, 'none'), noon))).toContain('There is no file');
    expect(messageOf(() => backups.restore(other, noon))).toContain('no database of MarTech Broker');
    refuseDamaged(database);
  });
});
