import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readme = readFileSync(new URL('../../src/sandbox/README.md', import.meta.url), 'utf8');
const [, rules = ''] = readme.split('## The rules, and the tests that prove them');
/** "`client.test.ts`: people walk into" */
const named = [...rules.matchAll(/`([\w./-]+\.test\.ts)`(?:: ([^|`;,]+))?/g)].map(([, file = '', words]) => ({
  file,
  words: words?.trim() ?? '',
}));

test('every rule of the README names tests that are there', () => {
  expect(named.length).toBeGreaterThan(30);
  const missing = named.filter(({ file, words }) => {
    const source = readFileSync(new URL(file, import.meta.url), 'utf8');
    return !source.toLowerCase().includes(words.toLowerCase());
  });
  expect(missing).toEqual([]);
});
