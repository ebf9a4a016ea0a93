import { daysAfter } from '../day.ts';
import type { PersonId } from '../person.ts';
import type { Instant, LocalDate } from '../time.ts';
import { noticeOn } from './contract.ts';
import type { Tool } from './tool.ts';

/** Somebody's word that two tools are both needed. */
export interface KeptPair {
  /** The tool beside which it is kept. */
  other: string;
  because: string;
  by: PersonId;
  at: Instant;
}

/** How long before a notice date it is worth another thought. */
const thoughtAhead = 60;

/** It holds until notice for one of the two comes near, counted from the contracts as they are now. */
export function isKept(kept: readonly KeptPair[], one: Tool, other: Tool, today: LocalDate): boolean {
  const again = [noticeOn(one), noticeOn(other)].flatMap((date) =>
    date === null ? [] : [daysAfter(date, -thoughtAhead)],
  );
  return kept.some((pair) => {
    const said = new Date(pair.at).toISOString().slice(0, 10);
    return pair.other === other.id && !again.some((day) => said < day && day <= today);
  });
}
