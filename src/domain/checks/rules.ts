import { z } from 'zod';
import { dataClasses as askedData, type Details } from '../intake/details.ts';
import { type RequestKind, requestKinds } from '../request/kind.ts';
import { personField } from '../settings/person-field.ts';
import { type DataClass, dataClasses } from '../stack/tool.ts';
import { checkBarriers } from './check.ts';

/** Answers of the intake whose being there at all makes a check necessary. */
const askedAbout = ['vendor', 'systems', 'cost', 'contract'] as const;

/** Fits a request for which everything that it names is true. */
const condition = z.strictObject({
  kinds: z.array(z.enum(requestKinds)).min(1).optional(),
  /** Any of these kinds of data, as the request says. */
  data: z.array(z.enum(askedData)).min(1).optional(),
  /** Any of these, as the stack says of the tool that the request names. */
  toolData: z.array(z.enum(dataClasses)).min(1).optional(),
  /** Any of these questions was answered. */
  answered: z.array(z.enum(askedAbout)).min(1).optional(),
});

const question = z.strictObject({
  id: z.string().min(1).max(40),
  text: z.string().trim().min(1).max(150),
});

/** When a check is needed, who decides about it, and what they have to know. */
export const checkRule = z.strictObject({
  /** As it reads before the word "check". */
  name: z.string().trim().min(1).max(40),
  /** Needed if any of these fits; with none, IT asks for it by hand. */
  when: z.array(condition).max(20),
  /** Nobody, and no group: whoever the set-up names for it, else IT's lead. */
  owners: z.array(personField).max(10).default([]),
  /** Or the members of this user group, as they are when the check is asked for. */
  group: z
    .string()
    .regex(/^S[A-Z0-9]{2,}$/, 'must be a user group id such as S0123ABCD')
    .nullable()
    .default(null),
  needs: z.enum(['any', 'all']).default('any'),
  /** Nobody: IT's lead. */
  standIn: personField.nullable().default(null),
  blocks: z.enum(checkBarriers).default('accepting'),
  questions: z
    .array(question)
    .max(8)
    .refine(
      (asked) => new Set(asked.map(({ id }) => id)).size === asked.length,
      'must give each question an id of its own',
    )
    .default([]),
});

export type CheckRule = z.infer<typeof checkRule>;

export const checkRules = z
  .array(checkRule)
  .max(12)
  .refine(
    (rules) => new Set(rules.map(({ name }) => name.toLowerCase())).size === rules.length,
    'must name each check once',
  );

/** What is known of a request when its checks are looked for. */
export interface CheckFacts {
  kind: RequestKind;
  details: Details | undefined;
  /** What the tool that it names holds; empty where none is named or known. */
  toolData: readonly DataClass[];
}

export function rulesFor(facts: CheckFacts, rules: readonly CheckRule[]): CheckRule[] {
  return rules.filter(({ when }) => when.some((each) => fits(each, facts)));
}

/** Whether anything depends on what the named tool holds. */
export function asksForTool(rules: readonly CheckRule[]): boolean {
  return rules.some(({ when }) => when.some(({ toolData }) => toolData !== undefined));
}

function fits(
  { kinds, data, toolData, answered }: z.infer<typeof condition>,
  { kind, details = {}, toolData: held }: CheckFacts,
): boolean {
  return (
    (kinds?.includes(kind) ?? true) &&
    (data?.some((each) => details.data?.includes(each)) ?? true) &&
    (toolData?.some((each) => held.includes(each)) ?? true) &&
    (answered?.some((each) => details[each] !== undefined) ?? true)
  );
}

/** Good enough for the first day. */
export const defaultCheckRules: readonly CheckRule[] = [
  {
    name: 'security',
    when: [{ kinds: ['tool'] }, { data: ['payment', 'sensitive'] }, { toolData: ['payment', 'special'] }],
    ...{ owners: [], group: null, needs: 'any', standIn: null, blocks: 'accepting' },
    questions: [
      { id: 'sign-on', text: 'Can people sign in with their company account (single sign-on)?' },
      { id: 'agreement', text: 'Is there a data processing agreement, and who has signed it?' },
      { id: 'region', text: 'In which country or region is the data kept?' },
      { id: 'breach', text: 'How soon does the vendor tell us of a breach?' },
      { id: 'exit', text: 'How do we get everything out if we leave?' },
    ],
  },
  {
    name: 'privacy',
    when: [
      { data: ['customers', 'staff', 'sensitive'] },
      { toolData: ['behaviour', 'contact', 'payment', 'special'] },
    ],
    ...{ owners: [], group: null, needs: 'any', standIn: null, blocks: 'accepting' },
    questions: [
      { id: 'purpose', text: 'What is the data used for, and on which ground (consent, contract)?' },
      { id: 'who', text: 'Who can see it, inside and outside?' },
      { id: 'until', text: 'When is it deleted?' },
    ],
  },
  {
    name: 'integration',
    when: [{ kinds: ['tool', 'data'], answered: ['systems'] }],
    ...{ owners: [], group: null, needs: 'any', standIn: null, blocks: 'closing' },
    questions: [
      { id: 'way', text: 'Which way does the data go, and how often?' },
      { id: 'failure', text: 'What happens when the other system does not answer?' },
    ],
  },
  {
    name: 'budget',
    when: [{ answered: ['cost'] }],
    ...{ owners: [], group: null, needs: 'any', standIn: null, blocks: 'accepting' },
    questions: [
      { id: 'budget', text: 'Which budget pays for it?' },
      { id: 'renewal', text: 'What does it cost from the second year on?' },
    ],
  },
];
