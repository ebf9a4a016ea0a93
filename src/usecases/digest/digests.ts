import type { AgendaItem, Choice } from '../../domain/digest/agenda.ts';
import type { Digest } from '../../domain/digest/digest.ts';
import type { PersonId } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import type { Commitment } from '../../domain/sla/commitment.ts';
import type { Instant } from '../../domain/time.ts';

/** Where a digest is told: in its channel, or to one person. */
export type DigestPlace = 'channel' | PersonId;

/** Where a digest stands in Slack. */
export interface DigestLocation {
  workspace: string;
  week: string;
  place: DigestPlace;
  channel: string;
  ts: string;
}

export interface DigestReading {
  /** Ids of all requests that are open, or that were closed or changed since. */
  requestsInPlay(workspace: string, since: Instant): Promise<string[]>;
  /** By request id, each oldest first. */
  historiesOf(requests: readonly string[]): Promise<Map<string, RequestEvent[]>>;
  /** By request id; those that ended, too. */
  allCommitmentsOf(requests: readonly string[]): Promise<Map<string, Commitment[]>>;
  /** By request id: the promises that somebody was warned of. */
  warnedOf(requests: readonly string[]): Promise<Map<string, Pick<Commitment, 'clock' | 'round'>[]>>;
  digest(workspace: string, week: string): Promise<Digest | null>;
  /** The ISO weeks that have a digest: how many, and the newest. */
  digestWeeks(workspace: string): Promise<{ count: number; newest: string | null }>;
  digestLocation(workspace: string, week: string, place: DigestPlace): Promise<DigestLocation | null>;
  /** Every place at which digests stand that ask about this, see `aboutOf`. */
  digestsAbout(workspace: string, about: string): Promise<DigestLocation[]>;
  digestLocations(workspace: string, week: string): Promise<DigestLocation[]>;
  /** Which of these questions were decided before, in whatever week. */
  decidedBefore(workspace: string, abouts: readonly string[]): Promise<Set<string>>;
}

export interface DigestWriting {
  /** Refused with a thrown error if this week has one. */
  addDigest(workspace: string, digest: Digest): Promise<void>;
  publishDigest(workspace: string, week: string, published: { by: PersonId; at: Instant }): Promise<void>;
  decideItem(
    workspace: string,
    week: string,
    decision: { position: number; item: AgendaItem; choice: Choice; by: PersonId; at: Instant },
  ): Promise<void>;
  saveDigestLocation(location: DigestLocation): Promise<void>;
}
