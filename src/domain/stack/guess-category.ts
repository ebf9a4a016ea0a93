import { type Category, categories, categoryIds } from './category.ts';
import { wordsIn } from './words.ts';

/** The category whose words a text has most of; `other` where none stands out. Somebody may always say better. */
export function guessCategory(text: string): Category {
  const words = new Set(wordsIn(text));
  const [best, second] = categoryIds
    .map((id) => ({
      id,
      shared: wordsIn(`${categories[id].name} ${categories[id].words}`).filter((word) => words.has(word))
        .length,
    }))
    .sort((a, b) => b.shared - a.shared);
  return best && best.shared > (second?.shared ?? 0) ? best.id : 'other';
}
