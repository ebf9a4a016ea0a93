import type { Backups } from '../../usecases/keeping/backups.ts';
import { backupName, newestSound } from './beside.ts';
import { copyDatabase } from './copy.ts';
import { restoreDatabase } from './restore.ts';

/** Backups of a SQLite file, by this process itself. */
export function backupsOf(database: string): Backups {
  return {
    newest: () => newestSound(database)?.writtenAt ?? null,
    async make(file, at, progress) {
      const target = file ?? backupName(database, at);
      await copyDatabase(database, target, { at, progress });
      return target;
    },
    restore: (file, at) => restoreDatabase(database, file, at),
  };
}
