import type { Renewal } from '../../domain/stack/renewal.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';

export interface RenewalReading {
  /** Null until somebody was asked about this term. */
  renewal(tool: string, contractEnd: LocalDate): Promise<Renewal | null>;
  /** Every term that was asked about, the latest first. */
  renewalsOf(tool: string): Promise<Renewal[]>;
  /** Tools in use whose notice date lies within these days and whose renewal is to be looked at by then. */
  renewalsDue(
    workspace: string,
    days: { from: LocalDate; to: LocalDate },
    until: Instant,
    limit: number,
  ): Promise<string[]>;
  /** Tools in use whose notice date lies within these days, the earliest first, with what was said of this term. */
  renewalsWithin(
    workspace: string,
    days: { from: LocalDate; to: LocalDate },
  ): Promise<{ tool: Tool; renewal: Renewal | null }[]>;
  /** When a renewal is to be looked at next, later than `after`; null if none is planned. */
  nextRenewalLook(workspace: string, after: Instant): Promise<Instant | null>;
}

export interface RenewalWriting {
  /** `lookAt` is when to look at it again; null if there is nothing more to say. */
  saveRenewal(workspace: string, renewal: Renewal, lookAt: Instant | null): Promise<void>;
}
