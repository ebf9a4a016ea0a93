import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import { z } from 'zod';
import { assertNever } from '../domain/assert-never.ts';
import { type PersonId, userOf } from '../domain/person.ts';
import type { Desk } from '../usecases/desk.ts';
import type { OutboxEntry, OutboxSubject, Prompt } from '../usecases/outbox.ts';
import type { MessageLocation } from '../usecases/ports.ts';
import { type RequestView, viewRequest } from '../usecases/request-view.ts';
import type { Found, Said, Speaker } from '../usecases/speaker.ts';
import { alertLine } from './alerts.ts';
import { outcomeOf, repeatable } from './call-outcome.ts';
import type { Message } from './conversation.ts';
import { findDigest, type Mouth, sayDigest } from './digest/say-digest.ts';
import { sayExport } from './export/say-export.ts';
import { exportName } from './export/words.ts';
import { bringAcross } from './files/bring-across.ts';
import { leftBehindLine } from './files/words.ts';
import { heldReplyMessage } from './held-reply.ts';
import { publishHome } from './home/publish.ts';
import { privateCard } from './intake/private-card.ts';
import { answerDirectMessage, askAuthor } from './intake/say-offer.ts';
import { context } from './kit/blocks.ts';
import { lineFor } from './lines.ts';
import { sayMorning } from './notices/say-morning.ts';
import { isAlertWanted, isWanted } from './notices/wanted.ts';
import { tidings } from './tidings.ts';
import { belongsIn, isElsewhere, movedFrom, movedTo } from './triage/card-place.ts';
import { promptOf } from './triage/prompt.ts';
import { triageCard } from './triage/triage-card.ts';
import { whisperOf } from './triage/whisper.ts';
import { failureOf } from './web-api-error.ts';
import { undeliveredDigest, unsaidReport } from './wording/unsaid.ts';

/** The mark by which a message of ours is found again when it is not known whether Slack took it. */
const markType = 'martech_broker_said';
const markSchema = z.object({
  event_type: z.literal(markType),
  event_payload: z.object({ entry: z.string(), revision: z.number() }),
});

/** A card that somebody deleted by hand stands again, below what was said in its thread. */
const postedAgain = context(
  'The earlier card was deleted, so here it is again. Its thread stayed where it was.',
);

/** A message of ours cannot be older than its first attempt; clocks may differ by this much. */
const clockToleranceSeconds = 120;

const unreadable = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'thread_not_found',
  'message_not_found',
]);

type CardSubject = Extract<OutboxSubject, { purpose: 'triage-card' | 'private-card' }>;
type FileSubject = Extract<OutboxSubject, { purpose: 'file' }>;
type LeftBehindSubject = Extract<OutboxSubject, { kind: 'left-behind' }>;
type MovedSubject = Extract<OutboxSubject, { purpose: 'moved-card' }>;
type ExportSubject = Extract<OutboxSubject, { kind: 'export' }>;
type MorningSubject = Extract<OutboxSubject, { purpose: 'morning' }>;
type LineSubject = Extract<OutboxSubject, { purpose: 'line' }>;
type PrivateSubject = Extract<OutboxSubject, { kind: 'whisper' | 'consent' }>;
type SaySubject = Extract<OutboxSubject, { kind: 'say' }>;
type TellSubject = Extract<OutboxSubject, { kind: 'tell' }>;
type ReportSubject = Extract<OutboxSubject, { kind: 'report' }>;
/** What a message of ours is about; null where nobody has to find it again. */
type About = Pick<MessageLocation, 'request' | 'purpose' | 'recipient' | 'event'> | null;
type AlertSubject = Extract<OutboxSubject, { kind: 'alert' }>;

/** Turns one outbox entry into Slack calls: rendered from the present state, into the message posted before. */
export function createSpeaker(options: { desk: Desk; client: WebClient }): Speaker {
  const { desk, client } = options;
  const { store, clock } = desk;
  const directMessages = new Map<PersonId, string>();
  const mouth: Mouth = { desk, client, directMessageWith, markOf, marked };

  async function say(entry: OutboxEntry): Promise<Said> {
    try {
      return await sayBy(entry);
    } catch (error) {
      return outcomeOf(failureOf(error));
    }
  }

  function sayBy(entry: OutboxEntry): Promise<Said> {
    const { subject } = entry;
    switch (subject.kind) {
      case 'digest-theme':
        return sayDigest(mouth, entry, subject);
      case 'upsert':
        if (subject.purpose === 'digest') return sayDigest(mouth, entry, subject);
        if (subject.purpose === 'home') return publishHome(options, subject.recipient);
        if (subject.purpose === 'morning') return postMorning(entry, subject);
        if (subject.purpose === 'file') return sayFile(entry, subject);
        if (subject.purpose === 'moved-card') return sayWhereItWent(subject);
        return subject.purpose === 'line' ? sayLineAnew(subject) : sayCard(entry, subject);
      case 'say':
        return sayLine(entry, subject);
      case 'left-behind':
        return sayLeftBehind(entry, subject);
      case 'report':
        return sayReport(entry, subject);
      case 'alert':
        return sayAlert(entry, subject);
      case 'export':
        return postExport(entry, subject);
      case 'tell':
        return tellPerson(entry, subject);
      case 'whisper':
        return sayPrivately(subject);
      case 'consent':
        return sayPrivately(subject);
      case 'prompt':
        return sayPrompt(entry, subject);
      default:
        return assertNever(subject);
    }
  }

  async function postExport(entry: OutboxEntry, subject: ExportSubject): Promise<Said> {
    return sayExport(options, entry, subject, await directMessageWith(subject.recipient));
  }

  async function postMorning(entry: OutboxEntry, subject: MorningSubject): Promise<Said> {
    return sayMorning(options, subject, await directMessageWith(subject.recipient), markOf(entry));
  }

  async function sayCard(entry: OutboxEntry, subject: CardSubject): Promise<Said> {
    const view = await viewRequest(desk, store, subject.request);
    if (!view) return { result: 'dead', reason: 'no-such-request' };
    const recipient = subject.purpose === 'private-card' ? subject.recipient : null;
    const message = recipient ? privateCard(view, recipient, clock.now()) : triageCard(view, clock.now());
    const present = await store.cardLocation(subject.request, subject.purpose, recipient);
    const moves = present !== null && recipient === null && isElsewhere(view, present);
    if (present && !moves) {
      const updated = await repeatable(() => updateCard(entry, present, message));
      // Somebody deleted the card by hand: it is posted again, once.
      if (updated.result !== 'dead' || updated.reason !== 'message_not_found') return updated;
      await store.write((transaction) =>
        transaction.supersedeLocation(present.workspace, present.channel, present.ts, clock.now()),
      );
    }
    const channel = recipient ? await directMessageWith(recipient) : belongsIn(view);
    if (!channel) return { result: 'dead', reason: 'no-triage-channel' };
    const again = present && (moves ? movedFrom(present.channel) : postedAgain);
    const shown = again ? { ...message, blocks: [...message.blocks, again] } : message;
    return post(entry, channel, shown, { ...subject, recipient, event: null }, null);
  }

  async function updateCard(
    entry: OutboxEntry,
    { channel, ts }: MessageLocation,
    message: Message,
  ): Promise<Said> {
    await client.chat.update({ channel, ts, ...message, metadata: markOf(entry) });
    return { result: 'said', location: null };
  }

  /** The card that was left behind shrinks to a line that leads to the other. At most once: nothing depends on it. */
  async function sayWhereItWent({ request, channel, ts }: MovedSubject): Promise<Said> {
    const view = await viewRequest(desk, store, request);
    const card = await store.cardLocation(request, 'triage-card', null);
    if (!view || !card) return { result: 'said', location: null };
    const said = await repeatable(async () => {
      await client.chat.update({ channel, ts, ...movedTo(view, card.channel) });
      return { result: 'said', location: null };
    });
    return said.result === 'dead' ? { result: 'said', location: null } : said;
  }

  async function sayLine(entry: OutboxEntry, subject: SaySubject): Promise<Said> {
    const view = await viewRequest(desk, store, subject.request);
    const event = view?.history.find(({ seq }) => seq === subject.event);
    if (!view || !event) return { result: 'dead', reason: 'no-such-event' };
    if (!(await isWanted(desk, subject, view, event.type))) return { result: 'said', location: null };
    return sayInPlace(entry, subject, view, lineFor(view, event, subject.audience, recipientOf(subject)));
  }

  async function sayFile(entry: OutboxEntry, subject: FileSubject): Promise<Said> {
    const file = await store.attachment(subject.file);
    if (!file) return { result: 'dead', reason: 'no-such-file' };
    return bringAcross(options, entry, file, await cardOf(subject));
  }

  async function sayLeftBehind(entry: OutboxEntry, subject: LeftBehindSubject): Promise<Said> {
    const view = await viewRequest(desk, store, subject.request);
    const file = await store.attachment(subject.file);
    const line = view && file && leftBehindLine(view, file);
    return line ? sayInPlace(entry, subject, view, line) : { result: 'said', location: null };
  }

  async function sayAlert(entry: OutboxEntry, subject: AlertSubject): Promise<Said> {
    const view = await viewRequest(desk, store, subject.request);
    if (!view) return { result: 'dead', reason: 'no-such-request' };
    const isWantedNow = await isAlertWanted(desk, subject, view);
    // In IT's channel it stands all the same, and rings for nobody who wants it in the morning.
    if (!isWantedNow && subject.audience !== 'triage-thread') return { result: 'said', location: null };
    return sayInPlace(entry, subject, view, alertLine(view, subject, isWantedNow));
  }

  async function sayInPlace(
    entry: OutboxEntry,
    subject: SaySubject | LeftBehindSubject | AlertSubject,
    view: RequestView,
    message: Message,
  ): Promise<Said> {
    const recipient = 'recipient' in subject ? subject.recipient : null;
    const event = subject.kind === 'say' ? subject.event : null;
    const about = { request: subject.request, purpose: 'say', recipient, event } as const;
    if (subject.audience === 'direct') {
      return post(entry, await directMessageWith(subject.recipient), message, about, null);
    }
    const card = await cardOf(subject);
    if (card) return post(entry, card.channel, message, about, card.ts);
    const unset = subject.audience === 'triage-thread' && !belongsIn(view);
    return { result: 'dead', reason: unset ? 'no-triage-channel' : 'no-card' };
  }

  async function sayReport(
    entry: OutboxEntry,
    { fault, channel, recipient, of }: ReportSubject,
  ): Promise<Said> {
    const message = of ? undeliveredDigest(fault, channel) : unsaidReport(fault, channel);
    return post(entry, await directMessageWith(recipient), message, null, null);
  }

  async function tellPerson(entry: OutboxEntry, { recipient, about }: TellSubject): Promise<Said> {
    const message = await tidings(desk, about, recipient);
    if (!message) return { result: 'said', location: null };
    return post(entry, await directMessageWith(recipient), message, null, null);
  }

  /** Words that were changed or taken back change the line that told them; a line that is not there is left alone. */
  async function sayLineAnew(subject: LineSubject): Promise<Said> {
    const { request, event: seq, audience } = subject;
    const recipient = subject.audience === 'private-thread' ? subject.recipient : null;
    const view = await viewRequest(desk, store, request);
    const event = view?.history.find((each) => each.seq === seq);
    const line = await store.lineLocation(request, seq, recipient);
    if (!view || !event || !line) return { result: 'said', location: null };
    const { workspace, channel, ts } = line;
    if (view.corrections.get(seq) !== null) {
      const message = lineFor(view, event, audience, recipient);
      return repeatable(async () => {
        await client.chat.update({ channel, ts, ...message });
        return { result: 'said', location: null };
      });
    }
    const deleted = await repeatable(async () => {
      await client.chat.delete({ channel, ts });
      return { result: 'said', location: null };
    });
    const isGone =
      deleted.result === 'said' || (deleted.result === 'dead' && deleted.reason === 'message_not_found');
    if (!isGone) return deleted;
    await store.write((transaction) => transaction.supersedeLocation(workspace, channel, ts, clock.now()));
    return { result: 'said', location: null };
  }

  function sayPrompt(entry: OutboxEntry, subject: Prompt): Promise<Said> {
    switch (subject.about) {
      case 'direct-message':
        return answerDirectMessage(options, subject, markOf(entry));
      case 'marked-message':
        return askAuthor(options, subject);
      case 'held-reply':
        return post(entry, subject.channel, heldReplyMessage(subject), null, subject.threadTs);
    }
  }

  async function sayPrivately(subject: PrivateSubject): Promise<Said> {
    const view = await viewRequest(desk, store, subject.request);
    if (!view) return { result: 'dead', reason: 'no-such-request' };
    const message =
      subject.kind === 'whisper' ? whisperOf(view, subject.refusal) : await promptOf(desk, view, subject);
    if (!message) return { result: 'said', location: null };
    const threadTs = subject.kind === 'consent' ? subject.threadTs : null;
    try {
      await client.chat.postEphemeral({
        channel: subject.channel,
        user: userOf(subject.recipient),
        ...message,
        ...(threadTs !== null && { thread_ts: threadTs }),
      });
    } catch (error) {
      // At most once: it is no record, and a second copy would only confuse.
      desk.log.warn({ error: String(error), request: subject.request }, 'a private hint was not delivered');
    }
    return { result: 'said', location: null };
  }

  async function post(
    entry: OutboxEntry,
    channel: string,
    message: Message,
    about: About,
    threadTs: string | null,
  ): Promise<Said> {
    const posted = await client.chat.postMessage({
      channel,
      ...message,
      metadata: markOf(entry),
      unfurl_links: false,
      unfurl_media: false,
      ...(threadTs !== null && { thread_ts: threadTs }),
    });
    if (!posted.ts || !posted.channel) return { result: 'unknown', error: 'Slack named no message' };
    const place = { workspace: entry.workspace, channel: posted.channel, ts: posted.ts, threadTs };
    return { result: 'said', location: about && { ...place, ...about, supersededAt: null } };
  }

  async function find(entry: OutboxEntry): Promise<Found> {
    try {
      return await findBy(entry);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'rate-limited') {
        return { result: 'later', afterMs: failure.retryAfterMs, error: 'rate-limited' };
      }
      // A place that cannot be read holds nothing of ours that anybody could see.
      if (failure.kind === 'refused' && unreadable.has(failure.error)) return { result: 'absent' };
      return { result: 'later', afterMs: null, error: failure.error };
    }
  }

  async function findBy(entry: OutboxEntry): Promise<Found> {
    const { subject } = entry;
    if ('week' in subject) return findDigest(mouth, entry, subject);
    // An ephemeral message cannot be looked up: better never than twice. App Home can be published again.
    if (subject.kind === 'whisper' || subject.kind === 'consent') {
      return { result: 'found', location: null, revision: entry.wanted };
    }
    if (subject.kind === 'prompt' && subject.about === 'marked-message') {
      return { result: 'found', location: null, revision: entry.wanted };
    }
    if (subject.kind === 'export') return findExport(entry, subject);
    if (subject.kind === 'upsert' && subject.purpose === 'morning') return findMorning(entry, subject);
    if (subject.kind === 'upsert' && subject.purpose !== 'triage-card' && subject.purpose !== 'private-card')
      return { result: 'absent' };
    const line = 'audience' in subject && subject.audience !== 'direct' ? subject : null;
    const ownThread = 'threadTs' in subject ? subject.threadTs : null;
    const threadTs = line ? ((await cardOf(line))?.ts ?? null) : ownThread;
    const recipient = 'recipient' in subject ? subject.recipient : null;
    const channel = await channelOf(subject);
    if (!channel || (line && threadTs === null)) return { result: 'absent' };
    if (subject.kind === 'upsert') {
      const present = await store.cardLocation(subject.request, subject.purpose, recipient);
      if (present?.channel === channel) return { result: 'absent' };
    }
    const found = await marked(entry, channel, threadTs);
    if (!found) return { result: 'absent' };
    const { ts, revision } = found;
    if (subject.kind === 'prompt' || subject.kind === 'report' || subject.kind === 'tell') {
      return { result: 'found', location: null, revision };
    }
    const place = { workspace: entry.workspace, channel, ts, threadTs, supersededAt: null };
    const purpose = subject.kind === 'upsert' ? subject.purpose : 'say';
    return {
      result: 'found',
      revision,
      location: {
        ...{ ...place, request: subject.request, purpose, recipient },
        event: subject.kind === 'say' ? subject.event : null,
      },
    };
  }

  /** The message of ours that an earlier attempt of this entry left; null if there is none. */
  async function marked(
    entry: OutboxEntry,
    channel: string,
    threadTs: string | null,
  ): Promise<{ ts: string; revision: number } | null> {
    for await (const { ts, metadata } of messagesSince(channel, threadTs, oldestOf(entry))) {
      const mark = markSchema.safeParse(metadata);
      if (!mark.success || mark.data.event_payload.entry !== entry.id || !ts) continue;
      // A card that came back to a channel where it had stood before.
      if ((await store.location(entry.workspace, channel, ts))?.supersededAt != null) continue;
      return { ts, revision: mark.data.event_payload.revision };
    }
    return null;
  }

  /** Where it stands is known unless the app died between posting and writing that down. */
  async function findMorning(entry: OutboxEntry, { recipient, day }: MorningSubject): Promise<Found> {
    if ((await store.morning(recipient, day))?.place) return { result: 'absent' };
    const channel = await directMessageWith(recipient);
    const found = await marked(entry, channel, null);
    if (!found) return { result: 'absent' };
    const { ts, revision } = found;
    await store.write((transaction) => transaction.saveMorningPlace(recipient, day, { channel, ts }));
    return { result: 'found', location: null, revision };
  }

  /** A file carries no mark but its name. */
  async function findExport(entry: OutboxEntry, subject: ExportSubject): Promise<Found> {
    const name = exportName(subject, entry);
    for await (const { files } of messagesSince(
      await directMessageWith(subject.recipient),
      null,
      oldestOf(entry),
    )) {
      if (files?.some((file) => file.name === name)) {
        return { result: 'found', location: null, revision: entry.wanted };
      }
    }
    return { result: 'absent' };
  }

  async function* messagesSince(channel: string, threadTs: string | null, oldest: string) {
    let cursor: string | undefined;
    do {
      const page = { channel, oldest, limit: 200, include_all_metadata: true, ...(cursor && { cursor }) };
      const answer: ConversationsHistoryResponse =
        threadTs === null
          ? await client.conversations.history(page)
          : await client.conversations.replies({ ...page, ts: threadTs });
      yield* answer.messages ?? [];
      cursor = answer.response_metadata?.next_cursor || undefined;
    } while (cursor);
  }

  async function channelOf(
    subject:
      | CardSubject
      | SaySubject
      | LeftBehindSubject
      | ReportSubject
      | AlertSubject
      | TellSubject
      | Prompt,
  ): Promise<string | null> {
    if (subject.kind === 'prompt') return subject.channel;
    if ('recipient' in subject) return directMessageWith(subject.recipient);
    const card = subject.kind === 'upsert' ? null : await cardOf(subject);
    const view = await viewRequest(desk, store, subject.request);
    return card?.channel ?? (view && belongsIn(view));
  }

  async function cardOf(
    subject: SaySubject | FileSubject | LeftBehindSubject | AlertSubject,
  ): Promise<MessageLocation | null> {
    return subject.audience === 'triage-thread'
      ? store.cardLocation(subject.request, 'triage-card', null)
      : store.cardLocation(subject.request, 'private-card', subject.recipient);
  }

  async function directMessageWith(person: PersonId): Promise<string> {
    const known = directMessages.get(person);
    if (known) return known;
    const { channel } = await client.conversations.open({ users: userOf(person) });
    if (!channel?.id) throw new Error('conversations.open named no channel');
    directMessages.set(person, channel.id);
    return channel.id;
  }

  return { say, find };
}

/** In Slack's own seconds. */
function oldestOf({ firstClaimedAt, at }: OutboxEntry): string {
  return ((firstClaimedAt ?? at) / 1000 - clockToleranceSeconds).toFixed(6);
}

function recipientOf(subject: SaySubject): PersonId | null {
  return subject.audience === 'private-thread' ? subject.recipient : null;
}

function markOf({ id, wanted }: OutboxEntry) {
  return { event_type: markType, event_payload: { entry: id, revision: wanted } };
}
