import { userOf } from '../../domain/person.ts';
import type { Directory, Reading } from '../ports.ts';

/** Where there is no Slack to ask: who was a member when last seen is one, and nobody can be told to be IT. */
export function knownPeople(store: Pick<Reading, 'person'>): Directory {
  const unknown = { zone: null, isMember: false, isAdmin: false, readAt: 0 };
  const person: Directory['person'] = async (id) =>
    (await store.person(id)) ?? { id, name: userOf(id), ...unknown };
  return {
    person,
    standingOf: async (id) => ({ person: id, isMember: (await person(id)).isMember, isIt: false }),
  };
}
