import { latestDefinition } from '../../domain/agreement/definition-of-done.ts';
import type { PersonId } from '../../domain/person.ts';
import { decide } from '../../domain/request/decide.ts';
import type { CommandOnRequest } from '../../domain/request/decision.ts';
import type { Refusal } from '../../domain/request/refusal.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import { launchKeeper } from '../../domain/request/rights.ts';
import { type Launch, mayKeepLaunch, movedAlong } from '../../domain/roadmap/launch.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Desk, leadsInForce, settingsInForce, signersOf } from '../desk.ts';
import { wantHome } from '../home/open-home.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Transaction } from '../ports.ts';
import { keepDecision } from '../request/keep-decision.ts';
import { todayOf } from '../today.ts';
import { mostOfLaunch } from './look-up-launch.ts';

/** What moving a launch did to its open requests. */
export interface MovedAlong {
  /** Wishes that nobody had accepted: they have the new date. */
  changed: Request[];
  /** Agreed dates: the new one is proposed, and IT has to say yes. */
  proposed: Request[];
  /** Those that keep their date, with the reason. */
  left: { request: Request; refusal: Refusal }[];
}

export type KeptLaunch =
  | { kind: 'kept'; id: string; moved: MovedAlong }
  /** Somebody else changed it since it was on the screen. What this person left as it was is as it is now in `merged`. */
  | { kind: 'moved-on'; launch: Launch; merged: Pick<Launch, 'name' | 'date' | 'owner'> };

export interface LaunchEntry {
  person: PersonId;
  cause: string;
  /** Null for a new one. */
  id: string | null;
  /** The revision that was on the screen; 0 for a new one. */
  seen: number;
  name: string;
  date: LocalDate;
  owner: PersonId;
}

const nothingMoved: MovedAlong = { changed: [], proposed: [], left: [] };

/** Somebody of marketing records a launch or changes it. Where its date moves, its requests are to move along. */
export async function keepLaunch(desk: Desk, entry: LaunchEntry): Promise<Outcome<KeptLaunch>> {
  const { workspace, store, clock } = desk;
  const { person, cause, id, seen, name, date, owner } = entry;
  if (!(await desk.directory.standingOf(owner)).isMember)
    return refusal({ code: 'not-a-member', person: owner });
  const [standing, today] = [await desk.directory.standingOf(person), await todayOf(desk, person)];
  const outcome = await store.write(async (transaction): Promise<Outcome<KeptLaunch>> => {
    const earlier = await transaction.handled(workspace, cause);
    if (earlier) return done({ kind: 'kept', id: earlier, moved: nothingMoved });
    const before = id === null ? null : await transaction.launch(id);
    if (id !== null && (before?.workspace !== workspace || before.cancelled))
      return refusal({ code: 'no-such-launch' });
    const leads = await leadsInForce(transaction, await settingsInForce(desk, transaction));
    if (!mayKeepLaunch(standing, leads, before)) return refusal({ code: 'not-marketing' });
    if (before && before.revision !== seen) {
      const merged = await merge(transaction, before, entry);
      return done({ kind: 'moved-on', launch: before, merged });
    }
    if (date < today && date !== before?.date) return refusal({ code: 'date-passed', date });

    const at = clock.now();
    const after: Launch = {
      ...{ id: before?.id ?? desk.newId(), workspace, name, date, owner },
      ...{ revision: (before?.revision ?? 0) + 1, cancelled: false },
    };
    const isSame = before?.name === name && before.date === date && before.owner === owner;
    if (!isSame) {
      await transaction.saveLaunch(after, { at, by: person, because: null });
      await wantHome(desk, transaction, person);
    }
    const moved =
      before && before.date !== date
        ? await moveRequests(desk, transaction, entry, { from: before.date, to: date, launch: after, today })
        : nothingMoved;
    await transaction.remember(workspace, cause, after.id, at);
    return done({ kind: 'kept', id: after.id, moved });
  });
  if (outcome.ok && outcome.value.kind === 'kept') {
    const { changed, proposed, left } = outcome.value.moved;
    const counts = { changed: changed.length, proposed: proposed.length, left: left.length };
    desk.log.info({ launch: outcome.value.id, person, ...counts }, 'launch kept');
  }
  return outcome;
}

async function merge(
  transaction: Transaction,
  before: Launch,
  { seen, name, date, owner }: LaunchEntry,
): Promise<Pick<Launch, 'name' | 'date' | 'owner'>> {
  const missed = await transaction.launchHistory(before.id, before.revision - seen + 1);
  const found = missed.find(({ revision }) => revision === seen);
  return {
    name: name === found?.name ? before.name : name,
    date: date === found?.date ? before.date : date,
    owner: owner === found?.owner ? before.owner : owner,
  };
}

async function moveRequests(
  desk: Desk,
  transaction: Transaction,
  order: { person: PersonId; cause: string },
  { from, to, launch, today }: { from: LocalDate; to: LocalDate; launch: Launch; today: LocalDate },
): Promise<MovedAlong> {
  const moved: MovedAlong = { changed: [], proposed: [], left: [] };
  await onEach(desk, transaction, order, launch, {
    command(request) {
      const along = (date: LocalDate | null) => movedAlong(date, { from, to }, today);
      const date = along(latestDefinition(request.agreement).date);
      return { type: 'move-launch', launch: launch.id, to, neededBy: along(request.neededBy), date };
    },
    done(request) {
      const isAccepted = request.size !== null || request.agreement.inForce !== null;
      moved[isAccepted ? 'proposed' : 'changed'].push(request);
    },
    refused(request, refusal) {
      moved.left.push({ request, refusal });
    },
  });
  return moved;
}

export interface Cancellation {
  person: PersonId;
  cause: string;
  id: string;
  because: string;
}

/** It will not happen. Its requests stay, with their dates; whoever asked for them and IT are told. */
export async function cancelLaunch(
  desk: Desk,
  { person, cause, id, because }: Cancellation,
): Promise<Outcome<{ stay: number }>> {
  const { workspace, store, clock } = desk;
  const standing = await desk.directory.standingOf(person);
  const outcome = await store.write(async (transaction): Promise<Outcome<{ stay: number }>> => {
    const earlier = await transaction.handled(workspace, cause);
    if (earlier) return done({ stay: Number(earlier) });
    const launch = await transaction.launch(id);
    if (launch?.workspace !== workspace || launch.cancelled) return refusal({ code: 'no-such-launch' });
    const leads = await leadsInForce(transaction, await settingsInForce(desk, transaction));
    if (!mayKeepLaunch(standing, leads, launch)) return refusal({ code: 'not-marketing' });
    const at = clock.now();
    const cancelled = { ...launch, revision: launch.revision + 1, cancelled: true };
    await transaction.saveLaunch(cancelled, { at, by: person, because });
    await wantHome(desk, transaction, person);
    let stay = 0;
    await onEach(desk, transaction, { person, cause }, launch, {
      command: () => ({ type: 'cancel-launch', launch: launch.id }),
      done: () => {
        stay += 1;
      },
    });
    await transaction.remember(workspace, cause, String(stay), at);
    return done({ stay });
  });
  if (outcome.ok) desk.log.info({ launch: id, person, ...outcome.value }, 'launch cancelled');
  return outcome;
}

interface OnEach {
  command(request: Request): CommandOnRequest;
  done(request: Request): void;
  refused?(request: Request, refusal: Refusal): void;
}

/** Gives a command on every open request of a launch, by whoever keeps the launch. */
async function onEach(
  desk: Desk,
  transaction: Transaction,
  { person, cause }: { person: PersonId; cause: string },
  launch: Launch,
  on: OnEach,
): Promise<void> {
  const settings = await settingsInForce(desk, transaction);
  const actor = launchKeeper(person, signersOf(settings, await leadsInForce(transaction, settings)));
  for (const { id } of (await transaction.requestsOfLaunch(launch.id, mostOfLaunch)).filter(isOpen)) {
    const before = await transaction.request(id);
    if (!before) continue;
    const now = Math.max(desk.clock.now(), before.changedAt);
    const decision = decide(before, on.command(before), { actor, now, cause, isIt: () => false });
    if (!decision.ok) {
      on.refused?.(before, decision.refusal);
      continue;
    }
    const { request: after, events } = decision;
    await keepDecision(desk, transaction, { before, after, events, settings, now });
    on.done(after);
  }
}
