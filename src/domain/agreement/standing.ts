import { otherSide, type PersonId, type Side } from '../person.ts';
import type { RequestKind } from '../request/kind.ts';
import type { Leads } from '../request/rights.ts';
import type { StandingCriterion } from '../settings/settings.ts';
import type { Instant } from '../time.ts';

/** One version of what is always checked for a kind of request. One lead proposes it, the other signs it. */
export interface StandingVersion {
  kind: RequestKind;
  /** 1 for the first change; what a desk starts with has none. */
  version: number;
  criteria: StandingCriterion[];
  proposedFor: Side;
  proposedBy: PersonId;
  proposedAt: Instant;
  /** Null until the other lead signs; a newer version leaves it unsigned for good. */
  signed: { by: PersonId; at: Instant } | null;
}

/** Why a lead cannot propose or sign. */
export type StandingRefusal =
  | { code: 'not-a-lead' }
  | { code: 'leads-are-one' }
  | { code: 'standing-unchanged' }
  | { code: 'standing-changed' }
  | { code: 'standing-waits-for-other' };

/** The side a person leads; null if none. Whoever leads both stands for marketing here. */
export function sideLedBy(person: PersonId, leads: Leads): Side | null {
  if (person === leads.marketing) return 'marketing';
  return person === leads.it ? 'it' : null;
}

/** What waits for a signature: the newest version, if nobody has signed it. */
export function pendingStanding(versions: readonly StandingVersion[]): StandingVersion | null {
  const newest = newestOf(versions);
  return newest && !newest.signed ? newest : null;
}

/** The number of the version in force: 0 while it is what the desk started with. */
export function standingInForce(versions: readonly StandingVersion[]): number {
  return Math.max(0, ...versions.filter(({ signed }) => signed).map(({ version }) => version));
}

/** The next version of a kind's standing definition, or why there is none. */
export function proposeStanding(
  { person, leads, now }: { person: PersonId; leads: Leads; now: Instant },
  kind: RequestKind,
  criteria: readonly StandingCriterion[],
  { inForce, versions }: { inForce: readonly StandingCriterion[]; versions: readonly StandingVersion[] },
): StandingVersion | StandingRefusal {
  const barred = barrier(person, leads);
  if (typeof barred === 'object') return barred;
  const onTheTable = pendingStanding(versions)?.criteria ?? inForce;
  if (sameStanding(onTheTable, criteria)) return { code: 'standing-unchanged' };
  return {
    kind,
    version: (newestOf(versions)?.version ?? 0) + 1,
    criteria: [...criteria],
    ...{ proposedFor: barred, proposedBy: person, proposedAt: now, signed: null },
  };
}

/** The version with the other lead's signature, or why it cannot have it. */
export function signStanding(
  { person, leads, now }: { person: PersonId; leads: Leads; now: Instant },
  version: number,
  versions: readonly StandingVersion[],
): (StandingVersion & { signed: object }) | StandingRefusal {
  const barred = barrier(person, leads);
  if (typeof barred === 'object') return barred;
  const pending = pendingStanding(versions);
  if (pending?.version !== version) return { code: 'standing-changed' };
  // Who leads may have changed since: nobody signs twice, and nobody for the side that proposed.
  if (pending.proposedBy === person || otherSide(pending.proposedFor) !== barred) {
    return { code: 'standing-waits-for-other' };
  }
  return { ...pending, signed: { by: person, at: now } };
}

/** True if both say the same, in the same order. */
function sameStanding(a: readonly StandingCriterion[], b: readonly StandingCriterion[]): boolean {
  return a.length === b.length && a.every(({ id }, at) => id === b[at]?.id);
}

function barrier(person: PersonId, leads: Leads): Side | StandingRefusal {
  const side = sideLedBy(person, leads);
  if (!side) return { code: 'not-a-lead' };
  return leads.marketing === leads.it ? { code: 'leads-are-one' } : side;
}

function newestOf(versions: readonly StandingVersion[]): StandingVersion | null {
  return versions.reduce<StandingVersion | null>(
    (newest, each) => (newest && newest.version > each.version ? newest : each),
    null,
  );
}
