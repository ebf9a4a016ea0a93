import { z } from 'zod';
import { detailsSchema } from '../intake/details.ts';

/** What somebody asked for, in their own words. Kept as a body; null where they did not know yet. */
export const briefSchema = z.object({
  title: z.string(),
  outcome: z.string().nullable(),
  link: z.string().nullable(),
  /** The id of the tool of the stack that it is about; its name stands in the details. Absent if it is in no stack. */
  tool: z.string().optional(),
  /** Absent in what was asked before details were. */
  details: detailsSchema.optional(),
});

export type Brief = z.infer<typeof briefSchema>;

/** An alternative that IT proposed: what instead, what it costs and what it saves. */
export const alternativeSchema = z.object({ instead: z.string(), why: z.string().nullable() });

export type Alternative = z.infer<typeof alternativeSchema>;
