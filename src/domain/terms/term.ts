import type { PersonId, Side } from '../person.ts';
import type { Instant } from '../time.ts';

/** Languages that a word can be of, by their ISO 639 codes. */
export const termLanguages = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt'] as const;
export type TermLanguage = (typeof termLanguages)[number];

/** A word that the two sides use for different things, each meaning in a sentence that the other side understands. */
export interface TermText {
  word: string;
  /** Of which language the word is; null if people say it in all of them. */
  language: TermLanguage | null;
  /** Other words for it, in whatever language people use them. */
  synonyms: string[];
  /** What marketing means by it, said so that IT understands. */
  marketing: string;
  /** What IT means by it, said so that marketing understands. */
  it: string;
  /** What using the word commits the desk to, if anything. */
  promise: string | null;
}

/** One version of a term, and who of the leads has agreed to it. A new version has to be agreed to anew. */
export interface Term extends TermText {
  /** Never changes, whatever the word becomes. */
  id: string;
  /** 0 as the app brings it along; each change adds one. */
  revision: number;
  agreed: Partial<Record<Side, { by: PersonId; at: Instant }>>;
}

export function isAgreed({ agreed }: Term): boolean {
  return agreed.marketing !== undefined && agreed.it !== undefined;
}

/** Words are compared without case, accents, dots and spaces: "A.S.A.P." is "asap". */
export function foldedWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The term of this word or synonym. */
export function termOf(terms: readonly Term[], typed: string): Term | null {
  const folded = foldedWord(typed);
  const is = (word: string) => foldedWord(word) === folded;
  return terms.find(({ word }) => is(word)) ?? terms.find(({ synonyms }) => synonyms.some(is)) ?? null;
}

/** Terms that speak of it anywhere. */
export function termsAbout(terms: readonly Term[], typed: string): Term[] {
  const sought = typed.trim().toLowerCase();
  return terms.filter(({ word, synonyms, marketing, it }) =>
    [word, ...synonyms, marketing, it].some((text) => text.toLowerCase().includes(sought)),
  );
}
