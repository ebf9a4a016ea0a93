/**
 * Changes each limit of the sandbox by one, up and down, and shows that the cases of `limit-cases.ts` notice.
 * Each change is tried in a thread of its own, which loads the limits with that one number changed.
 */
import { registerHooks } from 'node:module';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { limits } from '../../src/sandbox/block-kit/limits.ts';

interface Mutation {
  name: string;
  from: number;
  to: number;
}

function tryOut(mutation: Mutation): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: mutation });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function noticed({ name, from, to }: Mutation): Promise<boolean> {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith('/block-kit/limits.ts?mutated')) return loaded;
      const digits = from >= 10_000 ? from.toLocaleString('en-US').replaceAll(',', '_') : String(from);
      const source = String(loaded.source).replace(`${name}: ${digits},`, `${name}: ${to},`);
      return { ...loaded, source };
    },
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      return resolved.url.endsWith('/block-kit/limits.ts')
        ? { ...resolved, url: `${resolved.url}?mutated` }
        : resolved;
    },
  });
  const { limitCases } = await import('./limit-cases.ts');
  return Object.values(limitCases).some(({ most, refuses }) => refuses(most) || !refuses(most + 1));
}

if (isMainThread) {
  const missed: string[] = [];
  let tried = 0;
  for (const [name, from] of Object.entries(limits)) {
    const found = await Promise.all([1, -1].map((step) => tryOut({ name, from, to: from + step })));
    tried += found.length;
    if (found.includes(false)) missed.push(name);
  }
  console.log(
    missed.length === 0
      ? `${tried} changed limits, each noticed by a test.`
      : `These limits can change without a test noticing: ${missed.join(', ')}`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
} else {
  parentPort?.postMessage(await noticed(workerData));
}
