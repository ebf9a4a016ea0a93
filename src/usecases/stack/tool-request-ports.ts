import type { ToolRequest } from '../../domain/stack/following.ts';
import type { Review } from '../../domain/stack/review.ts';
import type { Instant } from '../../domain/time.ts';

export interface ToolRequestReading {
  /** Requests that moved on since their tool learned of them, in the order in which they were asked. */
  requestsForStack(workspace: string, limit: number): Promise<string[]>;
  toolRequest(request: string): Promise<ToolRequest | null>;
  /** The latest first. */
  requestsOfTool(tool: string, limit: number): Promise<ToolRequest[]>;
  /** Of requests that were submitted from one instant until before the other. */
  toolRequestsBetween(workspace: string, from: Instant, to: Instant): Promise<ToolRequest[]>;
  /** When this database was begun. */
  installedAt(): Promise<Instant>;
  review(request: string): Promise<Review | null>;
  /** The latest first. */
  reviewsOf(tool: string): Promise<Review[]>;
  /** Requests whose reviews are to be looked at by then. */
  reviewsDue(workspace: string, until: Instant, limit: number): Promise<string[]>;
  /** When a review is to be looked at next, later than `after`; null if none is planned. */
  nextReviewLook(workspace: string, after: Instant): Promise<Instant | null>;
}

export interface ToolRequestWriting {
  /** From now on a tool learns what becomes of this request, beginning with what it is now. */
  followForStack(request: string): Promise<void>;
  /** A tool has learned of this request as it was in this version. */
  followedForStack(request: string, version: number): Promise<void>;
  saveToolRequest(workspace: string, toolRequest: ToolRequest): Promise<void>;
  /** `lookAt` is when to look at it again; null if there is nothing more to say. */
  saveReview(workspace: string, review: Review, lookAt: Instant | null): Promise<void>;
}
