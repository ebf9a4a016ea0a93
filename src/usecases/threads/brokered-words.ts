import { z } from 'zod';
import type { PersonId } from '../../domain/person.ts';
import { givenFileSchema } from '../../domain/request/given-file.ts';
import type { Instant } from '../../domain/time.ts';

const place = { channel: z.string(), ts: z.string() };
const files = z.array(givenFileSchema).readonly();

/** How words were on their way: what is done with them once the broker lets them go. */
export const waySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['reply', 'edit']), ...place, threadTs: z.string(), files }),
  /** `body` is the wording that its author sent. */
  z.object({
    kind: z.literal('send'),
    ...place,
    as: z.enum(['ask', 'share', 'keep', 'correct']),
    body: z.string(),
  }),
  z.object({ kind: z.literal('window'), says: z.enum(['ask', 'answer', 'comment']) }),
]);
export type Way = z.infer<typeof waySchema>;

/** What somebody said to the other side and the request's broker reads first. */
export interface BrokeredWords {
  id: string;
  workspace: string;
  request: string;
  author: PersonId;
  words: string;
  way: Way;
  /** Then it goes as it is, whether it was read or not. */
  dueAt: Instant;
}

export interface BrokeredReading {
  brokeredWords(id: string): Promise<BrokeredWords | null>;
  /** What waits of a message. */
  brokeredAt(workspace: string, channel: string, ts: string): Promise<BrokeredWords | null>;
  /** Ids, the longest due first. */
  brokeredDue(workspace: string, until: Instant, limit: number): Promise<string[]>;
  nextBrokeredDue(workspace: string): Promise<Instant | null>;
}

export interface BrokeredWriting {
  saveBrokered(brokered: BrokeredWords): Promise<void>;
  /** False if it is gone already. */
  dropBrokered(id: string): Promise<boolean>;
}
