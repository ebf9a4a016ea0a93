import { z } from 'zod';
import { requestKinds } from '../request/kind.ts';

export const targetSchema = z.strictObject({
  amount: z.number().positive().max(1000),
  unit: z.enum(['minutes', 'hours', 'days']),
});

/** The clocks whose target is a fixed budget; delivery runs to the agreed date. */
export const budgetedClocks = [
  'first-response',
  'decision',
  'answer',
  'agreement',
  'ruling',
  'acceptance',
  'check',
] as const;

export type BudgetedClock = (typeof budgetedClocks)[number];

/** Three working days to look into something that one did not ask for oneself. */
export const defaultCheckTarget = { amount: 3, unit: 'days' } as const;

export const targetsSchema = z.strictObject({
  'first-response': targetSchema,
  decision: targetSchema,
  answer: targetSchema,
  agreement: targetSchema,
  ruling: targetSchema,
  acceptance: targetSchema,
  check: targetSchema.default(defaultCheckTarget),
} satisfies Record<BudgetedClock, z.ZodType>);

/** Other targets for some requests, by kind, by priority or by both; without either it is for all. */
export const exceptionSchema = z.strictObject({
  kind: z.enum(requestKinds).optional(),
  priority: z.literal([1, 2, 3, 4]).optional(),
  targets: z.partialRecord(z.enum(budgetedClocks), targetSchema),
});

type Exception = z.infer<typeof exceptionSchema>;

/** What cannot wait is faster on both sides; what can wait is not hurried. */
export const defaultExceptions: readonly Exception[] = [
  {
    priority: 1,
    targets: {
      'first-response': { amount: 1, unit: 'hours' },
      decision: { amount: 4, unit: 'hours' },
      answer: { amount: 4, unit: 'hours' },
      agreement: { amount: 4, unit: 'hours' },
      ruling: { amount: 4, unit: 'hours' },
      acceptance: { amount: 1, unit: 'days' },
      check: { amount: 1, unit: 'days' },
    },
  },
  {
    kind: 'broken',
    targets: {
      'first-response': { amount: 2, unit: 'hours' },
      decision: { amount: 1, unit: 'days' },
      acceptance: { amount: 2, unit: 'days' },
    },
  },
  {
    priority: 4,
    targets: { 'first-response': { amount: 1, unit: 'days' }, decision: { amount: 4, unit: 'days' } },
  },
];
