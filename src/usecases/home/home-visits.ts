import type { Span } from '../../domain/digest/schedule.ts';
import type { PersonId } from '../../domain/person.ts';
import type { Request, Status } from '../../domain/request/request.ts';
import type { Commitment } from '../../domain/sla/commitment.ts';
import type { Instant } from '../../domain/time.ts';

/** The lists of App Home that are looked through page by page; IT's queue keeps its own place. */
export const homeLists = ['waiting', 'mine', 'following', 'marketing'] as const;
export type HomeList = (typeof homeLists)[number];

/** Counted from 0; a list that nobody turned is on its first page. */
export type HomePages = Partial<Record<HomeList, number>>;

/** Somebody's App Home, as they left it and as Slack shows it. */
export interface HomeVisit {
  person: PersonId;
  pages: HomePages;
  /** When they opened it last. */
  openedAt: Instant;
  /** When it was last wanted anew because something changed. */
  refreshedAt: Instant | null;
  /** What was published last, as a digest; null before the first time. */
  shown: string | null;
  /** Slack's own hash of that. */
  hash: string | null;
}

type Page = { limit: number; offset: number };

/** What App Home reads beside the requests themselves. */
export interface HomeReading {
  /** What waits on marketing and is this person's, the first due first. */
  waitingOnRequester(person: PersonId, limit: number): Promise<Request[]>;
  /** What waits on IT, or on somebody IT asked, and is this person's, the first due first. */
  waitingOnAssignee(workspace: string, person: PersonId, limit: number): Promise<Request[]>;
  /** Open requests in these states, the first due first. */
  openIn(workspace: string, statuses: readonly Status[], limit: number): Promise<Request[]>;
  /** Requests with a check that this person, or whoever they stand in for, still has to decide about. */
  withChecksOf(person: PersonId, limit: number): Promise<Request[]>;
  /** Requests that are worked on while a change of their terms waits for a signature. */
  withChangeToSign(workspace: string, limit: number): Promise<Request[]>;
  countRequestsOf(person: PersonId): Promise<number>;
  /** Open first, then newest first; without their own. */
  followedBy(person: PersonId, page: Page): Promise<Request[]>;
  countFollowedBy(person: PersonId): Promise<number>;
  /** All that is open, what waits on marketing first, then the first due. */
  openByMarketing(workspace: string, page: Page): Promise<Request[]>;
  /** How many promises were settled in this stretch of time, and how; what had no budget was none. */
  promisesSettled(
    span: Span,
  ): Promise<(Pick<Commitment, 'debtor' | 'verdict' | 'byChange'> & { count: number })[]>;
  homeVisit(person: PersonId): Promise<HomeVisit | null>;
  homesOpenedSince(workspace: string, since: Instant): Promise<HomeVisit[]>;
}

export interface HomeWriting {
  saveHomeOpened(workspace: string, person: PersonId, at: Instant): Promise<void>;
  saveHomePages(workspace: string, person: PersonId, pages: HomePages, at: Instant): Promise<void>;
  /** False if it was wanted anew after `earlier` already. */
  takeHomeRefresh(person: PersonId, at: Instant, earlier: Instant): Promise<boolean>;
  saveHomeShown(person: PersonId, shown: string, hash: string | null): Promise<void>;
}
