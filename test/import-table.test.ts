import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Which part may import which. A part is a folder of `src/`, or one of the files beside them; each may import itself.
 * Packages are listed where a part is meant to be free of them.
 */
const table: Record<string, { parts: readonly string[]; packages?: readonly string[] }> = {
  domain: { parts: [], packages: ['zod', 'date-fns', '@date-fns/tz'] },
  usecases: { parts: ['domain', 'clock.ts'], packages: ['zod', 'date-holidays'] },
  store: {
    parts: ['domain', 'usecases', 'db'],
    packages: ['better-sqlite3', 'kysely', 'pg', 'zod', 'node:'],
  },
  slack: { parts: ['usecases', 'domain', 'config', 'clock.ts'] },
  jobs: { parts: ['usecases', 'domain', 'clock.ts'], packages: [] },
  config: { parts: [], packages: ['zod'] },
  cli: { parts: ['usecases', 'domain', 'clock.ts'] },
  sandbox: { parts: [] },
  'clock.ts': { parts: [], packages: [] },
  'ids.ts': { parts: [], packages: [] },
  'log.ts': { parts: [], packages: ['pino'] },
  'app.ts': { parts: ['config', 'jobs', 'slack', 'usecases', 'clock.ts'] },
  demo: { parts: ['clock.ts', 'domain', 'sandbox', 'usecases'], packages: [] },
  'try-out.ts': { parts: ['clock.ts', 'demo', 'domain', 'sandbox', 'usecases'] },
  'commands.ts': {
    parts: ['app.ts', 'cli', 'clock.ts', 'config', 'log.ts', 'slack', 'store', 'usecases'],
  },
  'main.ts': {
    parts: [
      'app.ts',
      'cli',
      'clock.ts',
      'commands.ts',
      'config',
      'ids.ts',
      'log.ts',
      'sandbox',
      'slack',
      'store',
      'try-out.ts',
    ],
  },
};

const root = resolve(import.meta.dirname, '..');
const importing =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g;

interface Import {
  file: string;
  part: string;
  target: string;
}

const imports: Import[] = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => {
  const part = file.split('/')[1] ?? file;
  return [...readFileSync(join(root, file), 'utf8').matchAll(importing)].map((match) => ({
    file,
    part,
    target: match[1] ?? match[2] ?? match[3] ?? '',
  }));
});

function partOf({ file, target }: Import): string {
  const path = relative(root, resolve(root, dirname(file), target)).split('/');
  return path[0] === 'src' ? (path[1] ?? '') : (path[0] ?? '');
}

test('every part is in the table', () => {
  expect([...new Set(imports.map(({ part }) => part))].filter((part) => !table[part])).toEqual([]);
});

test('imports go down only', () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith('.'))
    .filter((each) => partOf(each) !== each.part && !table[each.part]?.parts.includes(partOf(each)))
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(wrong).toEqual([]);
});

test('the parts that should be free of packages are', () => {
  const wrong = imports
    .filter(({ part, target }) => !target.startsWith('.') && table[part]?.packages !== undefined)
    .filter(
      ({ part, target }) =>
        !table[part]?.packages?.some(
          (name) =>
            target === name ||
            target.startsWith(`${name}/`) ||
            (name.endsWith(':') && target.startsWith(name)),
        ),
    )
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(wrong).toEqual([]);
});

test('only the composition root and the demo know the sandbox', () => {
  const knowing = imports.filter(
    (each) =>
      each.target.startsWith('.') && partOf(each) === 'sandbox' && !['sandbox', 'demo'].includes(each.part),
  );
  expect([...new Set(knowing.map(({ file }) => file))].sort()).toEqual(['src/main.ts', 'src/try-out.ts']);
});

test('no file imports itself in a circle', () => {
  const edges = new Map<string, string[]>();
  for (const { file, target } of imports) {
    if (!target.startsWith('.')) continue;
    const to = relative(root, resolve(root, dirname(file), target));
    edges.set(file, [...(edges.get(file) ?? []), to]);
  }
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file, []);
  expect(circles).toEqual([]);
});
