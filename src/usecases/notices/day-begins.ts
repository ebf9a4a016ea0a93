import { localDay } from '../../domain/day.ts';
import { morningSince } from '../../domain/notices/morning.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Desk } from '../desk.ts';
import { isZoneOld } from '../today.ts';

/** The day that has begun for somebody since then, in their side's hours and their own zone; null if none has. */
export async function dayBegun(
  desk: Desk,
  { person, side }: { person: PersonId; side: Side },
  settings: Settings,
  since: Instant,
): Promise<LocalDate | null> {
  const now = desk.clock.now();
  const hours = { ...settings.hours[side], zone: await zoneOf(desk, person, settings.hours[side].zone) };
  const absences = await desk.store.absences(person, localDay(now, hours.zone));
  return morningSince(since, now, hours, absences);
}

/** Where somebody is, as it was read last. */
async function zoneOf({ store, directory, clock }: Desk, person: PersonId, usual: string): Promise<string> {
  const known = await store.person(person);
  return (known && isZoneOld(known, clock.now()) ? await directory.person(person) : known)?.zone ?? usual;
}
