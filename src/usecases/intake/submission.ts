import { z } from 'zod';
import { evidenceKinds } from '../../domain/agreement/definition-of-done.ts';
import { sides } from '../../domain/person.ts';
import { briefSchema } from '../../domain/request/brief.ts';
import { givenFileSchema } from '../../domain/request/given-file.ts';
import { requestKinds } from '../../domain/request/kind.ts';
import { degrees } from '../../domain/request/priority.ts';
import { personField } from '../../domain/settings/person-field.ts';
import { pickedLaunchSchema } from '../roadmap/launch-of.ts';

const writtenCriterion = z.object({
  text: z.string(),
  side: z.enum(sides),
  required: z.boolean(),
  evidence: z.enum(evidenceKinds).optional(),
});

/** Everything that a new request is made of; it can wait in the database until it is made. */
export const submissionSchema = z.strictObject({
  author: personField,
  requester: personField,
  kind: z.enum(requestKinds),
  headsUp: z.boolean(),
  brief: briefSchema,
  impact: z.literal(degrees),
  urgency: z.literal(degrees),
  neededBy: z.iso.date().nullable(),
  own: z.array(writtenCriterion),
  /** Stands for the kind's usual criteria, where an earlier definition of done is taken over. */
  given: z.array(writtenCriterion).readonly().nullish(),
  /** Who else is kept informed. */
  informed: z.array(personField).readonly().optional(),
  files: z.array(givenFileSchema).readonly().optional(),
  /** The launch that it is for. */
  launch: pickedLaunchSchema.optional(),
  /** It was open elsewhere before, where this person had it. */
  brought: z.object({ assignee: personField.nullable() }).optional(),
  /** The name of its author's draft that becomes it. */
  draft: z.string().nullish(),
  /** The delivery that carried it: the same one again makes no second request. */
  cause: z.string(),
  /** When it was sent, in epoch milliseconds; absent if that is now. */
  at: z.int().optional(),
});

export type Submission = z.infer<typeof submissionSchema>;
