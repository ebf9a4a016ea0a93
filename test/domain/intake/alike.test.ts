import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areAlike, likeness } from '../../../src/domain/intake/alike.ts';
import { searchTerms } from '../../../src/domain/intake/search-terms.ts';
import { halves, judged } from '../../bench/alike.ts';

test('the labelled half that it was not tuned on is told apart', () => {
  const { precision, recall } = judged(halves.figures);
  expect(precision).toBeGreaterThanOrEqual(0.8);
  expect(recall).toBeGreaterThanOrEqual(0.7);
});

test('likeness is the same both ways, and full for the same words', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
      expect(likeness(a, b)).toBeLessThanOrEqual(1);
      if (searchTerms(a).length > 0) expect(areAlike(a, a)).toBe(true);
    }),
  );
});

test('terms are letters and digits, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const term of searchTerms(text)) expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
  );
});

test('accents, case and inflection make no difference', () => {
  expect(searchTerms('Loading the PÁGES')).toEqual(searchTerms('loads, page'));
});
