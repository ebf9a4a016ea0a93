import { existsSync, rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Instant } from '../../domain/time.ts';
import type { DailyBackups } from '../../usecases/keeping/backups.ts';
import { dailiesBeside, dailyName, unfinishedBeside } from './beside.ts';

/** What the worker is told. */
export interface CopyOrder {
  source: string;
  target: string;
  at: Instant;
}

/**
 * Copies, and the reading of all pages that checks them, run in a worker: no commit and no answer waits for them.
 * @param kept how many lie beside the database
 */
export function dailyBackupsOf(database: string, kept: number): DailyBackups {
  return {
    isThere: (day) => existsSync(dailyName(database, day)),
    async make(day, at) {
      for (const path of unfinishedBeside(database)) rmSync(path, { force: true });
      await inWorker({ source: database, target: dailyName(database, day), at });
      for (const path of dailiesBeside(database).slice(kept)) rmSync(path);
    },
  };
}

function inWorker(workerData: CopyOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./daily-worker.ts', import.meta.url), { workerData, execArgv: [] });
    worker.once('error', reject);
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`the copy ended with ${code}`)),
    );
    // A process that ends need not wait: what is unfinished has another name, and is begun anew.
    worker.unref();
  });
}
