import { localDay } from '../domain/day.ts';
import type { PersonId } from '../domain/person.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Desk } from './desk.ts';

/** Which day it is where somebody is. */
export async function todayOf(
  { clock, directory }: Pick<Desk, 'clock' | 'directory'>,
  person: PersonId,
): Promise<LocalDate> {
  const { zone } = await directory.person(person);
  return localDay(clock.now(), zone ?? 'UTC');
}
