import { z } from 'zod';
import { extraAnswerSchema } from './extra-question.ts';

/** Where marketing is with a tool: it decides whether anything is asked of IT yet. */
export const whereWithTool = ['looking', 'want', 'bought'] as const;

export const dataClasses = ['none', 'customers', 'payment', 'staff', 'sensitive'] as const;
export const contractStates = ['none', 'free', 'offer', 'signed'] as const;
export const costPeriods = ['once', 'month', 'year'] as const;
export const degreesAsked = ['impact', 'urgency'] as const;
/** What is to become of a tool that the company has. */
export const wishes = ['shrink', 'retire'] as const;
export const dateFirmness = ['fixed', 'movable'] as const;

/** What a word such as "ASAP" was agreed to mean, by whoever used it. */
export const hurryChoices = ['usual', 'week-end', 'day'] as const;

/**
 * What is known of a request beyond its title, outcome and link. Whatever is absent was not known yet. Days are
 * `YYYY-MM-DD`.
 */
export const detailsSchema = z.object({
  where: z.enum(whereWithTool).optional(),
  /** The next call with the vendor, while marketing is just looking. */
  vendorCall: z.iso.date().optional(),
  /** What happens on the day by which it is needed. */
  onTheDay: z.string().optional(),
  firmness: z.enum(dateFirmness).optional(),
  /** What priority is reckoned from, where the answer was "I don't know yet" and the middle stands in for it. */
  unsure: z.array(z.enum(degreesAsked)).optional(),
  measure: z.string().optional(),
  baseline: z.string().optional(),
  lookOn: z.iso.date().optional(),
  tool: z.string().optional(),
  data: z.array(z.enum(dataClasses)).optional(),
  systems: z.string().optional(),
  vendor: z.string().optional(),
  /** Who will own code and data that somebody outside makes. */
  ownership: z.string().optional(),
  contract: z.enum(contractStates).optional(),
  cost: z.string().optional(),
  costPeriod: z.enum(costPeriods).optional(),
  /** The names of tools that the company has and that do this, as shown before it was sent, and what speaks against them. */
  owned: z.string().optional(),
  whyNot: z.string().optional(),
  /** What the kind asks beyond all this, as the settings had it. */
  extra: z.array(extraAnswerSchema).optional(),
  /** The words that were met with what they mean here, as typed, and what was chosen. */
  hurry: z.string().optional(),
  hurryChoice: z.enum(hurryChoices).optional(),
  /** Set by the button in the tool's window. */
  wish: z.enum(wishes).optional(),
  /** What it was called where it came from. */
  broughtFrom: z.string().optional(),
});

export type Details = z.infer<typeof detailsSchema>;
export type Detail = keyof Details;

const passing: ReadonlySet<string> = new Set<Detail>([
  'hurry',
  'hurryChoice',
  'lookOn',
  'vendorCall',
  'owned',
  'whyNot',
]);

/** What still holds when the same is asked for again some day. */
export function lastingDetails(details: Details): Details {
  return Object.fromEntries(Object.entries(details).filter(([detail]) => !passing.has(detail)));
}
