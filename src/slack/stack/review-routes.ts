import { z } from 'zod';
import { reviewVerdicts } from '../../domain/stack/review.ts';
import { endReview, type ReviewView, seeReview } from '../../usecases/stack/reviews.ts';
import { todayOf } from '../../usecases/today.ts';
import type { ActionHandler, Modal, Routes, SubmissionHandler } from '../conversation.ts';
import { actions, button, context, input, section } from '../kit/blocks.ts';
import { inline } from '../kit/escape.ts';
import { dayFromOrNone, fieldsOf, oneOf, optional, parseFields } from '../kit/fields.ts';
import { dateInput, radioInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { formModal, readingModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { reviewInWords, reviewsInWords } from './review-words.ts';

/** The button of a review; its value is the request that registered the tool. */
const open: ActionHandler = async ({ desk, value }) => {
  const view = await seeReview(desk, desk.store, value ?? '');
  if (!view) return tell(sentenceFor({ code: 'no-such-tool' }, null));
  const { result } = view.review;
  if (result) return tell(sentenceFor({ code: 'reviewed-already', by: result.by }, null));
  return { kind: 'open', modal: reviewForm(view) };
};

function reviewForm({ tool, review, owner }: ReviewView): Modal {
  return formModal({
    callback: 'review.end',
    title: 'What becomes of it',
    submit: 'Say so',
    metadata: review.request,
    blocks: [
      section(`*${inline(tool.name, ours.name)}*`),
      context(reviewInWords(review, owner)),
      input(
        'verdict',
        'What becomes of it?',
        radioInput(reviewVerdicts.map((value) => ({ value, text: sentenceCase(reviewsInWords[value]) }))),
      ),
      input('until', 'By when?', dateInput(), {
        optional: true,
        hint: 'The day by which the conditions hold, or by which it is gone. Not needed to keep it.',
      }),
      input('words', 'Under which conditions, or why?', textInput({ multiline: true, most: 200 }), {
        optional: true,
        hint: 'Both sides read it with the tool.',
      }),
    ],
  });
}

const submit: SubmissionHandler = async ({ desk, person, cause, metadata: request, values }) => {
  const today = await todayOf(desk, person);
  const schema = z.object({
    verdict: oneOf(reviewVerdicts, 'Please pick one.'),
    until: dayFromOrNone(today),
    words: optional(200),
  });
  const parsed = parseFields(schema, fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const { verdict, until, words } = parsed.value;
  const isPlain = verdict === 'keep';
  if (!isPlain && until === null) return { kind: 'errors', errors: { until: 'Please pick the day.' } };
  if (verdict === 'conditions' && words === null) {
    return { kind: 'errors', errors: { words: 'Please say under which conditions.' } };
  }
  const outcome = await endReview(desk, {
    ...{ person, cause, request, verdict, words },
    until: isPlain ? null : until,
  });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const view = await seeReview(desk, desk.store, request);
  if (!view) return tell(sentenceFor({ code: 'no-such-tool' }, null));
  const { tool, review, owner } = view;
  return {
    kind: 'update',
    modal: readingModal('What becomes of it', [
      section(`*${inline(tool.name, ours.name)}* · ${reviewInWords(review, owner)}`),
      ...actions([button('Show the tool', 'stack.show', tool.id)]),
    ]),
  };
};

/** A tool that was bought first: the look at it, and what comes of that. */
export const reviewRoutes = {
  actions: { 'review.end': open },
  submissions: { 'review.end': submit },
} satisfies Routes;
