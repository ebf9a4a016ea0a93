import { categories } from './category.ts';
import type { Tool } from './tool.ts';

/** Words that say nothing about what a tool does; they would join everything with everything. */
const empty = new Set(
  [
    'a an and any are as at be by can do does for from has have in into is it its my of on one or our own that',
    'the their them this to tool tools app apps platform software solution system service use used using via we',
    'what which who with without your you already else same something need needs new all other both per also',
  ].flatMap((line) => line.split(' ')),
);

/**
 * The words of a text, folded so that "Newsletters" finds "newsletter" on every engine: no case, no accents, no plural.
 * In the order of the text, each once.
 */
export function wordsIn(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !empty.has(word)).map(singular))];
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** What a tool is found by, with how much each word weighs: its name first, then what it is for. */
export function searchWords(tool: Tool): Map<string, number> {
  const { name, words } = categories[tool.category];
  const parts: [text: string | null, weight: number][] = [
    [tool.name, 8],
    [tool.vendor, 4],
    [name, 3],
    [tool.purpose, 2],
    [words, 1],
    [tool.agency, 1],
  ];
  const weights = new Map<string, number>();
  for (const [text, weight] of parts) {
    for (const word of wordsIn(text ?? '')) weights.set(word, Math.max(weight, weights.get(word) ?? 0));
  }
  return weights;
}

/** What somebody looks for; more words than this are a story, not a search. */
export function termsOf(typed: string): string[] {
  return wordsIn(typed).slice(0, 8);
}
