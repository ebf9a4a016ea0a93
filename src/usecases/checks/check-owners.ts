import { type Check, isInvolved, missingOwners, nextOwner } from '../../domain/checks/check.ts';
import { localDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading } from '../ports.ts';

/** Those of them who are away today, each by the day in their own zone. */
export async function awayOf(
  reading: Reading,
  people: readonly PersonId[],
  { hours }: Pick<Settings, 'hours'>,
  now: Instant,
): Promise<ReadonlySet<PersonId>> {
  const away = new Set<PersonId>();
  for (const person of people) {
    const zone = (await reading.person(person))?.zone ?? hours.it.zone;
    const today = localDay(now, zone);
    const [next] = await reading.absences(person, today);
    if (next && next.firstDay <= today) away.add(person);
  }
  return away;
}

/** Whose turn a pending check is today: its next owner who is there, or else the stand-in. */
export async function ownerToday(
  reading: Reading,
  check: Check,
  request: Request,
  settings: Pick<Settings, 'hours'>,
  now: Instant,
): Promise<PersonId> {
  const missing = missingOwners(check);
  const away = await awayOf(reading, missing, settings, now);
  const there = missing.find((owner) => !away.has(owner) && !isInvolved(owner, request));
  const { standIn } = check;
  const isStandInFree = standIn !== null && !isInvolved(standIn, request);
  return there ?? (isStandInFree ? standIn : nextOwner(check, request));
}
