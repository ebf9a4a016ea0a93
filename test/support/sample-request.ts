import type { PersonId } from '../../src/domain/person.ts';
import { submit } from '../../src/domain/request/decide.ts';
import type { RequestEvent } from '../../src/domain/request/events.ts';
import type { Request } from '../../src/domain/request/request.ts';
import type { Commitment } from '../../src/domain/sla/commitment.ts';
import type { Store } from '../../src/usecases/ports.ts';
import type { Workspace } from '../../src/usecases/records.ts';

export const acme: Workspace = { id: 'T1', name: 'Acme', botUserId: 'UBOT', installer: 'T1/UADA' };

export const mia: PersonId = 'T1/UMIA';
export const ivan: PersonId = 'T1/UIVAN';

export interface Sample {
  request: Request;
  events: RequestEvent[];
}

/** A tool that Mia asked for, with two criteria, as `submit` makes it. */
export function sampleRequest({
  id = 'R1',
  number = 1,
  by = mia,
  at = 1_000,
  impact = 2,
}: {
  id?: string;
  number?: number;
  by?: PersonId;
  at?: number;
  impact?: 1 | 2 | 3;
} = {}): Sample {
  return submit(
    {
      ...{ type: 'submit', id, workspace: acme.id, number, requester: by, author: by, kind: 'tool' },
      ...{ headsUp: false, brief: `${id}-brief`, impact, urgency: 2, neededBy: '2026-03-02' },
      terms: {
        criteria: [
          { id: 'sign-in', side: 'it', required: true },
          { id: 'template', side: 'marketing', required: true },
        ],
        ...{ wording: `${id}-wording`, date: '2026-03-02' },
      },
    },
    {
      ...{ actor: { person: by, side: 'marketing', roles: ['requester'] }, now: at, cause: `view:${id}` },
      isIt: (person) => person === ivan,
    },
  );
}

/** What IT owes first. */
export function firstResponse(startedAt: number): Commitment {
  return {
    ...{ clock: 'first-response', round: 1, debtor: 'it', startedAt, budget: 14_400_000 },
    ...{ dueAt: startedAt + 14_400_000, endedAt: null, settledAt: null, verdict: 'running', byChange: false },
    ...{ nextAlertAt: null, reckonedWith: '1/test' },
  };
}

/** Takes the next number and saves a request under it, as the intake does. */
export async function fileRequest(store: Store, id: string, at = 1_000): Promise<Request> {
  return store.write(async (transaction) => {
    const number = await transaction.nextRequestNumber(acme.id);
    const { request, events } = sampleRequest({ id, number, at });
    await transaction.saveRequest(request, events, [firstResponse(at)]);
    return request;
  });
}
