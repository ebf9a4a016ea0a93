import {
  proposeStanding,
  type StandingRefusal,
  type StandingVersion,
  sideLedBy,
  signStanding,
} from '../../domain/agreement/standing.ts';
import { otherSide, type PersonId, type Side } from '../../domain/person.ts';
import { type RequestKind, requestKinds } from '../../domain/request/kind.ts';
import type { Settings, StandingCriterion } from '../../domain/settings/settings.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading, Transaction } from '../ports.ts';
import type { WrittenCriterion } from '../request/intent.ts';
import type { NewOutboxEntry } from '../saying/outbox.ts';

/** What "done" always means, with every version that was ever suggested. */
export interface Standing {
  settings: Settings;
  versions: StandingVersion[];
  /** The side that the reader leads; null if none. */
  leads: Side | null;
}

export async function standingFor(desk: Desk, reading: Reading, person: PersonId): Promise<Standing> {
  const settings = await settingsInForce(desk, reading);
  const leads = sideLedBy(person, await leadsInForce(reading, settings));
  return { settings, versions: await reading.standingVersions(desk.workspace), leads };
}

export function versionsOf(versions: readonly StandingVersion[], kind: RequestKind): StandingVersion[] {
  return versions.filter((version) => version.kind === kind);
}

interface Order {
  person: PersonId;
  kind: RequestKind;
  cause: string;
}

/** A lead suggests what is always checked for a kind of request; the other lead is told, and signs or suggests anew. */
export async function suggestStanding(
  desk: Desk,
  order: Order & { criteria: readonly WrittenCriterion[]; seen: number },
): Promise<Outcome<null>> {
  return change(desk, order, async (transaction, { settings, versions, leads, now }) => {
    const { person, kind, criteria, seen } = order;
    if ((versions.at(-1)?.version ?? 0) !== seen) return { code: 'standing-changed' };
    const inForce = settings.kinds[kind].standing;
    const earlier = versions.at(-1)?.signed === null ? (versions.at(-1)?.criteria ?? []) : inForce;
    const known = [...earlier, ...inForce];
    const named = criteria.map((each) => ({ ...each, id: sameAs(each, known)?.id ?? desk.newId() }));
    const proposed = proposeStanding({ person, leads, now }, kind, named, { inForce, versions });
    if ('code' in proposed) return proposed;
    await transaction.addStandingVersion(desk.workspace, proposed);
    const other = leads[otherSide(proposed.proposedFor)];
    if (other) await transaction.announce([tell(desk, other, proposed)]);
    return null;
  });
}

/** The other lead signs, and from then on the kind's requests begin with it. Those that were asked before keep theirs. */
export async function signStandingVersion(
  desk: Desk,
  order: Order & { version: number },
): Promise<Outcome<null>> {
  return change(desk, order, async (transaction, { settings, versions, leads, now, stored }) => {
    const { person, kind, version } = order;
    const signed = signStanding({ person, leads, now }, version, versions);
    if ('code' in signed) return signed;
    await transaction.signStandingVersion(desk.workspace, kind, version, { by: person, at: now });
    const document = stored?.document ?? settings;
    const changed = { ...document.kinds[kind], standing: signed.criteria };
    await transaction.addSettings(desk.workspace, {
      version: (stored?.version ?? 0) + 1,
      document: { ...document, kinds: { ...document.kinds, [kind]: changed } },
      changedBy: person,
      changedAt: now,
    });
    await transaction.announce([tell(desk, signed.proposedBy, signed)]);
    return null;
  });
}

/** What a settings file would change of what only both leads may change: the kinds, by name. */
export function standingTouched(before: Settings, after: Settings): RequestKind[] {
  const words = ({ kinds }: Settings, kind: RequestKind) => JSON.stringify(kinds[kind].standing);
  return requestKinds.filter((kind) => words(before, kind) !== words(after, kind));
}

type Change = (
  transaction: Transaction,
  state: {
    settings: Settings;
    stored: Awaited<ReturnType<Reading['settings']>>;
    versions: StandingVersion[];
    leads: Awaited<ReturnType<typeof leadsInForce>>;
    now: number;
  },
) => Promise<StandingRefusal | null>;

async function change(desk: Desk, { person, kind, cause }: Order, work: Change): Promise<Outcome<null>> {
  const refused = await desk.store.write(async (transaction) => {
    if (await transaction.handled(desk.workspace, cause)) return null;
    const settings = await settingsInForce(desk, transaction);
    const state = {
      settings,
      stored: await transaction.settings(desk.workspace),
      versions: versionsOf(await transaction.standingVersions(desk.workspace), kind),
      leads: await leadsInForce(transaction, settings),
      now: desk.clock.now(),
    };
    const refused = await work(transaction, state);
    if (!refused) await transaction.remember(desk.workspace, cause, kind, state.now);
    return refused;
  });
  if (refused) return refusal(refused);
  desk.log.info({ kind, person, cause }, 'a standing definition of done moved');
  return done(null);
}

function sameAs(
  { text, side, required, evidence }: WrittenCriterion,
  known: readonly StandingCriterion[],
): StandingCriterion | undefined {
  return known.find(
    (each) =>
      each.text === text && each.side === side && each.required === required && each.evidence === evidence,
  );
}

function tell(
  { newId, workspace, clock }: Desk,
  recipient: PersonId,
  { kind, version, signed }: StandingVersion,
): NewOutboxEntry {
  const about = { topic: 'standing' as const, requestKind: kind, version, signed: signed !== null };
  return { id: newId(), workspace, subject: { kind: 'tell', recipient, about }, at: clock.now() };
}
