import { localDay } from '../../domain/day.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { nextAtWork } from '../../domain/sla/absence.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading } from '../ports.ts';

/** The first instant from now on at which somebody works: their side's hours in their own zone, without their days away. */
export async function nextHeard(
  reading: Reading,
  person: PersonId,
  side: Side,
  { hours }: Pick<Settings, 'hours'>,
  now: Instant,
): Promise<Instant | undefined> {
  const zone = (await reading.person(person))?.zone ?? hours[side].zone;
  return nextAtWork(now, { ...hours[side], zone }, await reading.absences(person, localDay(now, zone)));
}
