import type { PersonId } from '../../domain/person.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Desk } from '../desk.ts';
import type { AnyRefusal } from '../outcome.ts';
import { giveCommand } from './give-command.ts';

export interface Assigned {
  given: Request[];
  /** What stayed where it was, and why. */
  stayed: { request: Request; refusal: AnyRefusal }[];
}

/**
 * Gives several requests to one person. Each is a decision of its own: what is closed or theirs by now stays, and the
 * others go all the same.
 */
export async function assignSeveral(
  desk: Desk,
  order: { requests: readonly string[]; to: PersonId; person: PersonId; cause: string },
): Promise<Assigned> {
  const { requests, to, person, cause } = order;
  const assigned: Assigned = { given: [], stayed: [] };
  for (const id of new Set(requests)) {
    const intent = { type: 'assign', to } as const;
    const outcome = await giveCommand(desk, { request: id, person, intent, cause: `${cause}:${id}` });
    if (outcome.ok) assigned.given.push(outcome.value);
    else {
      const request = await desk.store.request(id);
      if (request) assigned.stayed.push({ request, refusal: outcome.refusal });
    }
  }
  return assigned;
}
