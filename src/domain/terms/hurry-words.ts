import { type HurryLanguage, type HurryWord, hurryIn } from '../intake/hurry.ts';
import type { Term } from './term.ts';

/**
 * What a desk says for a word of hurry: where one of a term's words promises a time in any of these languages, all of
 * them do. A term that promises nothing adds nothing.
 */
export function hurryWordsOf(terms: readonly Term[], languages: readonly HurryLanguage[]): HurryWord[] {
  return terms.flatMap(({ word, synonyms, promise }) => {
    if (promise === null) return [];
    const all = [word, ...synonyms];
    const meaning = all.map((each) => hurryIn(each, languages)?.meaning).find(Boolean);
    return meaning ? all.map((each) => ({ word: each, meaning })) : [];
  });
}
