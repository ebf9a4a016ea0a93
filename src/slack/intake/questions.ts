import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import {
  contractStates,
  costPeriods,
  type Details,
  dataClasses,
  dateFirmness,
  degreesAsked,
  detailsSchema,
  hurryChoices,
  whereWithTool,
} from '../../domain/intake/details.ts';
import type { Topic } from '../../domain/intake/topics.ts';
import { type Degree, degrees } from '../../domain/request/priority.ts';
import type { LocalDate } from '../../domain/time.ts';
import { criteriaInputs, writtenCriteria } from '../agreement/terms.ts';
import { input } from '../kit/blocks.ts';
import { dayFromOrNone, type Fields, optional } from '../kit/fields.ts';
import {
  boxesInput,
  type Choice,
  dateInput,
  peopleInput,
  personInput,
  radioInput,
  selectInput,
  textInput,
} from '../kit/inputs.ts';
import { inWords } from '../wording/details.ts';
import { impactInWords, urgencyInWords } from '../wording/plain-words.ts';
import { typedExtra } from './extra-questions.ts';
import { toolInput } from './tool-field.ts';

/** The inputs behind "more", by topic. Their block_ids are the names of the details they ask for. */

const short = 300;
const mayStayOpen = { optional: true };

/** What both are until somebody says otherwise. */
const notKnown: Choice = { value: 'open', text: 'I don’t know yet' };

/** `tells`: the window is drawn anew when an answer changes what is promised. */
export const questionsAbout: Record<Topic, (typed: Fields, tells?: 'tells') => InputBlock[]> = {
  impact: (typed, tells) => [
    input(
      'impact',
      'How much depends on it?',
      selectInput(degreesAs(impactInWords), textIn(typed, 'impact') ?? notKnown.value),
      tells && { tells: 'intake.impact' },
    ),
    input(
      'urgency',
      'How soon?',
      selectInput(degreesAs(urgencyInWords), textIn(typed, 'urgency') ?? notKnown.value),
      tells && { tells: 'intake.urgency' },
    ),
  ],
  success: (typed) => [
    text('measure', 'How will you know it worked?', typed, 'For example: sign-ups a week'),
    text('baseline', 'Where does that stand today?', typed, 'For example: 40 a week'),
    input('lookOn', 'When will you look?', dateInput(textIn(typed, 'lookOn')), mayStayOpen),
  ],
  tool: (typed) => [
    input('tool', 'Which tool is it about?', toolInput(textIn(typed, 'tool')), {
      optional: true,
      hint: 'One of the stack, or whatever you type.',
    }),
  ],
  data: (typed) => [
    input(
      'data',
      'Which data does it touch?',
      boxesInput(choicesOf('data', dataClasses), listIn(typed, 'data')),
      mayStayOpen,
    ),
  ],
  systems: (typed) => [
    text('systems', 'Which systems must it work with?', typed, 'For example: CRM, web shop'),
  ],
  vendor: (typed) => [
    text('vendor', 'Which vendor or agency is part of it?', typed),
    text('ownership', 'Who will own the code and the data they make?', typed),
  ],
  contract: (typed) => [
    input(
      'contract',
      'Is there a contract?',
      selectInput(choicesOf('contract', contractStates), textIn(typed, 'contract')),
      mayStayOpen,
    ),
  ],
  cost: (typed) => [
    text('cost', 'What does it cost?', typed, 'For example: 12,000 EUR'),
    input(
      'costPeriod',
      'How often is that paid?',
      selectInput(choicesOf('costPeriod', costPeriods), textIn(typed, 'costPeriod')),
      mayStayOpen,
    ),
  ],
  criteria: (typed) => {
    const own = writtenCriteria(typed, 'marketing');
    const kept = own.ok ? own.value : [];
    return criteriaInputs('marketing', 'What else must be true when it is done?', kept);
  },
  people: (typed) => [
    input('requester', 'Who is it for?', personInput(textIn(typed, 'requester')), {
      optional: true,
      hint: 'Leave it empty if it is for you. You both get the card.',
    }),
    input('informed', 'Who should be kept informed?', peopleInput(listIn(typed, 'informed')), {
      optional: true,
      hint: 'They get the card, too, and can only read it.',
    }),
  ],
};

/** Whether something was typed about a topic: then its inputs stay, whatever the kind. */
export function isTouched(topic: Topic, typed: Fields): boolean {
  return questionsAbout[topic]({}).some(({ block_id: id = '' }) => {
    const held = typed[id];
    return Array.isArray(held) ? held.length > 0 : typeof held === 'string';
  });
}

/** What belongs to a date: what happens on it, and whether it can move. */
export function dateQuestions(typed: Fields): InputBlock[] {
  return [
    text('onTheDay', 'What happens on that day?', typed, 'For example: the webinar starts'),
    input(
      'firmness',
      'Can the date move?',
      radioInput(choicesOf('firmness', dateFirmness), textIn(typed, 'firmness')),
      mayStayOpen,
    ),
  ];
}

/** One question that tells a look around, a wish and a purchase apart. */
export function toolQuestions(typed: Fields): InputBlock[] {
  const where = textIn(typed, 'where') ?? 'want';
  return [
    input('where', 'Where are you with it?', radioInput(choicesOf('where', whereWithTool), where), {
      tells: 'intake.where',
    }),
    ...(where === 'looking'
      ? [
          input(
            'vendorCall',
            'When is your next call with the vendor?',
            dateInput(textIn(typed, 'vendorCall')),
            {
              optional: true,
              hint: 'Someone from IT can join.',
            },
          ),
        ]
      : []),
  ];
}

const degree = z
  .enum(['1', '2', '3', notKnown.value], { error: 'Please pick one.' })
  .nullish()
  .transform((value) => degreeOf(value ?? null));

/** The middle stands in for what nobody knows yet. */
export function degreeOf(value: string | null): Degree {
  return value === '1' ? 1 : value === '3' ? 3 : 2;
}

/** Whether one of the two was answered. */
export function isKnown(value: string | null): boolean {
  return value !== null && value !== notKnown.value;
}

/** Which of the two were asked and are not known yet. */
export function unsureIn(fields: Fields): Details['unsure'] {
  return degreesAsked.filter((id) => fields[id] === notKnown.value);
}

/** What a window holds of both: the middle where that only stands in. */
export function typedDegrees(
  degrees: Record<(typeof degreesAsked)[number], Degree>,
  unsure: Details['unsure'] = [],
): Fields {
  const held = (id: (typeof degreesAsked)[number]) =>
    unsure.includes(id) ? notKnown.value : String(degrees[id]);
  return { impact: held('impact'), urgency: held('urgency') };
}

const pick = { error: 'Please pick one.' };

/** What each input may hold. A date that stood there `before` may stay, even if it has passed. */
export function moreSchema(today: LocalDate, before: Details = {}) {
  return {
    impact: degree,
    urgency: degree,
    where: z.enum(whereWithTool, pick).nullish(),
    vendorCall: dayFromOrNone(today, before.vendorCall),
    onTheDay: optional(short),
    firmness: z.enum(dateFirmness, pick).nullish(),
    measure: optional(short),
    baseline: optional(short),
    lookOn: dayFromOrNone(today, before.lookOn),
    tool: optional(short),
    data: z.array(z.enum(dataClasses, pick), pick).nullish(),
    systems: optional(short),
    vendor: optional(short),
    ownership: optional(short),
    contract: z.enum(contractStates, pick).nullish(),
    cost: optional(short),
    costPeriod: z.enum(costPeriods, pick).nullish(),
    hurryChoice: z.enum(hurryChoices, pick).nullish(),
    whyNot: optional(short),
  };
}

/** The details among parsed answers; what was left open is absent. */
export function detailsIn(answers: Record<string, unknown>): Details {
  const known = Object.entries(answers).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return detailsSchema.parse(Object.fromEntries(known));
}

/** What a window would hold if these details had been typed into it. */
export function typedDetails(details: Details): Fields {
  const { extra, ...named } = details;
  const held = Object.fromEntries(Object.entries(named).map(([id, value]) => [id, value ?? null]));
  return { ...held, ...typedExtra(extra) };
}

function text(id: keyof Details, label: string, typed: Fields, placeholder?: string): InputBlock {
  const element = textInput({ most: short, initial: textIn(typed, id), ...(placeholder && { placeholder }) });
  return input(id, label, element, mayStayOpen);
}

function choicesOf<Value extends string>(
  id: keyof typeof inWords & keyof Details,
  values: readonly Value[],
): Choice[] {
  const words: Record<string, Omit<Choice, 'value'>> = inWords[id];
  return values.map((value) => ({ value, text: value, ...words[value] }));
}

function degreesAs(words: Record<Degree, string>): Choice[] {
  return [...degrees.map((each) => ({ value: String(each), text: words[each] })), notKnown];
}

export function textIn(fields: Fields, id: string): string | null {
  const held = fields[id];
  return typeof held === 'string' ? held : null;
}

export function listIn(fields: Fields, id: string): string[] {
  const held = fields[id];
  return Array.isArray(held) ? held : [];
}
