import type { StandingVersion } from '../domain/agreement/standing.ts';
import type { PersonId, Side } from '../domain/person.ts';
import type { RequestEvent } from '../domain/request/events.ts';
import type { QueueFilter, QueuePlace, ReckonedList, ReckonedPlace } from '../domain/request/queue.ts';
import type { Request } from '../domain/request/request.ts';
import type { Standing } from '../domain/request/rights.ts';
import type { Absence } from '../domain/sla/absence.ts';
import type { Commitment, ToldAlert } from '../domain/sla/commitment.ts';
import type { Term } from '../domain/terms/term.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { CheckGroups } from './checks/check-groups.ts';
import type { DigestReading, DigestWriting } from './digest/digests.ts';
import type { ExportReading } from './export/export-ports.ts';
import type { HomeReading, HomeWriting } from './home/home-visits.ts';
import type { DraftReading, DraftWriting } from './intake/draft-ports.ts';
import type { KeepingReading, KeepingWriting } from './keeping/keeping-ports.ts';
import type { News } from './news.ts';
import type { MorningReading, MorningWriting } from './notices/morning-ports.ts';
import type { PulsePorts, PulseWriting } from './pulse/pulse-ports.ts';
import type {
  InboxEvent,
  MessageLocation,
  Person,
  Reaction,
  SettingsVersion,
  ThreadMessage,
  Workspace,
} from './records.ts';
import type { RoadmapReading, RoadmapWriting } from './roadmap/roadmap-ports.ts';
import type { NewOutboxEntry, OutboxEntry } from './saying/outbox.ts';
import type { OverlapReading, OverlapWriting } from './stack/overlap-ports.ts';
import type { RenewalReading, RenewalWriting } from './stack/renewal-ports.ts';
import type { StackImportReading, StackImportWriting } from './stack/stack-import-ports.ts';
import type { ToolReading, ToolWriting } from './stack/tool-ports.ts';
import type { ToolRequestReading, ToolRequestWriting } from './stack/tool-request-ports.ts';
import type { AttachmentReading, AttachmentWriting } from './threads/attachments.ts';
import type { BrokeredReading, BrokeredWriting } from './threads/brokered-words.ts';
import type { HeldReplyReading, HeldReplyWriting } from './threads/held-replies.ts';

/** What can be asked of the store. Every method names its purpose; none leaks SQL. */
export interface Reading
  extends AttachmentReading,
    DraftReading,
    HeldReplyReading,
    BrokeredReading,
    RenewalReading,
    RoadmapReading,
    HomeReading,
    KeepingReading,
    ToolReading,
    ToolRequestReading,
    OverlapReading,
    StackImportReading,
    DigestReading,
    MorningReading,
    ExportReading,
    PulsePorts {
  workspace(): Promise<Workspace | null>;
  /** The newest version; null before the first. */
  settings(workspace: string): Promise<SettingsVersion | null>;
  settingsVersion(workspace: string, version: number): Promise<SettingsVersion | null>;
  /** The version in force at an instant and every later one, oldest first; all of them if none was in force then. */
  settingsSince(workspace: string, instant: Instant): Promise<SettingsVersion[]>;
  person(id: PersonId): Promise<Person | null>;
  people(ids: readonly PersonId[]): Promise<Map<PersonId, Person>>;
  request(id: string): Promise<Request | null>;
  requestByNumber(workspace: string, number: number): Promise<Request | null>;
  /** In the order of these ids; those that are not there are left out. */
  requests(ids: readonly string[]): Promise<Request[]>;
  /** Ids of requests that have `all` of these terms, or whose titles are `alike` by two of them; best match first. */
  searchRequests(
    workspace: string,
    terms: readonly string[],
    how: { match: 'all' | 'alike'; limit: number },
  ): Promise<string[]>;
  /** Oldest first. */
  history(request: string): Promise<RequestEvent[]>;
  commitments(request: string): Promise<Commitment[]>;
  /** By request id; requests without any are absent. */
  openCommitments(requests: readonly string[]): Promise<Map<string, Commitment[]>>;
  /** In the order in which they were told. */
  toldAlerts(request: string): Promise<ToldAlert[]>;
  /** Requests of which somebody is to be told, the longest due first. */
  requestsWithAlertsDue(until: Instant, limit: number): Promise<string[]>;
  /** Requests with open clocks whose figures come from other settings or time-zone data. */
  requestsReckonedOtherwise(basis: string, limit: number): Promise<string[]>;
  /** The earliest instant at which somebody is to be told of something; null if there is none. */
  nextAlertAt(): Promise<Instant | null>;
  /** Somebody's days away that end on this day or later, in order. */
  absences(person: PersonId, from: LocalDate): Promise<Absence[]>;
  /** Words by body id; a body that retention blanked is absent. */
  words(bodies: readonly string[]): Promise<Map<string, string>>;
  /** Open first, then newest first; those they asked for or filed. */
  requestsOf(person: PersonId, page: { limit: number; offset: number }): Promise<Request[]>;
  /** Open requests, highest priority first, then oldest first. */
  openRequests(workspace: string, page: { limit: number; offset: number }): Promise<Request[]>;
  /** What this person sees of one of IT's lists, in its order; `mine` is theirs. */
  queuePage(
    workspace: string,
    person: PersonId,
    place: ReckonedPlace,
    page: { limit: number; offset: number },
  ): Promise<Request[]>;
  /** How much of each list passes the filter. */
  queueCounts(
    workspace: string,
    person: PersonId,
    filter: QueueFilter,
  ): Promise<Record<ReckonedList, number>>;
  /** Where somebody was in the queue of App Home; null before the first time. */
  queuePlace(person: PersonId): Promise<QueuePlace | null>;
  /** How many open requests each person has; `null` is nobody. */
  openLoad(workspace: string): Promise<Map<PersonId | null, number>>;
  countOpenRequests(workspace: string): Promise<number>;
  /** The newest version of each term that was ever written here. */
  terms(workspace: string): Promise<Term[]>;
  /** Requests about which the clock has something to do by then, the most overdue first. */
  dueSteps(workspace: string, until: Instant, limit: number): Promise<string[]>;
  /** When the clock next has something to do, however long ago that was; null if never. */
  nextStepDue(workspace: string): Promise<Instant | null>;
  /** Every version of every kind's standing definition that was ever proposed, oldest first within its kind. */
  standingVersions(workspace: string): Promise<StandingVersion[]>;
  location(workspace: string, channel: string, ts: string): Promise<MessageLocation | null>;
  /** Where a card stands now; null if it was never posted or its message is gone. */
  cardLocation(
    request: string,
    purpose: 'triage-card' | 'private-card',
    recipient: PersonId | null,
  ): Promise<MessageLocation | null>;
  /** Every triage card of a request that was not superseded: two of them, while one moves. */
  triageCards(request: string): Promise<MessageLocation[]>;
  /** Where the line that tells a fact stands; null if it was never posted or is gone. */
  lineLocation(
    request: string,
    event: number,
    /** Whose private thread it stands in; null in IT's. */
    recipient: PersonId | null,
  ): Promise<MessageLocation | null>;
  threadMessage(workspace: string, channel: string, ts: string): Promise<ThreadMessage | null>;
  /** The emoji present on a message. */
  reactions(workspace: string, channel: string, ts: string): Promise<Reaction[]>;
  /** The answer given when this delivery was handled before; null if it was not. */
  handled(workspace: string, key: string): Promise<string | null>;
  outboxEntry(id: string): Promise<OutboxEntry | null>;
  /**
   * What is not yet said, oldest position first; at most `perLane` of each lane, so that a lane that waits hides no
   * other.
   */
  openOutbox(limit: number, perLane?: number): Promise<OutboxEntry[]>;
  /** The earliest `dueAt` of a pending entry that is later than `after`; null if there is none. */
  nextOutboxDue(after: Instant): Promise<Instant | null>;
  deadOutbox(workspace: string, limit: number): Promise<OutboxEntry[]>;
  unfinishedEvents(limit: number): Promise<InboxEvent[]>;
}

/** What one transaction can do. All of it is kept, or none. */
export interface Transaction
  extends Reading,
    AttachmentWriting,
    DraftWriting,
    HeldReplyWriting,
    BrokeredWriting,
    RenewalWriting,
    RoadmapWriting,
    HomeWriting,
    KeepingWriting,
    ToolRequestWriting,
    ToolWriting,
    OverlapWriting,
    StackImportWriting,
    DigestWriting,
    MorningWriting,
    PulseWriting {
  saveWorkspace(workspace: Workspace): Promise<void>;
  /** Refused with a thrown error if this version exists: settings are append-only. */
  addSettings(workspace: string, version: SettingsVersion): Promise<void>;
  savePerson(person: Person): Promise<void>;
  /** 1, 2, 3… in each workspace; taken back if the transaction is. */
  nextRequestNumber(workspace: string): Promise<number>;
  /**
   * Writes the row, appends the events and replaces the definitions of done and commitments shown beside it.
   * Throws if the row has moved on from the version before `events`.
   */
  saveRequest(
    request: Request,
    events: readonly RequestEvent[],
    commitments: readonly Commitment[],
  ): Promise<void>;
  /** Replaces what is owed on a request where nothing but the reckoning changed. */
  saveCommitments(request: string, commitments: readonly Commitment[]): Promise<void>;
  /** Throws if one of them was told before. */
  recordAlerts(request: string, alerts: readonly ToldAlert[], toldAt: Instant): Promise<void>;
  replaceAbsences(person: PersonId, absences: readonly Absence[]): Promise<void>;
  /** What a request is found by, as terms; replaces what was there. */
  saveSearchText(request: Request, text: { title: string[]; rest: string[] }): Promise<void>;
  /** Bodies by id; each is written once. */
  saveWords(workspace: string, bodies: ReadonlyMap<string, string>, at: Instant): Promise<void>;
  /** A new version; throws if the revision exists. `by` is null for a text that the app brought along. */
  addTerm(workspace: string, term: Term, change: { by: PersonId | null; at: Instant }): Promise<void>;
  agreeToTerm(
    workspace: string,
    agreement: { id: string; revision: number; side: Side; by: PersonId; at: Instant },
  ): Promise<void>;
  /** When the clock looks at this request next; null takes it off. */
  planStep(request: Pick<Request, 'id' | 'workspace'>, dueAt: Instant | null): Promise<void>;
  /** Refused with a thrown error if this version exists. */
  addStandingVersion(workspace: string, version: StandingVersion): Promise<void>;
  /** Refused with a thrown error if it is signed. */
  signStandingVersion(
    workspace: string,
    kind: StandingVersion['kind'],
    version: number,
    signature: { by: PersonId; at: Instant },
  ): Promise<void>;
  /** Keeps the answer to a delivery, so that its repetition gets the same one. */
  remember(workspace: string, key: string, answer: string, at: Instant): Promise<void>;
  /**
   * Adds what is to be said. An upsert that is there already is wanted once more, and moves to the end unless it was
   * never said: lines in its thread stand behind it.
   */
  announce(entries: readonly NewOutboxEntry[]): Promise<void>;
  /** Takes a pending entry for one attempt; false if somebody else has it or it is no longer pending. */
  claimOutbox(
    id: string,
    claim: { by: string; at: Instant; phase: 'sending' | 'looking-up' },
  ): Promise<boolean>;
  /** Gives an entry its new state, if this claim still holds; false if it does not. */
  settleOutbox(id: string, claimedBy: string, result: OutboxResult): Promise<boolean>;
  /** After a death: claims of others older than `before` become pending; those that were sending are in doubt. */
  releaseClaims(others: { than: string; before: Instant }, dueAt: Instant): Promise<number>;
  /** What this process still holds, it goes on holding. */
  renewClaims(by: string, at: Instant): Promise<void>;
  /** Dead entries of a workspace become pending again, where the reason is one of these; returns how many. */
  reviveOutbox(workspace: string, reasons: readonly string[], dueAt: Instant): Promise<number>;
  saveLocation(location: MessageLocation): Promise<void>;
  saveQueuePlace(workspace: string, person: PersonId, place: QueuePlace): Promise<void>;
  saveThreadMessage(message: ThreadMessage): Promise<void>;
  supersedeLocation(workspace: string, channel: string, ts: string, at: Instant): Promise<void>;
  /** Keeps the newest of what was heard; false if something newer was heard before (a repetition is true again). */
  recordReaction(reaction: Reaction): Promise<boolean>;
  /** False if this event was taken before. `mayWait`: it is handled when nobody waits for an answer. */
  takeEvent(event: InboxEvent, how?: { mayWait: boolean }): Promise<boolean>;
  finishEvent(id: string, at: Instant): Promise<void>;
}

export type OutboxResult =
  /** `revision` is what was rendered; an upsert that is wanted more by now stays pending. */
  | { result: 'said'; revision: number; at: Instant }
  | { result: 'later'; dueAt: Instant; inDoubt: boolean; error: string }
  | { result: 'dead'; reason: string; at: Instant };

export interface Store extends Reading {
  /**
   * One durable transaction: resolves after it is committed. Several may share a commit, each taken back alone when
   * its work throws. Work may use nothing but its transaction and must not wait for anything else; on PostgreSQL it may
   * run more than once (a deadlock, somebody else's equal key), so all else it does must bear repetition.
   * Throws StoreBusy if the database stays locked for two seconds.
   */
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Called after each commit that leaves something for others to take up. */
  onCommit(listener: (news: News) => void): void;
  close(): Promise<void>;
}

/** The database is locked by somebody else or its disk is full: nothing was written, and trying again is safe. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/** A request has moved on since it was read: this write took nothing down. Reading it again and retrying is safe. */
export class Conflict extends Error {
  override name = 'Conflict';
}

/** Who people are, as Slack says; cached, and closed when in doubt. */
export interface Directory {
  standingOf(person: PersonId): Promise<Standing>;
  person(person: PersonId): Promise<Person>;
  groups?: CheckGroups;
}
