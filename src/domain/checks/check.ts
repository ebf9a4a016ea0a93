import type { PersonId, Side } from '../person.ts';
import type { LocalDate } from '../time.ts';

/** What an undecided check stands in the way of: IT's yes, or the delivery and with it the end. */
export const checkBarriers = ['accepting', 'closing'] as const;
export type CheckBarrier = (typeof checkBarriers)[number];

export interface CheckQuestion {
  id: string;
  text: string;
}

/** A check as it is asked for, once a request under each name. */
export interface AskedCheck {
  /** What is looked at, such as "security". */
  name: string;
  /** Never empty. */
  owners: PersonId[];
  /** Whether one of its owners is enough. */
  needs: 'any' | 'all';
  /** Decides for owners who are away or may not decide here. */
  standIn: PersonId | null;
  blocks: CheckBarrier;
  questions: CheckQuestion[];
}

export interface Check extends AskedCheck {
  /** Bodies by question id. */
  answers: Record<string, string>;
  standing: CheckStanding;
}

export type CheckStanding =
  /** `approvedBy`: the owners who have said yes, or for whom their stand-in has. */
  | { is: 'open'; approvedBy: PersonId[] }
  /** `from` is the side that has to change something. */
  | { is: 'changes-wanted'; by: PersonId; from: Side; words: string }
  | { is: 'approved'; by: PersonId }
  /** Until the end of that day; then it opens again. */
  | { is: 'waived'; by: PersonId; until: LocalDate; words: string };

/** Whether somebody still has to decide. */
export function isPending({ standing }: Check): boolean {
  return standing.is === 'open' || standing.is === 'changes-wanted';
}

/** The people of a request who may not decide about its checks. */
export interface Involved {
  requester: PersonId;
  author: PersonId;
  assignee: PersonId | null;
}

export function isInvolved(person: PersonId, { requester, author, assignee }: Involved): boolean {
  return person === requester || person === author || person === assignee;
}

/** Owners whose word is still missing. */
export function missingOwners({ owners, standing }: Check): PersonId[] {
  return standing.is === 'open' ? owners.filter((owner) => !standing.approvedBy.includes(owner)) : owners;
}

/** The one person whose turn it is, by what is on the record: who is away today is not. */
export function nextOwner(check: Check, involved: Involved): PersonId {
  const missing = missingOwners(check);
  const free = missing.find((owner) => !isInvolved(owner, involved));
  const [first] = missing.length > 0 ? missing : check.owners;
  const owner = free ?? check.standIn ?? first;
  if (!owner) throw new Error(`nobody owns the ${check.name} check`);
  return owner;
}

/**
 * The owners for whom somebody may decide: themselves, or, as the stand-in, those who are away or involved. Empty where
 * it is not for them to decide now.
 */
export function decidesFor(
  check: Check,
  person: PersonId,
  involved: Involved,
  isAway: (person: PersonId) => boolean,
): PersonId[] {
  if (isInvolved(person, involved)) return [];
  if (check.owners.includes(person)) return [person];
  if (person !== check.standIn) return [];
  const missing = missingOwners(check);
  const absent = missing.filter((owner) => isAway(owner) || isInvolved(owner, involved));
  // Where one is enough, a stand-in is needed only once nobody else is there.
  return check.needs === 'all' || absent.length === missing.length ? absent : [];
}
