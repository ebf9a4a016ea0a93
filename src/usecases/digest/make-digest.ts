import { localDay } from '../../domain/day.ts';
import type { Digest } from '../../domain/digest/digest.ts';
import { themesOf } from '../../domain/digest/digest.ts';
import { nextDigestAt, type Slot, slotsDue } from '../../domain/digest/schedule.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Instant } from '../../domain/time.ts';
import { type Desk, leadsInForce, settingsInForce } from '../desk.ts';
import type { NewOutboxEntry, OutboxSubject } from '../saying/outbox.ts';
import { weeklyAgenda } from './agenda.ts';
import type { DigestPlace } from './digests.ts';
import { weeklyFigures } from './weekly-figures.ts';

/** For so many weeks only the leads read it, until they trust its figures. */
const privateWeeks = 4;

/** The digests to be made now, the oldest first. The first is that of the first week in which something was asked. */
export async function digestsDue(desk: Desk): Promise<Slot[]> {
  const { store, workspace, clock } = desk;
  const { digest } = await settingsInForce(desk, store);
  const { newest } = await store.digestWeeks(workspace);
  const due = slotsDue(digest, newest, clock.now());
  if (newest !== null || due.length === 0) return due;
  const first = await store.requestByNumber(workspace, 1);
  return due.filter(({ to }) => first !== null && first.submittedAt < to);
}

export async function nextDigestDue(desk: Desk): Promise<Instant> {
  const { digest } = await settingsInForce(desk, desk.store);
  return nextDigestAt(digest, desk.clock.now());
}

/**
 * Makes one week's digest and announces it, unless it was made meanwhile: the figures are kept with it, so that
 * everything that is said of it later says the same.
 */
export async function makeDigest(desk: Desk, slot: Slot): Promise<void> {
  const { store, workspace, clock } = desk;
  const settings = await settingsInForce(desk, store);
  const { zone, channel } = settings.digest;
  const figures = await weeklyFigures(desk, slot, zone);
  const today = localDay(clock.now(), zone);
  const items = await weeklyAgenda(desk, { figures, week: slot.week, today });
  const readers = await leadsToTell(desk);
  const made = await store.write(async (transaction) => {
    if (await transaction.digest(workspace, slot.week)) return null;
    const { count } = await transaction.digestWeeks(workspace);
    const { before: _, ...week } = slot;
    const digest: Digest = {
      ...{ ...week, madeAt: clock.now(), figures, published: null },
      agenda: items.map((item, position) => ({ position, item, decided: null })),
      isPrivate: count < privateWeeks || channel === null,
    };
    await transaction.addDigest(workspace, digest);
    const places: readonly DigestPlace[] = digest.isPrivate ? readers : ['channel'];
    await transaction.announce(places.flatMap((place) => digestEntries(desk, digest, place)));
    return { week: digest.week, isPrivate: digest.isPrivate, lateBy: digest.madeAt - digest.dueAt };
  });
  if (made) desk.log.info(made, 'the weekly digest was made');
}

/** The message and its thread, in this order. */
export function digestEntries(
  desk: Pick<Desk, 'workspace' | 'newId' | 'clock'>,
  { week, figures }: Pick<Digest, 'week' | 'figures'>,
  place: DigestPlace,
): NewOutboxEntry[] {
  const subjects: OutboxSubject[] = [
    { kind: 'upsert', purpose: 'digest', week, place },
    ...themesOf(figures).map((theme) => ({ kind: 'digest-theme', week, place, theme }) as const),
  ];
  return subjects.map((subject) => ({
    ...{ id: desk.newId(), workspace: desk.workspace, subject, at: desk.clock.now() },
  }));
}

/** Both leads; in the place of one who has left, whoever installed the app. */
async function leadsToTell(desk: Desk): Promise<PersonId[]> {
  const { store, directory } = desk;
  const settings = await settingsInForce(desk, store);
  const leads = await leadsInForce(store, settings);
  const installer = (await store.workspace())?.installer ?? null;
  const readers = new Set<PersonId>();
  for (const lead of [leads.marketing, leads.it]) {
    for (const candidate of [lead, installer]) {
      if (candidate === null || !(await directory.standingOf(candidate)).isMember) continue;
      readers.add(candidate);
      break;
    }
  }
  return [...readers];
}
