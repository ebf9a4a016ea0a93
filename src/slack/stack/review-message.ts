import type { ReviewMatter } from '../../domain/stack/review.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { Told } from '../../usecases/saying/outbox.ts';
import { type ReviewView, seeReview } from '../../usecases/stack/reviews.ts';
import type { Message } from '../conversation.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { day, moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { reviewInWords } from './review-words.ts';

/** What is told about a tool that was bought first; null where that is over by now. */
export async function reviewMessage(
  desk: Desk,
  { request, matter }: Extract<Told, { topic: 'review' }>,
): Promise<Message | null> {
  const view = await seeReview(desk, desk.store, request);
  if (!view || (view.review.result === null) === (matter === 'until')) return null;
  const text = headline(matter, view);
  const { tool, review, owner } = view;
  return {
    text,
    blocks: [
      section(text),
      ...(tool.purpose ? [context(inline(tool.purpose, ours.title))] : []),
      ...(matter === 'begun' ? [] : [context(reviewInWords(review, owner))]),
      ...actions([
        ...(review.result
          ? []
          : [button('Say what becomes of it…', 'review.end', request, { style: 'primary' })]),
        button('Show the tool', 'stack.show', tool.id),
        button('Show the request', 'request.show', request),
      ]),
    ],
  };
}

function headline(matter: ReviewMatter, { tool, review }: ReviewView): string {
  const name = inline(tool.name, ours.name);
  switch (matter) {
    case 'begun':
      return `*${name}* is in use, and now in the stack. Please look at who signs in, which data goes in and what it costs, ${moment(review.dueAt, 'by')}: keep it, keep it with conditions, or unwind it.`;
    case 'late':
      return `The look at *${name}* was ${moment(review.dueAt, 'due')} and is still open.`;
    case 'until': {
      const { until, verdict } = review.result ?? {};
      const date = until ? day(until) : 'today';
      return verdict === 'unwind'
        ? `*${name}* was to be gone by ${date}. If it is, please set it to “no longer in use”.`
        : `*${name}* is kept on conditions that were to hold by ${date}. Do they?`;
    }
  }
}
