import { z } from 'zod';

/** What somebody adds to the questions of a kind of request; asked as it is worded here. */
export const extraQuestionSchema = z
  .strictObject({
    /** Names it in the window and in drafts. Two kinds may ask the same question under one name. */
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be made of small letters, digits and hyphens'),
    label: z.string().trim().min(1).max(150),
    type: z.enum(['text', 'date', 'choice']),
    /** Of a choice: what can be picked. */
    choices: z.array(z.string().trim().min(1).max(75)).max(20).default([]),
    required: z.boolean().default(false),
  })
  .refine(
    ({ type, choices }) => (type === 'choice' ? choices.length >= 2 : choices.length === 0),
    'must name two choices or more if it is a choice, and none otherwise',
  )
  .refine(({ choices }) => new Set(choices).size === choices.length, 'must name each choice once');

export type ExtraQuestion = z.infer<typeof extraQuestionSchema>;

/** An answer with the question as it was put, because its wording may change. A date is `YYYY-MM-DD`. */
export const extraAnswerSchema = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(['text', 'date', 'choice']),
  answer: z.string(),
});

export type ExtraAnswer = z.infer<typeof extraAnswerSchema>;
