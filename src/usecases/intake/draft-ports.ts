import { z } from 'zod';
import type { PersonId } from '../../domain/person.ts';
import type { Instant } from '../../domain/time.ts';

/** What somebody began to ask for and did not send. */
export const draftSchema = z.object({
  /** What the window held, by the names of its fields. */
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
  /** The closed request that it asks for again. */
  again: z.string().nullable(),
  /** Names it: the cause under which its window would have been sent. Once that was handled, it is no draft any more. */
  cause: z.string(),
  keptAt: z.int(),
});

export type Draft = z.infer<typeof draftSchema>;

export interface DraftReading {
  /** Newest first. */
  drafts(person: PersonId, limit: number): Promise<Draft[]>;
}

export interface DraftWriting {
  /** In the place of what was kept under its cause before. */
  keepDraft(workspace: string, person: PersonId, draft: Draft): Promise<void>;
  dropDraft(person: PersonId, cause: string): Promise<void>;
  dropDraftsBefore(workspace: string, instant: Instant): Promise<void>;
}
