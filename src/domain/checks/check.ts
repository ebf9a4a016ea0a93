import type { PersonId } from '../person.ts';

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
