import { searchTerms } from './search-terms.ts';

/** Words that tell one wish from another only a little, because so many have them. */
const common = new Set(
  'tool page website form campaign list data team landing online system customer market'.split(' '),
);
const weightOfCommon = 0.5;

/** From here on two wishes are shown as alike. Tuned on one half of a labelled set, see `npm run bench -- alike`. */
const alikeFrom = 0.6;

/**
 * How alike two wishes are, from 0 to 1: the share of their words that both have, where rare words count more. Order,
 * inflection and usual other words for the same thing do not count.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(searchTerms(a)), new Set(searchTerms(b))];
  const shared = weightOf([...left].filter((term) => right.has(term)));
  const all = weightOf(left) + weightOf(right);
  return all === 0 ? 0 : (2 * shared) / all;
}

export function areAlike(a: string, b: string): boolean {
  return likeness(a, b) >= alikeFrom;
}

function weightOf(terms: Iterable<string>): number {
  let weight = 0;
  for (const term of terms) weight += common.has(term) ? weightOfCommon : 1;
  return weight;
}
