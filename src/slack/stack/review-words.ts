import type { Review, ReviewVerdict } from '../../domain/stack/review.ts';
import type { ReviewView } from '../../usecases/stack/reviews.ts';
import { day, moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';

export const reviewsInWords: Record<ReviewVerdict, string> = {
  keep: 'keep it',
  conditions: 'keep it, with conditions',
  unwind: 'unwind it',
};

/** One sentence on where a look at a tool stands, or what came of it. */
export function reviewInWords({ result, dueAt }: Review, owner: ReviewView['owner']): string {
  if (!result) {
    return `${owner ? mention(owner) : 'IT’s lead'} looks at it, ${moment(dueAt, 'by')}.`;
  }
  const { verdict, by, at, until, words } = result;
  const when = until ? ` by ${day(until)}` : '';
  const what = words ? `: “${inline(words, ours.title)}”` : '';
  return `${mention(by)} · ${reviewsInWords[verdict]}${when}${what} · ${moment(at)}`;
}
