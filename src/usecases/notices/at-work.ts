import { localDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { nextAtWork } from '../../domain/sla/absence.ts';
import type { Debtor } from '../../domain/sla/commitment.ts';
import { calendarOf } from '../../domain/sla/party-calendar.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading } from '../ports.ts';

/** The first instant from now on at which they work: their party's hours in their own zone, without their days away. */
export async function nextHeard(
  reading: Reading,
  { party, person }: { party: Debtor; person: PersonId | null },
  settings: Settings,
  now: Instant,
): Promise<Instant | undefined> {
  const hours = calendarOf(party, settings.hours);
  if (!person) return nextAtWork(now, hours, []);
  const zone = (await reading.person(person))?.zone ?? hours.zone;
  return nextAtWork(now, { ...hours, zone }, await reading.absences(person, localDay(now, zone)));
}
