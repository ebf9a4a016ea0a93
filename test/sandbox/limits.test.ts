import { expect, test } from 'vitest';
import { limits } from '../../src/sandbox/block-kit/limits.ts';
import { limitCases } from './limit-cases.ts';

test.each(Object.entries(limitCases))(
  '%s: at the limit accepted, one over refused',
  (_name, { most, refuses }) => {
    expect([refuses(most), refuses(most + 1)]).toEqual([false, true]);
  },
);

test('every limit has a case', () => {
  expect(Object.keys(limitCases).sort()).toEqual(Object.keys(limits).sort());
});
