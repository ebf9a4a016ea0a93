import { usualNotices } from '../../domain/notices/notices.ts';
import { otherSide, type PersonId, type Side } from '../../domain/person.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import { digestOf } from '../digest/digest-of.ts';
import { keyOf, type Waiting, waitingOn } from '../home/waiting-on.ts';
import type { Reading, Transaction } from '../ports.ts';
import { askPulse } from '../pulse/pulse.ts';
import { dayBegun } from './day-begins.ts';
import type { Morning } from './morning-ports.ts';

/** A message is kept like the present until the next morning's. */
const keptFor = 20 * 60 * 60_000;

/**
 * Gives everybody whose working day has begun since the last time one message with all that waits on them, and nobody
 * a second one on the same day. Nothing is said where nothing waits. The quarter's question is asked in the morning, too.
 */
export async function sayMornings(desk: Desk): Promise<void> {
  const { store, workspace, clock } = desk;
  const now = clock.now();
  // A desk that begins has no mornings to make up for; after the clock was set back none is looked at twice.
  const since = (await store.morningsDoneUntil(workspace)) ?? now;
  const settings = await settingsInForce(desk, store);
  for (const [person, side] of await peopleToLookAt(desk, settings)) {
    const day = await dayBegun(desk, { person, side }, settings, since);
    if (day !== null) await sayMorning(desk, person, day);
  }
  await askPulse(desk, settings, since);
  if (since <= now) await store.write((transaction) => transaction.saveMorningsDone(workspace, now));
}

/** Has each of today's messages edited that would say something else by now. */
export async function refreshMornings(desk: Desk): Promise<void> {
  const { store, workspace, clock } = desk;
  for (const { person, day, shown } of await store.morningsSince(workspace, clock.now() - keptFor)) {
    const { items } = await waitingOn(desk, store, person);
    const digest = await digestOf(shownOf(items, clock.now()));
    if (digest === shown) continue;
    await store.write(async (transaction) => {
      await transaction.saveMorningShown(person, day, digest);
      await wantMorning(desk, transaction, person, day);
    });
  }
}

export interface MorningView {
  morning: Morning;
  /** What waits by now; `settled` is what waited in the morning and has nothing left that does. */
  items: Waiting[];
  isCut: boolean;
  settled: string[];
  settings: Settings;
}

/** Null if there is no such message. */
export async function viewMorning(
  desk: Desk,
  reading: Reading,
  person: PersonId,
  day: LocalDate,
): Promise<MorningView | null> {
  const morning = await reading.morning(person, day);
  if (!morning) return null;
  const { items, isCut } = await waitingOn(desk, reading, person);
  const waiting = new Set(items.map(nameOf));
  const settled = new Set(morning.listed.map(({ name }) => name).filter((name) => !waiting.has(name)));
  return { morning, items, isCut, settled: [...settled], settings: await settingsInForce(desk, reading) };
}

/** On whom something may wait, each with the side whose hours are theirs. */
async function peopleToLookAt(desk: Desk, settings: Settings): Promise<Map<PersonId, Side>> {
  const { store, workspace } = desk;
  const leads = await leadsInForce(store, settings);
  const people = new Map<PersonId, Side>();
  for (const { person, side } of await store.peopleWaitedOn(workspace)) people.set(person, side);
  for (const side of ['marketing', 'it'] as const) {
    const lead = leads[side];
    const leadsBoth = lead === leads[otherSide(side)];
    if (lead && !(leadsBoth && people.has(lead))) people.set(lead, side);
  }
  return people;
}

async function sayMorning(desk: Desk, person: PersonId, day: LocalDate): Promise<void> {
  const { store, workspace, clock } = desk;
  const { items } = await waitingOn(desk, store, person);
  const last = await store.lastMorning(person);
  const { morning } = (await store.notices(person)) ?? usualNotices;
  if (items.length === 0 || (morning === 'new-or-late' && !isNewOrLate(items, last, clock.now()))) return;
  // Somebody may have left since.
  if (!(await desk.directory.standingOf(person)).isMember) return;
  const now = clock.now();
  const listed = items.map((item) => ({ key: keyOf(item), name: nameOf(item) }));
  const shown = await digestOf(shownOf(items, now));
  const isSaid = await store.write(async (transaction) => {
    const isFirst = await transaction.addMorning(workspace, { person, day, saidAt: now, listed, shown });
    if (isFirst) await wantMorning(desk, transaction, person, day);
    return isFirst;
  });
  if (isSaid) desk.log.info({ person, day, waiting: items.length }, 'a morning message');
}

function isNewOrLate(items: readonly Waiting[], last: Morning | null, now: Instant): boolean {
  const known = new Set(last?.listed.map(({ key }) => key));
  return items.some((item) => !known.has(keyOf(item)) || (item.dueAt !== null && item.dueAt < now));
}

async function wantMorning(
  { newId, workspace, clock }: Desk,
  transaction: Transaction,
  recipient: PersonId,
  day: LocalDate,
): Promise<void> {
  const subject = { kind: 'upsert', purpose: 'morning', recipient, day } as const;
  await transaction.announce([{ id: newId(), workspace, subject, at: clock.now() }]);
}

/** What the message depends on, but for titles that were edited. */
function shownOf(items: readonly Waiting[], now: Instant): unknown {
  return items.map((item) => [
    keyOf(item),
    item.dueAt,
    item.dueAt !== null && item.dueAt < now,
    item.kind === 'terms' ? item.count : 1,
  ]);
}

function nameOf(item: Waiting): string {
  switch (item.kind) {
    case 'request':
      return requestKey(item.request.number);
    case 'standing':
      return 'what “done” means';
    case 'terms':
      return 'the dictionary';
  }
}
