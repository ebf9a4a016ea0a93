import type { PersonId, Side } from '../domain/person.ts';
import type { BodyId } from '../domain/request/request.ts';
import type { Settings } from '../domain/settings/settings.ts';
import type { Instant } from '../domain/time.ts';

/** The workspace that a database belongs to. */
export interface Workspace {
  id: string;
  name: string;
  botUserId: string;
  /** Who installed the app; what would go to a lead goes here until leads are named. */
  installer: PersonId | null;
}

/** What was last read of somebody's profile. */
export interface Person {
  id: PersonId;
  name: string;
  /** An IANA zone; null if the profile shows none. */
  zone: string | null;
  isMember: boolean;
  isAdmin: boolean;
  readAt: Instant;
}

export interface SettingsVersion {
  version: number;
  document: Settings;
  changedBy: PersonId | null;
  changedAt: Instant;
}

/** Where a card or a line of ours stands in Slack. Rows are superseded, never deleted. */
export interface MessageLocation {
  workspace: string;
  channel: string;
  ts: string;
  threadTs: string | null;
  request: string;
  purpose: 'triage-card' | 'private-card' | 'say';
  /** Whose private card; null in the triage channel. */
  recipient: PersonId | null;
  /** Of a line: the fact that it tells. Null for cards. */
  event: number | null;
  supersededAt: Instant | null;
}

/** What somebody wrote in the thread of a card. */
export interface ThreadMessage {
  workspace: string;
  channel: string;
  ts: string;
  threadTs: string;
  request: string;
  /** Whose thread it is. */
  side: Side;
  author: PersonId;
  /** The seq of the fact that it became. */
  fact: number;
  /** The body that holds it as it reads now; null once it was deleted. */
  words: BodyId | null;
  /** IT's: the seq of the fact by which its words went across; null while they are IT's own. */
  crossed: number | null;
}

/** One person's emoji on one message, as last heard. */
export interface Reaction {
  workspace: string;
  channel: string;
  ts: string;
  user: string;
  name: string;
  present: boolean;
  /** Slack's time of the change; an older one that arrives later changes nothing. Compared as numbers. */
  eventTs: string;
}

/** A Slack event, or what somebody sent in a crowd, committed before it is acked. `body` is all of it as JSON. */
export interface InboxEvent {
  id: string;
  workspace: string;
  body: string;
  receivedAt: Instant;
}
