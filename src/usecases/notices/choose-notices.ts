import { type Notices, usualNotices } from '../../domain/notices/notices.ts';
import type { PersonId } from '../../domain/person.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { Desk } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import type { Reading } from '../ports.ts';

export async function noticesOf(reading: Reading, person: PersonId): Promise<Notices> {
  return (await reading.notices(person)) ?? usualNotices;
}

export async function chooseNotices(desk: Desk, person: PersonId, chosen: Notices): Promise<Outcome<null>> {
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return refusal(refused('outsider'));
  await desk.store.write((transaction) => transaction.saveNotices(desk.workspace, person, chosen));
  return done(null);
}
