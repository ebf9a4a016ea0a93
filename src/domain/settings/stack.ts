import { z } from 'zod';
import { targetSchema } from './targets.ts';

export const defaultStack = { review: { amount: 20, unit: 'days' as const }, forgivenDays: 90 };

/** How the stack is looked after. */
export const stackSchema = z
  .strictObject({
    /** In what time a tool that was bought first is looked at, in IT's working hours. */
    review: targetSchema,
    /** How many days after the installation a purchase counts against nobody. */
    forgivenDays: z.int().min(0).max(1000),
  })
  .default(defaultStack);
