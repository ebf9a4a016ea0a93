import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { Details } from '../../domain/intake/details.ts';
import type { Launch } from '../../domain/roadmap/launch.ts';
import type { LocalDate } from '../../domain/time.ts';
import { input } from '../kit/blocks.ts';
import { dayFromOrNone, type Fields, optional, required } from '../kit/fields.ts';
import { dateInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { launchInput } from './launch-field.ts';
import { dateQuestions, moreSchema, textIn } from './questions.ts';

/** The first questions, which sending and editing a request have in common. Block_ids name what they ask for. */
export function questions(
  typed: Fields,
  { dated, tells, launches }: { dated: boolean; tells?: string; launches: readonly Launch[] },
): InputBlock[] {
  return [
    input('title', 'What do you need?', textInput({ most: ours.title, initial: textIn(typed, 'title') })),
    input(
      'outcome',
      'What should it achieve?',
      textInput({ multiline: true, initial: textIn(typed, 'outcome') }),
      {
        optional: true,
        hint: 'Leave it empty if you don’t know yet. IT sees it as an open question.',
      },
    ),
    input('needed', 'Needed by', dateInput(textIn(typed, 'needed')), {
      optional: true,
      hint: 'Leave it empty if you don’t know yet.',
      ...(tells && { tells }),
    }),
    ...launchInput(launches, textIn(typed, 'launch')),
    ...(dated ? dateQuestions(typed) : []),
    input(
      'link',
      'A link that helps',
      textInput({ most: 1000, initial: textIn(typed, 'link'), placeholder: 'https://' }),
      { optional: true },
    ),
  ];
}

/** `before`: the dates that stood there, which may stay even if they have passed. */
export function answersSchema(
  today: LocalDate,
  before: { needed: LocalDate | null; details?: Details | undefined } = { needed: null },
) {
  return z.object({
    title: required('Please say in a few words what you need.', ours.title),
    outcome: optional(),
    needed: dayFromOrNone(today, before.needed),
    launch: optional(200),
    link: optional(1000),
    ...moreSchema(today, before.details),
  });
}
