import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freshFolder } from './support/fresh-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs the tests of a folder as `npm test` runs ours. */
function run(contents: string) {
  const folder = freshFolder();
  mkdirSync(join(folder, 'test'));
  writeFileSync(join(folder, 'test/only.test.ts'), contents);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const words = [vitest, 'run', '--globals', '--dir', folder];
  return spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH } });
}

test('whoever asks how the tests went hears of what failed', () => {
  expect(run("test('holds', () => {});")).toMatchObject({ status: 0 });
  const failed = run("test('does not hold', () => expect(1).toBe(2));");
  expect(failed.stdout).toContain('1 failed');
  expect(failed.status).toBe(1);
});
