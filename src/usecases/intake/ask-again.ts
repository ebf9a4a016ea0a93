import type { PersonId } from '../../domain/person.ts';
import type { Brief } from '../../domain/request/brief.ts';
import type { RequestKind } from '../../domain/request/kind.ts';
import type { Degree } from '../../domain/request/priority.ts';
import { isOpen } from '../../domain/request/request.ts';
import type { Desk } from '../desk.ts';
import type { WrittenCriterion } from '../request/intent.ts';
import { seeRequest } from '../request/look-up-request.ts';

/** What a closed request hands on to the one that asks for the same again. */
export interface EarlierRequest {
  number: number;
  kind: RequestKind;
  brief: Brief;
  impact: Degree;
  urgency: Degree;
  /** Its definition of done as last signed, or as last proposed if nobody signed one. */
  criteria: WrittenCriterion[];
}

/** Null if there is no such request, if it is still open, or if this person may not read it. */
export async function earlierRequest(
  desk: Desk,
  person: PersonId,
  id: string,
): Promise<EarlierRequest | null> {
  const seen = await seeRequest(desk, person, id);
  if (!seen.ok || isOpen(seen.value.view.request)) return null;
  const { request, brief, inForce, proposed } = seen.value.view;
  const { number, kind, impact, urgency } = request;
  const criteria = (inForce ?? proposed)?.criteria ?? [];
  return {
    ...{ number, kind, brief, impact, urgency },
    criteria: criteria.map(({ text, side, required, evidence }) => ({
      ...{ text, side, required },
      ...(evidence && { evidence }),
    })),
  };
}
