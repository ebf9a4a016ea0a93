import type { Hurry, HurryMeaning } from '../intake/hurry.ts';
import { type Term, termOf } from './term.ts';

/** Under which word the dictionary is likely to have it, whatever form of it was typed. */
const usualWord: Partial<Record<HurryMeaning, string>> = { soon: 'ASAP', 'end-of-week': 'End of week' };

/** What the two sides have written down about a word of hurry; null if nothing. */
export function termOfHurry(terms: readonly Term[], { words, meaning }: Hurry): Term | null {
  const usual = usualWord[meaning];
  return termOf(terms, words) ?? (usual === undefined ? null : termOf(terms, usual));
}
