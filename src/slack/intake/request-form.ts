import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { type Degree, degrees } from '../../domain/request/priority.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { WrittenCriterion } from '../../usecases/intent.ts';
import { criteriaInputs } from '../agreement/terms.ts';
import { input } from '../kit/blocks.ts';
import { dayFromOrNone, optional, required } from '../kit/fields.ts';
import { dateInput, selectInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { impactInWords, urgencyInWords } from '../wording/plain-words.ts';

/** The questions that sending and editing a request have in common. Block_ids name what they ask for. */

export interface Answers {
  title: string | null;
  outcome: string | null;
  neededBy: LocalDate | null;
  link: string | null;
}

export function questions({ title, outcome, neededBy, link }: Answers): InputBlock[] {
  return [
    input('title', 'What do you need?', textInput({ most: ours.title, initial: title })),
    input('outcome', 'What should it achieve?', textInput({ multiline: true, initial: outcome }), {
      optional: true,
      hint: 'Leave it empty if you don’t know yet. IT sees it as an open question.',
    }),
    input('needed', 'Needed by', dateInput(neededBy), {
      optional: true,
      hint: 'Leave it empty if you don’t know yet.',
    }),
    input('link', 'A link that helps', textInput({ most: 1000, initial: link, placeholder: 'https://' }), {
      optional: true,
    }),
  ];
}

export interface MoreAnswers {
  impact: string | null;
  urgency: string | null;
  own: readonly WrittenCriterion[];
}

export function moreQuestions({ impact, urgency, own }: MoreAnswers): InputBlock[] {
  const choices = (words: Record<Degree, string>) =>
    degrees.map((degree) => ({ value: String(degree), text: words[degree] }));
  return [
    input('impact', 'How much depends on it?', selectInput(choices(impactInWords), impact ?? middle)),
    input('urgency', 'How soon?', selectInput(choices(urgencyInWords), urgency ?? middle)),
    ...criteriaInputs('marketing', 'What else must be true when it is done?', own),
  ];
}

const middle = '2';
const degree = z
  .enum(['1', '2', '3'], { error: 'Please pick one.' })
  .nullish()
  .transform((value): Degree => (value === '1' ? 1 : value === '3' ? 3 : 2));

/** `before`: the date that stood there, which may stay even if it has passed. */
export function answersSchema(today: LocalDate, before: LocalDate | null = null) {
  return z.object({
    title: required('Please say in a few words what you need.', ours.title),
    outcome: optional(),
    needed: dayFromOrNone(today, before),
    link: optional(1000),
    impact: degree,
    urgency: degree,
  });
}
