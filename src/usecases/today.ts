import { localDay } from '../domain/day.ts';
import type { PersonId } from '../domain/person.ts';
import { dayMs, type Instant, type LocalDate } from '../domain/time.ts';
import type { Desk } from './desk.ts';
import type { Person } from './records.ts';

/** Which day it is where somebody is. */
export async function todayOf(
  { clock, directory }: Pick<Desk, 'clock' | 'directory'>,
  person: PersonId,
): Promise<LocalDate> {
  const { zone } = await directory.person(person);
  return localDay(clock.now(), zone ?? 'UTC');
}

/** Whether somebody may be in another zone by now. People travel, but not by the hour. */
export function isZoneOld({ readAt }: Pick<Person, 'readAt'>, now: Instant): boolean {
  return now - readAt > dayMs;
}
