import type { PersonId } from '../../domain/person.ts';
import type { Absence } from '../../domain/sla/absence.ts';
import type { Desk } from '../desk.ts';
import { todayOf } from '../today.ts';

/** The days on which somebody is away, from today on. */
export async function daysAway(desk: Desk, person: PersonId): Promise<Absence[]> {
  return desk.store.absences(person, await todayOf(desk, person));
}

/** Adds a stretch of days away, in place of one that began on the same day; without one, somebody is back for good. */
export async function setDaysAway(desk: Desk, person: PersonId, absence: Absence | null): Promise<Absence[]> {
  const today = await todayOf(desk, person);
  return desk.store.write(async (transaction) => {
    const kept = absence
      ? (await transaction.absences(person, today)).filter(({ firstDay }) => firstDay !== absence.firstDay)
      : [];
    const absences = [...kept, ...(absence ? [absence] : [])].sort((a, b) =>
      a.firstDay < b.firstDay ? -1 : 1,
    );
    await transaction.replaceAbsences(person, absences);
    return absences;
  });
}
