import type { Instant } from '../../domain/time.ts';
import type { Horizons, Outdated } from './kept-for.ts';

/** The database came back from a copy: what was said between these two instants is not in it. */
export interface Restoration {
  takenAt: Instant;
  /** When the app was first started on it; null before that. */
  startedAt: Instant | null;
}

export interface KeepingReading {
  /** The latest; null if this database was never restored. */
  restoration(workspace: string): Promise<Restoration | null>;
  /** When this database last heard from Slack, or from the outbox that something was said; null if never. */
  lastSignOfLife(workspace: string): Promise<Instant | null>;
  /** Of what there are rows from before its horizon. */
  outdated(workspace: string, horizons: Horizons): Promise<Outdated[]>;
}

export interface KeepingWriting {
  /** The app has not been started on what was taken then. */
  expectRestoration(workspace: string, takenAt: Instant): Promise<void>;
  beginRestoration(workspace: string, takenAt: Instant, at: Instant): Promise<void>;
  /** The next request's number is higher by so many. */
  skipRequestNumbers(workspace: string, count: number): Promise<void>;
  /** All that is still to be said may have been said: it is looked for before it is said. */
  doubtOutbox(workspace: string, dueAt: Instant): Promise<void>;
  /** Deletes rows that are done with, the limit at most; returns how many. */
  dropOutdated(workspace: string, what: Outdated, before: Instant, limit: number): Promise<number>;
}
