/** A person is known by team and user, because people of other workspaces reach us through Slack Connect. */
export type PersonId = `${string}/${string}`;

export function personId(team: string, user: string): PersonId {
  return `${team}/${user}`;
}

export function userOf(person: PersonId): string {
  return person.slice(person.indexOf('/') + 1);
}

export function teamOf(person: PersonId): string {
  return person.slice(0, person.indexOf('/'));
}

/** The two departments the desk stands between. */
export const sides = ['marketing', 'it'] as const;
export type Side = (typeof sides)[number];

export function otherSide(side: Side): Side {
  return side === 'it' ? 'marketing' : 'it';
}
