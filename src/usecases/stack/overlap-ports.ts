import type { PersonId } from '../../domain/person.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Instant } from '../../domain/time.ts';

/** That somebody was told of two tools that may do the same job. */
export interface PairTold {
  /** Ids in the order of their text. */
  tools: [string, string];
  person: PersonId;
}

export interface OverlapReading {
  /** Tools that are to be compared with the others by then, at most so many. */
  toolsToCompare(workspace: string, until: Instant, limit: number): Promise<string[]>;
  /** When a tool is to be compared next, later than `after`; null if none is. */
  nextComparison(workspace: string, after: Instant): Promise<Instant | null>;
  /** Who was told of pairs with any of these tools. */
  pairsTold(tools: readonly string[]): Promise<PairTold[]>;
}

export interface OverlapWriting {
  /** When to compare these again; null if nothing is left to say of them. */
  planComparison(tools: readonly Pick<Tool, 'id'>[], at: Instant | null): Promise<void>;
  /** Everything that is to be compared by then is left as it is. */
  skipComparisons(workspace: string, until: Instant): Promise<void>;
  rememberPairs(told: readonly PairTold[], at: Instant): Promise<void>;
}
