import { type Agreement, missingSignature, type Tick } from '../agreement/definition-of-done.ts';
import { firstPending } from '../checks/standing.ts';
import type { PersonId, Side } from '../person.ts';
import type { RequestEvent } from './events.ts';
import type { Request, State } from './request.ts';

type EventOf<Type extends RequestEvent['type']> = Extract<RequestEvent, { type: Type }>;

/** Where an accepted request goes: to the missing signature, then to the checks that are in the way, then to work. */
export function afterDecision({ checks, agreement }: Pick<Request, 'checks' | 'agreement'>): State {
  const missing = missingSignature(agreement);
  if (missing) return { status: 'agreeing', missing };
  return { status: firstPending(checks, 'accepting') ? 'checking' : 'in-progress' };
}

/** While the first agreement is being made, the state says whose signature is missing. */
export function withAgreement(request: Request, agreement: Agreement): Partial<Request> {
  return request.state.status === 'agreeing'
    ? { agreement, state: afterDecision({ checks: request.checks, agreement }) }
    : { agreement };
}

export function propose(agreement: Agreement, event: EventOf<'DefinitionProposed'>): Agreement {
  const { version, criteria, wording, date, at } = event;
  const side = sideOf(event);
  const signatures = { [side]: { by: actorOf(event), at } };
  const proposed = { version, proposedBy: side, criteria, wording, date, signatures };
  return { ...agreement, proposed, versions: version };
}

export function sign(agreement: Agreement, event: EventOf<'DefinitionSigned'>): Agreement {
  const { proposed } = agreement;
  if (proposed?.version !== event.version)
    throw new Error(`version ${event.version} was signed, but is not proposed`);
  const signatures = { ...proposed.signatures, [sideOf(event)]: { by: actorOf(event), at: event.at } };
  const signed = { ...proposed, signatures };
  if (!signatures.it || !signatures.marketing) return { ...agreement, proposed: signed };
  const kept = new Set(signed.criteria.map(({ id }) => id));
  const ticks = Object.fromEntries(Object.entries(agreement.ticks).filter(([id]) => kept.has(id)));
  return { ...agreement, inForce: signed, proposed: null, ticks };
}

/** The side's ticks become exactly those named; the other side's stay. Evidence stays until there is other. */
export function tick(agreement: Agreement, event: EventOf<'CriteriaTicked'>): Record<string, Tick> {
  const ofThisSide = new Set(
    agreement.inForce?.criteria.filter(({ side }) => side === event.side).map(({ id }) => id) ?? [],
  );
  const others = Object.entries(agreement.ticks).filter(([id]) => !ofThisSide.has(id));
  const ticked = (id: string): Tick => {
    const tick = agreement.ticks[id] ?? { by: actorOf(event), at: event.at };
    const evidence = event.evidence?.[id];
    return evidence === undefined ? tick : { ...tick, evidence };
  };
  return Object.fromEntries([...others, ...event.ticked.map((id) => [id, ticked(id)] as const)]);
}

export function untick(agreement: Agreement, failed: readonly string[]): Record<string, Tick> {
  return Object.fromEntries(Object.entries(agreement.ticks).filter(([id]) => !failed.includes(id)));
}

export function actorOf(event: RequestEvent): PersonId {
  if (!event.actor) throw new Error(`${event.type} needs somebody who did it`);
  return event.actor;
}

function sideOf(event: RequestEvent): Side {
  if (!event.side) throw new Error(`${event.type} needs the side it was done for`);
  return event.side;
}
