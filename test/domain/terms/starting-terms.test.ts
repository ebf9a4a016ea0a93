import { expect, test } from 'vitest';
import { startingTerms } from '../../../src/domain/terms/starting-terms.ts';
import { foldedWord, termOf } from '../../../src/domain/terms/term.ts';

test('some thirty words, each in a sentence for either side, and none twice', () => {
  expect(startingTerms.length).toBeGreaterThanOrEqual(30);
  const words = startingTerms.flatMap(({ word, synonyms }) => [word, ...synonyms].map(foldedWord));
  expect(new Set(words).size).toBe(words.length);
  expect(new Set(startingTerms.map(({ id }) => id)).size).toBe(startingTerms.length);
  for (const { marketing, it } of startingTerms) {
    for (const sentence of [marketing, it]) expect(sentence).toMatch(/^\p{Lu}.{20,200}\.$/u);
  }
});

test.each([
  ['A.S.A.P.', 'ASAP'],
  ['pen-test', 'Pen test'],
  ['EINWILLIGUNG', 'Consent'],
  ['ab test', 'A/B test'],
])('%s is %s', (typed, word) => {
  expect(termOf(startingTerms, typed)?.word).toBe(word);
});
