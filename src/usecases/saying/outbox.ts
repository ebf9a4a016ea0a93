import type { Theme } from '../../domain/digest/digest.ts';
import type { Secret } from '../../domain/intake/secrets.ts';
import type { PersonId, Side } from '../../domain/person.ts';
import type { RequestKind } from '../../domain/request/kind.ts';
import type { BodyId } from '../../domain/request/request.ts';
import type { AlertKind } from '../../domain/sla/alerts.ts';
import type { ClockKind } from '../../domain/sla/commitment.ts';
import type { RenewalMatter } from '../../domain/stack/renewal.ts';
import type { ReviewMatter } from '../../domain/stack/review.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { DigestPlace } from '../digest/digests.ts';
import type { ExportOrder } from '../export/export-ports.ts';
import type { AnyRefusal } from '../outcome.ts';
import type { ImportState } from '../stack/stack-import-ports.ts';

/** Why IT's channel cannot be written to. Somebody can mend each of these in Slack or in the set-up. */
export const channelFaults = [
  'no-triage-channel',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
] as const;
export type ChannelFault = (typeof channelFaults)[number];

/** A clock that is at risk or late; `at` is when it became so. */
export interface AlertFact {
  kind: 'alert';
  request: string;
  clock: ClockKind;
  round: number;
  alert: AlertKind;
  at: Instant;
}

/**
 * What is to be said in Slack: facts, no wording. `upsert` keeps one message or view like the present state and
 * collapses; `say` tells one event once, `alert` one clock's being late; `report` tells one person once that IT's
 * channel cannot be written to; `left-behind` names a file that cannot cross, once to each side; `tell` is a message of its own to one person, once; `whisper` is for one person's eyes, at most once.
 */
export type OutboxSubject =
  | { kind: 'upsert'; purpose: 'triage-card'; request: string }
  | { kind: 'upsert'; purpose: 'private-card'; request: string; recipient: PersonId }
  | { kind: 'upsert'; purpose: 'home'; recipient: PersonId }
  /** A triage card that stands in another channel by now. */
  | { kind: 'upsert'; purpose: 'moved-card'; request: string; channel: string; ts: string }
  | { kind: 'upsert'; purpose: 'morning'; recipient: PersonId; day: LocalDate }
  | { kind: 'upsert'; purpose: 'line'; request: string; event: number; audience: 'triage-thread' }
  | {
      kind: 'upsert';
      purpose: 'line';
      request: string;
      event: number;
      audience: 'private-thread';
      recipient: PersonId;
    }
  /** Brings the upload of one file to the other side, or takes it away again. */
  | { kind: 'upsert'; purpose: 'file'; request: string; file: string; audience: 'triage-thread' }
  | {
      kind: 'upsert';
      purpose: 'file';
      request: string;
      file: string;
      audience: 'private-thread';
      recipient: PersonId;
    }
  | { kind: 'left-behind'; request: string; file: string; audience: 'triage-thread' }
  | {
      kind: 'left-behind';
      request: string;
      file: string;
      audience: 'private-thread';
      recipient: PersonId;
    }
  | { kind: 'upsert'; purpose: 'digest'; week: string; place: DigestPlace }
  | DigestTheme
  | { kind: 'say'; request: string; event: number; audience: 'triage-thread' }
  | { kind: 'say'; request: string; event: number; audience: 'private-thread'; recipient: PersonId }
  | {
      kind: 'report';
      fault: ChannelFault;
      channel: string | null;
      recipient: PersonId;
      of?: 'digest' | undefined;
    }
  | (AlertFact & { audience: 'triage-thread' })
  | (AlertFact & { audience: 'private-thread' | 'direct'; recipient: PersonId })
  | Prompt
  | { kind: 'tell'; recipient: PersonId; about: Told }
  /** A file with numbers, for one person. */
  | ({ kind: 'export'; recipient: PersonId } & ExportOrder)
  | { kind: 'whisper'; request: string; channel: string; recipient: PersonId; refusal: AnyRefusal }
  | {
      kind: 'consent';
      request: string;
      channel: string;
      threadTs: string | null;
      recipient: PersonId;
      prompt: Consent;
    };

/** One part of a digest's thread, once at each place. */
export type DigestTheme = { kind: 'digest-theme'; week: string; place: DigestPlace; theme: Theme };

/** How words of IT go across: as a question, as news, as a decision on the record, or as a correction of those. */
export type Crossing = 'ask' | 'share' | 'keep' | 'correct';

/** What an emoji cannot carry by itself: somebody is asked first, for their eyes only. */
export type Consent =
  | { type: 'decline' }
  /** `ts` is the message, `words` the very wording that is shown and would be sent. */
  | { type: 'cross'; as: Crossing; ts: string; words: string; suggestedBy: PersonId };

/**
 * An offer to start a request: in answer to a direct message, whose words are a body, or to the author of a message
 * that somebody marked with 🎫.
 */
export type Prompt =
  | { kind: 'prompt'; about: 'direct-message'; channel: string; recipient: PersonId; words: BodyId }
  | { kind: 'prompt'; about: 'marked-message'; channel: string; ts: string }
  /** Why a reply of somebody's has not crossed, below it in their own thread. */
  | {
      kind: 'prompt';
      about: 'held-reply';
      channel: string;
      threadTs: string;
      ts: string;
      recipient: PersonId;
      secret: Secret;
    };

/** What one person hears in a direct message of its own, outside any card's thread. */
export type Told =
  | { topic: 'silence'; request: string; event: number }
  /** For the broker, and for whoever wrote it: words that wait, by their id. */
  | { topic: 'to-read' | 'being-read'; words: string }
  /** For their author: how they crossed in other words, or that they did not. `words` is a body. */
  | { topic: 'reworded' | 'not-passed'; request: string; words: BodyId }
  | { topic: 'pulse'; quarter: string; side: Side }
  | { topic: 'to-sign'; request: string; version: number }
  /** `event` asked for the check, or opened it again. */
  | { topic: 'check'; request: string; event: number }
  | { topic: 'standing'; requestKind: RequestKind; version: number; signed: boolean }
  | { topic: 'review'; request: string; matter: ReviewMatter }
  | { topic: 'stack-import'; id: string; state: ImportState }
  /** Pairs of tools by their ids, and how many more there are. */
  | { topic: 'overlaps'; pairs: [string, string][]; more: number }
  /** `after` so many answers. */
  | { topic: 'renewal'; tool: string; contractEnd: LocalDate; matter: RenewalMatter; after: number };

export interface NewOutboxEntry {
  id: string;
  workspace: string;
  subject: OutboxSubject;
  at: Instant;
}

export interface OutboxEntry extends NewOutboxEntry {
  /** Entries of one lane are said in the order of their position. */
  lane: string;
  position: number;
  /** How often an upsert was wanted; 1 for the others. */
  wanted: number;
  /** The revision that was said last; 0 before the first time. */
  delivered: number;
  status: 'pending' | 'sending' | 'looking-up' | 'said' | 'dead';
  attempts: number;
  dueAt: Instant;
  /** An earlier attempt may have reached Slack: look before saying it again. */
  inDoubt: boolean;
  claimedBy: string | null;
  /** The first attempt; a message of ours cannot be older. */
  firstClaimedAt: Instant | null;
  /** Why the last attempt failed, or why it is dead. */
  error: string | null;
}

/** Equal for two entries that say the same thing: what an upsert collapses on, and a say must not repeat. */
export function subjectKey(subject: OutboxSubject, id: string): string {
  switch (subject.kind) {
    case 'upsert':
      return upsertKey(subject);
    case 'say':
      return subject.audience === 'triage-thread'
        ? `say:${subject.request}:${subject.event}:triage`
        : `say:${subject.request}:${subject.event}:${subject.recipient}`;
    case 'report':
      return subject.of
        ? `report:${subject.of}:${subject.fault}:${subject.channel}:${subject.recipient}`
        : `report:${subject.fault}:${subject.channel}`;
    case 'digest-theme':
      return `digest:${subject.week}:${subject.place}:${subject.theme}`;
    case 'alert':
      return `alert:${subject.request}:${subject.clock}:${subject.round}:${subject.alert}`;
    case 'left-behind':
      return `left-behind:${subject.file}:${subject.audience}`;
    case 'tell':
      return `tell:${toldKey(subject.about)}:${subject.recipient}`;
    case 'whisper':
    case 'prompt':
    case 'consent':
    case 'export':
      return `${subject.kind}:${id}`;
  }
}

function upsertKey(subject: Extract<OutboxSubject, { kind: 'upsert' }>): string {
  switch (subject.purpose) {
    case 'triage-card':
      return `triage-card:${subject.request}`;
    case 'private-card':
      return `private-card:${subject.request}:${subject.recipient}`;
    case 'home':
      return `home:${subject.recipient}`;
    case 'moved-card':
      return `moved-card:${subject.channel}:${subject.ts}`;
    case 'digest':
      return `digest:${subject.week}:${subject.place}`;
    case 'morning':
      return `morning:${subject.recipient}:${subject.day}`;
    case 'line':
      return subject.audience === 'triage-thread'
        ? `line:${subject.request}:${subject.event}:${subject.audience}`
        : `line:${subject.request}:${subject.event}:${subject.recipient}`;
    case 'file':
      return `file:${subject.file}`;
  }
}

function toldKey(about: Told): string {
  switch (about.topic) {
    case 'pulse':
      return `pulse:${about.quarter}`;
    case 'silence':
      return `silence:${about.request}:${about.event}`;
    case 'check':
      return `check:${about.request}:${about.event}`;
    case 'to-read':
    case 'being-read':
    case 'reworded':
    case 'not-passed':
      return `${about.topic}:${about.words}`;
    case 'to-sign':
      return `to-sign:${about.request}:${about.version}`;
    case 'standing':
      return `standing:${about.requestKind}:${about.version}:${about.signed ? 'signed' : 'proposed'}`;
    case 'stack-import':
      return `stack-import:${about.id}:${about.state}`;
    case 'overlaps':
      return `overlaps:${about.pairs.flat().join(':')}`;
    case 'review':
      return `review:${about.request}:${about.matter}`;
    case 'renewal':
      return `renewal:${about.tool}:${about.contractEnd}:${about.matter}:${about.after}`;
  }
}

/**
 * Where order counts: the triage channel, or the direct messages of one person. Whispers, prompts and App Home wait for
 * nobody; nobody waits for the files of a request, which can be large.
 */
export function laneOf(subject: OutboxSubject, id: string): string {
  if (subject.kind === 'whisper' || subject.kind === 'prompt' || subject.kind === 'consent')
    return `${subject.kind}:${id}`;
  // It may take minutes, and nothing waits behind it.
  if (subject.kind === 'export') return `export:${id}`;
  if (subject.kind === 'upsert' && subject.purpose === 'home') return `home:${subject.recipient}`;
  if (subject.kind === 'upsert' && subject.purpose === 'file') return `files:${subject.request}`;
  if (subject.kind === 'upsert' && (subject.purpose === 'triage-card' || subject.purpose === 'moved-card'))
    return 'triage';
  if ('place' in subject) return subject.place === 'channel' ? 'digest' : `dm:${subject.place}`;
  if ('audience' in subject && subject.audience === 'triage-thread') return 'triage';
  return `dm:${subject.recipient}`;
}
