import type { PersonId } from '../../domain/person.ts';

/** Who is in the user groups that own checks. */
export interface CheckGroups {
  /** As far as it is known; null where Slack has to be asked first. */
  known(group: string): readonly PersonId[] | null;
  /** Afterwards it is known. What cannot be read has no members. */
  learn(group: string): Promise<void>;
}

/** Whoever can be asked; absent where there is no Slack: then groups have no members. */
interface Asked {
  groups?: CheckGroups;
}

/** A transaction came upon a group of which nothing is known: it takes nothing down, and is tried again. */
class GroupUnknown extends Error {
  override name = 'GroupUnknown';
  readonly group: string;

  constructor(group: string) {
    super(`who is in ${group} has to be asked first`);
    this.group = group;
  }
}

/** For rules to ask in the middle of a transaction, which must not wait for Slack. Throws what `withGroups` mends. */
export function membersIn({ groups }: Asked): (group: string) => readonly PersonId[] {
  return (group) => {
    const members = groups ? groups.known(group) : [];
    if (members === null) throw new GroupUnknown(group);
    return members;
  };
}

/** Runs what may come upon groups; each that is not known is asked for, and it is run again. */
export async function withGroups<T>({ groups }: Asked, run: () => Promise<T>): Promise<T> {
  const asked = new Set<string>();
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof GroupUnknown) || asked.has(error.group)) throw error;
      asked.add(error.group);
      await groups?.learn(error.group);
    }
  }
}
