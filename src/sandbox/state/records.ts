import type { Block } from '../client-api.ts';
import type { Fields } from '../json.ts';

export interface Team {
  id: string;
  name: string;
  domain: string;
}

/** `external` is a person of another workspace who is here through Slack Connect. */
export type Role = 'member' | 'admin' | 'guest' | 'external' | 'bot';

export interface User {
  id: string;
  name: string;
  realName: string;
  title: string;
  email: string;
  teamId: string;
  tz: string;
  role: Role;
  colour: string;
  deleted: boolean;
}

export interface Channel {
  id: string;
  /** Empty for a direct message. */
  name: string;
  kind: 'public' | 'private' | 'im';
  members: string[];
  isArchived: boolean;
  /** Shared with another workspace through Slack Connect. */
  isShared: boolean;
  topic: string;
  creator: string;
  /** Epoch seconds. */
  created: number;
  /** User id -> the newest ts that this person has read. */
  lastRead: Record<string, string>;
}

export interface UserGroup {
  id: string;
  handle: string;
  name: string;
  members: string[];
}

export interface Reaction {
  name: string;
  users: string[];
}

export interface MessageMetadata {
  event_type: string;
  event_payload: Fields;
}

export interface Message {
  channel: string;
  ts: string;
  threadTs: string | null;
  user: string;
  /** Posted by the app: it carries a `bot_id`. */
  byApp: boolean;
  text: string;
  blocks: Block[];
  /** A thread reply that is shown in the channel as well. */
  broadcast: boolean;
  edited: { user: string; ts: string } | null;
  reactions: Reaction[];
  files: string[];
  metadata: MessageMetadata | null;
  /** A deleted parent whose replies still stand. */
  tombstone: boolean;
  /** Seen by this person only; kept in memory, as Slack keeps it in the client. */
  ephemeralFor: string | null;
  /** Real epoch milliseconds before which nobody sees it. */
  visibleFrom: number;
}

/** block_id -> action_id -> `{ type, … }`, as in `view.state.values`. */
export type StateValues = Record<string, Record<string, Fields>>;

export interface PlainText {
  type: 'plain_text';
  text: string;
  emoji?: boolean;
}

export interface View {
  id: string;
  user: string;
  type: 'modal' | 'home';
  callbackId: string;
  externalId: string;
  privateMetadata: string;
  title: PlainText | null;
  submit: PlainText | null;
  close: PlainText | null;
  blocks: Block[];
  clearOnClose: boolean;
  notifyOnClose: boolean;
  hash: string;
  rootId: string;
  previousId: string | null;
  state: StateValues;
  errors: Record<string, string>;
}

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  user: string;
  /** Epoch seconds. */
  created: number;
  /** Where it was shared. */
  channels: string[];
  /** `awaiting-bytes` between getUploadURLExternal and the upload, `uploaded` until it is completed. */
  status: 'awaiting-bytes' | 'uploaded' | 'complete';
}

export interface ResponseUrl {
  id: string;
  user: string;
  channel: string;
  /** The message that it belongs to, for `replace_original` and `delete_original`. */
  ts: string | null;
  used: number;
  /** Epoch milliseconds on the sandbox's clock. */
  expiresAt: number;
}

/** An event that the app has not yet acknowledged. */
export interface PendingEvent {
  id: string;
  body: Fields;
  /** Deliveries so far. */
  attempts: number;
  reason: string;
}

/** What changed, for the page's streams and the driver's waits. */
export type StateChange =
  | { type: 'message'; channel: string; ts: string; isNew: boolean }
  | { type: 'message-deleted'; channel: string; ts: string; threadTs: string | null }
  | { type: 'ephemeral'; message: Message }
  | { type: 'ephemeral-deleted'; user: string; channel: string; ts: string }
  | { type: 'channel'; id: string }
  | { type: 'users' }
  | { type: 'views'; user: string }
  | { type: 'home'; user: string }
  | { type: 'connections' }
  | { type: 'clock' }
  | { type: 'stage' };
