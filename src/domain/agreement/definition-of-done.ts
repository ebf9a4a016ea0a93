import type { PersonId, Side } from '../person.ts';
import { otherSide } from '../person.ts';
import type { Instant, LocalDate } from '../time.ts';

/** How a side shows that a criterion is met, so that the other need not take its word. */
export const evidenceKinds = ['link', 'screenshot', 'number'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/**
 * One thing that must be true before a request is done, checked by one side. A criterion whose wording, side,
 * weight or evidence changes gets a new id, so a tick can never outlive the change of what was ticked.
 */
export interface Criterion {
  id: string;
  side: Side;
  required: boolean;
  /** Absent where the tick is enough. */
  evidence?: EvidenceKind | undefined;
}

export interface Signature {
  by: PersonId;
  at: Instant;
}

export interface Tick extends Signature {
  /** The body that holds what was given as evidence. */
  evidence?: string | undefined;
}

/** One version of what "done" means for a request, and by when. */
export interface DefinitionOfDone {
  version: number;
  proposedBy: Side;
  criteria: Criterion[];
  /** The body that holds the criteria's words, as a JSON object from criterion id to text. */
  wording: string;
  /** Delivery is promised for this day; null while nobody has named one. */
  date: LocalDate | null;
  signatures: Partial<Record<Side, Signature>>;
}

/** What both sides hold each other to. An amendment waits in `proposed` while `inForce` still counts. */
export interface Agreement {
  inForce: DefinitionOfDone | null;
  proposed: DefinitionOfDone | null;
  /** How many were ever proposed. The newest has this number, and no other gets it, even if that one is dropped. */
  versions: number;
  ticks: Record<string, Tick>;
}

export function latestDefinition(agreement: Agreement): DefinitionOfDone {
  const latest = agreement.proposed ?? agreement.inForce;
  if (!latest) throw new Error('an agreement always has a definition of done');
  return latest;
}

/** The side that has not signed the proposed definition; null if nothing is proposed. */
export function missingSignature(agreement: Agreement): Side | null {
  if (!agreement.proposed) return null;
  return agreement.proposed.signatures.marketing ? 'it' : 'marketing';
}

/** True if both would have the same thing checked by the same side; the order does not count. */
export function sameCriteria(a: readonly Criterion[], b: readonly Criterion[]): boolean {
  const ids = new Set(a.map((criterion) => criterion.id));
  return a.length === b.length && b.every((criterion) => ids.has(criterion.id));
}

export function criteriaOf(definition: DefinitionOfDone, side: Side): Criterion[] {
  return definition.criteria.filter((criterion) => criterion.side === side);
}

/** The required criteria of a side that carry no tick yet. */
export function openCriteria(agreement: Agreement, side: Side): Criterion[] {
  const definition = agreement.inForce;
  if (!definition) return [];
  return criteriaOf(definition, side).filter(({ id, required }) => required && !agreement.ticks[id]);
}

/** Nobody signs for both sides of one request, in whichever version. */
export function signedForOtherSide(agreement: Agreement, side: Side, person: PersonId): boolean {
  const other = otherSide(side);
  return [agreement.inForce, agreement.proposed].some(
    (definition) => definition?.signatures[other]?.by === person,
  );
}
