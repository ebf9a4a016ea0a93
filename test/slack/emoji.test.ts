import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownEmoji } from '../../src/sandbox/emoji.ts';

const written = globSync('src/slack/**/*.ts').flatMap((path) => {
  const strings = readFileSync(path, 'utf8').matchAll(/(?<=[\s'`]):([a-z][a-z0-9_]+):(?=[\s`'])/g);
  return [...strings].map(([, name = '']) => name);
});

test('every emoji that the app writes has its picture in the sandbox', () => {
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((name) => !knownEmoji(name))).toEqual([]);
});
