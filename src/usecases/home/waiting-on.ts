import { pendingStanding } from '../../domain/agreement/standing.ts';
import { nextOwner } from '../../domain/checks/check.ts';
import { localDay } from '../../domain/day.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import { type RequestKind, requestKinds } from '../../domain/request/kind.ts';
import { type Matter, type MatterKind, mattersOn } from '../../domain/request/matters.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Leads, Signers } from '../../domain/request/rights.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Commitment } from '../../domain/sla/commitment.ts';
import type { Instant } from '../../domain/time.ts';
import { ownerToday } from '../checks/check-owners.ts';
import { type Desk, leadsInForce, settingsInForce, signersOf } from '../desk.ts';
import type { Reading } from '../ports.ts';
import { titleOf } from '../request/request-line.ts';
import { versionsOf } from '../settings/change-standing.ts';
import { termsToAgree } from '../terms/terms.ts';

export interface RequestWaiting {
  kind: 'request';
  what: MatterKind;
  side: Side | null;
  request: Request;
  title: string;
  dueAt: Instant | null;
}

/** Something that cannot go on without one person; null where nothing says by when. */
export type Waiting =
  | RequestWaiting
  /** The other lead suggests what is always checked for a kind of request. */
  | { kind: 'standing'; requestKind: RequestKind; version: number; dueAt: null }
  /** Words of the dictionary that the other lead has agreed to. */
  | { kind: 'terms'; count: number; dueAt: null };

export interface WaitingOn {
  /** The first due first; what nobody has promised stands last. */
  items: Waiting[];
  /** True if not even all of them were read. */
  isCut: boolean;
}

/** As many as a person can look through; who has more has other worries than the order of the rest. */
const mostRead = 100;

/** Everything that waits on one person, whatever it is: what App Home opens with and the morning message lists. */
export async function waitingOn(desk: Desk, reading: Reading, person: PersonId): Promise<WaitingOn> {
  const settings = await settingsInForce(desk, reading);
  const leads = await leadsInForce(reading, settings);
  const roles = { leads, signers: signersOf(settings, leads) };
  const read = await requestsFor(desk, reading, person, roles);
  const zone = (await reading.person(person))?.zone ?? settings.hours.marketing.zone;
  const today = localDay(desk.clock.now(), zone);

  const owed = await reading.openCommitments(read.map(({ id }) => id));
  const briefs = await reading.words(read.map(({ brief }) => brief));
  const requests: Waiting[] = [];
  for (const request of read) {
    const matters = mattersOn(request, roles, today).filter((matter) => matter.person === person);
    const isStandIn = await standsIn(reading, request, person, settings, desk.clock.now());
    const standIn: Matter[] = isStandIn ? [{ what: 'approve', side: null, person }] : [];
    for (const { what, side } of [...matters, ...standIn]) {
      const dueAt = firstDue(owed.get(request.id) ?? [], side);
      requests.push({ kind: 'request', what, side, request, title: titleOf(request, briefs), dueAt });
    }
  }
  const isLead = person === leads.marketing || person === leads.it;
  return {
    items: [...requests.toSorted(byDue), ...(isLead ? await toAgree(desk, reading, person, leads) : [])],
    isCut: read.length >= mostRead,
  };
}

/** The first few requests that wait on this person as whoever asked. */
export async function waitingOnMarketing(
  desk: Desk,
  person: PersonId,
  most: number,
): Promise<RequestWaiting[]> {
  const { items } = await waitingOn(desk, desk.store, person);
  const theirs = items.flatMap((each) =>
    each.kind === 'request' && each.side === 'marketing' ? [each] : [],
  );
  return theirs.slice(0, most);
}

/** Whether a check of it is this person's today because its owner is away. */
async function standsIn(
  reading: Reading,
  request: Request,
  person: PersonId,
  settings: Settings,
  now: Instant,
): Promise<boolean> {
  for (const check of request.checks) {
    // For whom may not decide, the record itself says that the stand-in does.
    if (check.standing.is !== 'open' || check.standIn !== person || nextOwner(check, request) === person)
      continue;
    if ((await ownerToday(reading, check, request, settings, now)) === person) return true;
  }
  return false;
}

/** Names the same matter whenever it is looked at. */
export function keyOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'request':
      return `${waiting.what}:${waiting.request.id}`;
    case 'standing':
      return `standing:${waiting.requestKind}:${waiting.version}`;
    case 'terms':
      return 'terms';
  }
}

/** All requests that might wait on this person; which of them do is for `mattersOn` to say. */
async function requestsFor(
  { workspace }: Desk,
  reading: Reading,
  person: PersonId,
  { leads, signers }: { leads: Leads; signers: Signers },
): Promise<Request[]> {
  const isSigner = person === signers.marketing || person === signers.it;
  const found = [
    await reading.waitingOnRequester(person, mostRead),
    await reading.waitingOnAssignee(workspace, person, mostRead),
    await reading.withChecksOf(person, mostRead),
    ...(person === leads.it ? [await reading.openIn(workspace, ['contested'], mostRead)] : []),
    ...(isSigner ? [await reading.openIn(workspace, ['agreeing'], mostRead)] : []),
    ...(isSigner ? [await reading.withChangeToSign(workspace, mostRead)] : []),
  ].flat();
  return [...new Map(found.map((request) => [request.id, request])).values()];
}

async function toAgree(desk: Desk, reading: Reading, person: PersonId, leads: Leads): Promise<Waiting[]> {
  // Whoever stands in for both leads agrees to nothing alone.
  if (leads.marketing === leads.it) return [];
  const side: Side = person === leads.marketing ? 'marketing' : 'it';
  const versions = await reading.standingVersions(desk.workspace);
  const standing = requestKinds.flatMap((requestKind): Waiting[] => {
    const pending = pendingStanding(versionsOf(versions, requestKind));
    if (!pending || pending.proposedFor === side || pending.proposedBy === person) return [];
    return [{ kind: 'standing', requestKind, version: pending.version, dueAt: null }];
  });
  const terms = await termsToAgree(desk, reading, person);
  return [
    ...standing,
    ...(terms.length > 0 ? [{ kind: 'terms' as const, count: terms.length, dueAt: null }] : []),
  ];
}

function firstDue(commitments: readonly Commitment[], side: Side | null): Instant | null {
  const debtor = side ?? 'check-owner';
  const due = commitments.flatMap((each) =>
    each.debtor === debtor && each.endedAt === null && each.dueAt !== null ? [each.dueAt] : [],
  );
  return due.length > 0 ? Math.min(...due) : null;
}

function byDue(one: Waiting, other: Waiting): number {
  const [due, otherDue] = [one.dueAt ?? Number.MAX_SAFE_INTEGER, other.dueAt ?? Number.MAX_SAFE_INTEGER];
  return due - otherDue;
}
