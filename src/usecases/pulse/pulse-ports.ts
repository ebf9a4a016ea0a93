import type { PersonId, Side } from '../../domain/person.ts';
import type { PulseScore, PulseTally } from '../../domain/pulse/reading.ts';
import type { Instant } from '../../domain/time.ts';

export interface PulsePorts {
  /** Who asked for something, or worked on it, in requests that were open or changed since. */
  peopleSince(workspace: string, since: Instant): Promise<{ person: PersonId; side: Side }[]>;
  /** Answers by quarter and side. */
  pulseTallies(workspace: string): Promise<PulseTally[]>;
}

/**
 * Ballots, not answers of people: a ballot is known by the digest of a secret that stands nowhere but in the buttons of
 * one person's message.
 */
export interface PulseWriting {
  addBallot(workspace: string, ballot: { secret: string; quarter: string; side: Side }): Promise<void>;
  /** Null if there is no such ballot. */
  ballotQuarter(secret: string): Promise<{ quarter: string; side: Side } | null>;
  /** Puts the ballot in anew, so that the order of rows does not tell who was asked when. */
  castBallot(
    workspace: string,
    ballot: { secret: string; quarter: string; side: Side; score: PulseScore },
  ): Promise<void>;
}
