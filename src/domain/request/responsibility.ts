import { z } from 'zod';
import type { PersonId } from '../person.ts';
import type { Request } from './request.ts';
import type { Leads } from './rights.ts';

/** Who pays for what comes out of a request, and to whom its code and data belong, in whatever words. */
export const ownershipSchema = z.object({
  pays: z.string().optional(),
  ownsCode: z.string().optional(),
  ownsData: z.string().optional(),
});

export type Ownership = z.infer<typeof ownershipSchema>;

/** Exactly one person decides: whoever is on the record, or said yes to it, else IT's lead. One does it, once taken. */
export function responsibleFor(
  { decides, assignee }: Pick<Request, 'decides' | 'assignee'>,
  leads: Pick<Leads, 'it'>,
): { decides: PersonId | null; does: PersonId | null } {
  return { decides: decides ?? leads.it, does: assignee };
}
