import { expect, test } from 'vitest';
import { hurryIn } from '../../../src/domain/intake/hurry.ts';
import { hurryWordsOf } from '../../../src/domain/terms/hurry-words.ts';
import { startingTerms } from '../../../src/domain/terms/starting-terms.ts';
import type { Term } from '../../../src/domain/terms/term.ts';

const asap = startingTerms.find(({ word }) => word === 'ASAP');
if (!asap) throw new Error('the dictionary begins with ASAP');

test('a synonym that a desk adds to a word of hurry is noticed, too', () => {
  const ours: Term = { ...asap, synonyms: [...asap.synonyms, 'pronto', 'c.o.b.'] };
  const more = hurryWordsOf([ours], ['en']);
  expect(hurryIn('Banner pronto, please', ['en'])).toBeNull();
  expect(hurryIn('Banner pronto, please', ['en'], more)).toEqual({ words: 'pronto', meaning: 'soon' });
  expect(hurryIn('Banner by c.o.b.', ['en'], more)?.words).toBe('c.o.b.');
  expect(hurryIn('Prontosil campaign', ['en'], more)).toBeNull();
  expect(hurryIn('Cxoxb form', ['en'], more)).toBeNull();
});

test('words that promise something other than a time, or nothing, stay words', () => {
  const words = hurryWordsOf(startingTerms, ['en', 'de']).map(({ word }) => word);
  expect(words).toContain('ASAP');
  expect(words).not.toContain('Done');
  expect(words).not.toContain('Live');
  expect(hurryWordsOf([{ ...asap, promise: null }], ['en'])).toEqual([]);
});
