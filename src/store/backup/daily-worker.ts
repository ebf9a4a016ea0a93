import { workerData } from 'node:worker_threads';
import { copyDatabase } from './copy.ts';
import type { CopyOrder } from './daily.ts';

const { source, target, at }: CopyOrder = workerData;
await copyDatabase(source, target, { at, progress: () => {} });
