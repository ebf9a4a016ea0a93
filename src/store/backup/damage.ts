import { existsSync, statSync } from 'node:fs';
import { UnusableDatabase } from '../engine/unusable-database.ts';
import { newestSound } from './beside.ts';
import { faultIn } from './soundness.ts';

/** A file of this size is read in a tenth of a second, which every start can bear. */
const alwaysChecked = 32 * 1024 ** 2;

/**
 * Throws UnusableDatabase if the file is damaged. A large one is read through only if the last process did not close
 * it, which is also how a process ends that met damage; the daily backup reads all of it in any case.
 */
export function refuseDamaged(path: string): void {
  if (!existsSync(path)) return;
  if (sizeOf(path) > alwaysChecked && sizeOf(`${path}-wal`) === 0) return;
  const fault = faultIn(path, 'quick');
  if (fault !== null) throw damageIn(path, fault);
}

/** Says what is wrong and what can be restored. */
export function damageIn(path: string, fault: string): UnusableDatabase {
  const backup = newestSound(path);
  const remedy = backup
    ? `The newest sound backup is ${backup.path}, of ${new Date(backup.writtenAt).toUTCString()}. ` +
      `Stop whatever uses the database, then restore it: npm run backup -- restore ${backup.path}`
    : 'There is no sound backup beside it. If one lies elsewhere: npm run backup -- restore FILE';
  return new UnusableDatabase(
    `The database ${path} is damaged (${fault}), so MarTech Broker does not run on it. ${remedy}`,
  );
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
