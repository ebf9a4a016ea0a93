/**
 * What the sandbox's web page and its server say to each other. The page is a Slack client of one persona a pane:
 * it reads a snapshot, then follows a stream of changes, and posts what the person does.
 *
 *   GET  /client/snapshot?as=U…                        -> Snapshot (without `as`, or with an unknown one: the first of the cast)
 *   GET  /client/messages?as=U…&channel=C…&before=ts&thread=ts&limit=100 -> { messages: ClientMessage[]; more: boolean } (oldest first)
 *   GET  /client/stream?as=U…                          -> server-sent events, each `data:` a Change
 *   POST /client/do?as=U…   body: Deed                 -> DeedResult (what the person sees at once; the rest comes by the stream)
 *   POST /client/options?as=U…  body: OptionsQuery     -> { options } | { option_groups }
 *   POST /client/upload?as=U…&name=…  body: bytes      -> { file: ClientFile }
 *   GET  /client/file/F…?as=U…                         -> bytes
 *   GET  /client/log?after=id                          -> LogEntry[]      (newest last; those after this id)
 *   POST /client/control    body: Control              -> ControlState
 *   POST /client/stage      body: StageOrder           -> ClientStage
 */

/** Block Kit as it came over the API: already validated by the server, so the page may trust its shape. */
export type Block = { type: string; block_id?: string } & Record<string, unknown>;

export interface ClientUser {
  id: string;
  name: string;
  realName: string;
  title: string;
  tz: string;
  tzOffset: number;
  avatarColour: string;
  isBot: boolean;
  isAdmin: boolean;
  isGuest: boolean;
  isExternal: boolean;
  /** One of the cast that the page may act as. */
  playable: boolean;
}

export interface ClientChannel {
  id: string;
  /** For a direct message: the other member's display name. */
  name: string;
  kind: 'public' | 'private' | 'im';
  isMember: boolean;
  isArchived: boolean;
  memberIds: string[];
  topic: string;
  unread: number;
  mentions: number;
  latestTs: string | null;
  /** The app behind a direct message, if it is one with the app. */
  appUserId: string | null;
}

export interface ClientFile {
  id: string;
  name: string;
  mimetype: string;
  size: number;
}

export interface ClientMessage {
  channel: string;
  ts: string;
  threadTs: string | null;
  user: string;
  text: string;
  blocks: Block[];
  edited: boolean;
  /** Seen by this persona only, gone at the next reload. */
  ephemeral: boolean;
  reactions: { name: string; users: string[] }[];
  files: ClientFile[];
  replyCount: number;
  replyUsers: string[];
  latestReplyTs: string | null;
}

export interface ClientView {
  id: string;
  callbackId: string;
  title: string;
  submit: string | null;
  close: string;
  blocks: Block[];
  /** block_id -> action_id -> what the input holds now, in the shape of Slack's `view.state.values`. */
  state: Record<string, Record<string, unknown>>;
  /** block_id -> sentence, from `response_action: errors`. */
  errors: Record<string, string>;
}

export interface SlashCommand {
  command: string;
  description: string;
  usageHint: string;
}

export interface Shortcut {
  callbackId: string;
  name: string;
  description: string;
  type: 'global' | 'message';
}

export interface Snapshot {
  workspace: { id: string; name: string };
  me: ClientUser;
  app: { id: string; name: string; botUserId: string; homeTab: boolean };
  users: ClientUser[];
  channels: ClientChannel[];
  commands: SlashCommand[];
  shortcuts: Shortcut[];
  /** The open modals of this persona, the top one last; at most three. */
  views: ClientView[];
  home: ClientView | null;
  emoji: Record<string, string>;
  stage: ClientStage;
  now: number;
}

/** A persona's conversation in a pane: the channel's id, a thread's ts if one is open, the tab if it is with the app. */
export interface ShownPane {
  as: string;
  at: string;
  thread: string | null;
  tab: 'home' | 'messages' | null;
}

/** What is told to whoever looks, whoever they act as. */
export interface ClientStage {
  /** Such as that demo data is being filled in. */
  banner: string | null;
  stories: { id: string; title: string }[];
  /** What is shown to whoever comes without an address of their own; empty: the first of the cast. */
  opening: ShownPane[];
  playing: {
    id: string;
    title: string;
    caption: string;
    /** Captions so far. */
    step: number;
    isPaused: boolean;
    /** What the story shows, one or two; empty until it says. */
    panes: ShownPane[];
    ended: 'finished' | 'failed' | null;
  } | null;
}

export type StageOrder = { play: string } | { pause: boolean } | { stop: true };

export type Change =
  | { type: 'message'; message: ClientMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'channel'; channel: ClientChannel }
  | { type: 'users'; users: ClientUser[] }
  | { type: 'views'; views: ClientView[] }
  | { type: 'home'; home: ClientView | null }
  /** `kind: 'error'` is what Slack shows when an app did not answer in time. */
  | {
      type: 'notice';
      kind: 'mention' | 'dm' | 'error';
      text: string;
      channel: string | null;
      ts: string | null;
    }
  | { type: 'clock'; now: number }
  | { type: 'stage'; stage: ClientStage };

/** Where a block action happened. */
export type ActionPlace =
  | { in: 'message'; channel: string; ts: string }
  | { in: 'view'; viewId: string }
  | { in: 'home' };

export type Deed =
  | { do: 'slash'; channel: string; command: string; text: string }
  | { do: 'say'; channel: string; text: string; threadTs?: string; fileIds?: string[] }
  | { do: 'edit'; channel: string; ts: string; text: string }
  | { do: 'delete'; channel: string; ts: string }
  | { do: 'react'; channel: string; ts: string; name: string }
  | { do: 'unreact'; channel: string; ts: string; name: string }
  | { do: 'read'; channel: string }
  | { do: 'global-shortcut'; callbackId: string }
  | { do: 'message-shortcut'; callbackId: string; channel: string; ts: string }
  /** `value` is what the element now holds, in the shape Slack sends it (`{ selected_option }`, `{ value }` …). */
  | { do: 'action'; place: ActionPlace; blockId: string; actionId: string; value: Record<string, unknown> }
  /** What an input holds now, kept by the server so that a reload or `views.update` does not lose it. */
  | { do: 'input'; viewId: string; blockId: string; actionId: string; value: Record<string, unknown> }
  | { do: 'submit-view'; viewId: string }
  | { do: 'close-view'; viewId: string; clearAll?: boolean }
  | { do: 'open-home'; tab: 'home' | 'messages' }
  | { do: 'open-dm'; user: string }
  /** Walks into a public channel; adds a person or the app to one that this person is in. */
  | { do: 'join'; channel: string }
  | { do: 'invite'; channel: string; user: string };

/** `error` is a sentence for the person ("martech-request did not respond"). */
export type DeedResult = { ok: true } | { ok: false; error: string };

export interface OptionsQuery {
  place: ActionPlace;
  blockId: string;
  actionId: string;
  value: string;
}

export interface LogEntry {
  id: number;
  at: number;
  direction: 'app-to-slack' | 'slack-to-app';
  /** A Web API method, or the payload's type. */
  name: string;
  payload: unknown;
  /** `ok`, Slack's error code, `acked in 12 ms`, `no ack`. */
  result: string;
  milliseconds: number;
}

/** Faults that the page and the tests can order. `times` counts down; absent means until taken back. */
export type Fault =
  | { kind: 'slow'; method: string; milliseconds: number; times?: number }
  | { kind: 'accept-then-reset'; method: string; times?: number }
  | { kind: 'error-500'; method: string; times?: number; afterAccepting?: boolean }
  | { kind: 'error'; method: string; code: string; times?: number; afterAccepting?: boolean }
  | { kind: 'rate-limit'; method: string; retryAfter: string | null; times?: number }
  | { kind: 'never-answer'; method: string; times?: number }
  | { kind: 'visible-late'; milliseconds: number }
  | { kind: 'drop-socket' }
  | { kind: 'revoke-token' }
  | { kind: 'archive'; channel: string }
  | { kind: 'kick-bot'; channel: string }
  | { kind: 'redeliver'; what: 'event' | 'command' | 'interaction'; times: number };

export type Control = { move: number } | { fault: Fault } | { clearFaults: true } | { rateLimits: boolean };

export interface ControlState {
  now: number;
  faults: Fault[];
  rateLimits: boolean;
}
