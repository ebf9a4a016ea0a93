import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const inMemory = '/dev/shm';
const enough = 1024 ** 3;

/**
 * A folder of its own for one test, gone with it. Lies in memory where the system offers that with room to spare: the
 * app waits for the disk at every commit, which nothing that a test could see depends on. A concurrent test gives its
 * own `onTestFinished`.
 */
export function freshFolder(finished: typeof onTestFinished = onTestFinished): string {
  const folder = mkdtempSync(join(place, 'broker-'));
  finished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const place = hasRoom(inMemory) ? inMemory : tmpdir();

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
}
