import type { PersonId } from '../person.ts';
import type { Instant } from '../time.ts';

export const mostInTopFive = 5;

/** What marketing's lead put first, in this order. Each change is a version of its own. */
export interface TopFive {
  /** 0 before the first one. */
  revision: number;
  /** Ids of requests. Those that were closed since do not count: whatever stands below moves up. */
  requests: string[];
  by: PersonId | null;
  at: Instant | null;
}

export const noTopFive: TopFive = { revision: 0, requests: [], by: null, at: null };
