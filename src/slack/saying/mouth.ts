import type { Block, KnownBlock } from '@slack/types';
import type { ChatPostMessageResponse, ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type PersonId, userOf } from '../../domain/person.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { MessageLocation } from '../../usecases/records.ts';
import { type OutboxEntry, subjectKey } from '../../usecases/saying/outbox.ts';
import { graceMs, type Said } from '../../usecases/saying/speaker.ts';
import type { Message } from '../conversation.ts';

/** Where a message stands or is to stand; `threadTs` is null outside any thread. */
export interface Place {
  channel: string;
  threadTs: string | null;
}

/** What a message of ours is about, so that it is known where it stands; null where nobody has to find it again. */
export type About = Pick<MessageLocation, 'request' | 'purpose' | 'recipient' | 'event'> | null;

type SlackMessage = NonNullable<ConversationsHistoryResponse['messages']>[number];

/** What is posted; blocks may be newer than the types of the Web API know. */
export interface MarkedContent {
  text: string;
  blocks: (KnownBlock | Block)[];
}

export type Sent = { result: 'sent'; channel: string; ts: string } | Exclude<Said, { result: 'said' }>;

interface Mark {
  event_type: string;
  event_payload: { subject: string; revision: number };
}

/** What all tellings share: posting with a mark, and finding by it. */
export interface Mouth {
  desk: Desk;
  client: WebClient;
  post(entry: OutboxEntry, place: Place, message: Message, about: About): Promise<Said>;
  /** Posts with the mark; `place` is where it stands. */
  send(entry: OutboxEntry, place: Place, content: MarkedContent): Promise<Sent>;
  /** The message that an earlier attempt of this entry left; null if there is none. */
  marked(entry: OutboxEntry, place: Place): Promise<{ ts: string; revision: number } | null>;
  /** Whatever stands there since shortly before the first attempt of this entry. */
  messagesSince(entry: OutboxEntry, place: Place): AsyncIterable<SlackMessage>;
  directMessageWith(person: PersonId): Promise<string>;
}

/**
 * The mark by which a message of ours is found again when it is not known whether Slack took it. It names what is said
 * and not the entry's id, which is another one when the clock says the same after a backup was restored.
 */
const markType = 'martech_broker_said';
const markSchema = z.object({
  event_type: z.literal(markType),
  event_payload: z.object({ subject: z.string(), revision: z.number() }),
});

/** What comes of it is kept by whoever has it now. */
const takenOver = { result: 'later', afterMs: null, error: 'another process took it over' } as const;

/** A message of ours cannot be older than its first attempt; clocks may differ by this much. */
const clockToleranceSeconds = 120;

export function markOf({ subject, id, wanted }: OutboxEntry): Mark {
  return {
    event_type: markType,
    event_payload: { subject: subjectKey(subject, id), revision: wanted },
  };
}

export function createMouth({ desk, client }: { desk: Desk; client: WebClient }): Mouth {
  const directMessages = new Map<PersonId, string>();

  async function* messagesSince({ firstClaimedAt, at }: OutboxEntry, { channel, threadTs }: Place) {
    const oldest = ((firstClaimedAt ?? at) / 1000 - clockToleranceSeconds).toFixed(6);
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

  /** Every message of ours that says this, oldest first. */
  async function copies(entry: OutboxEntry, place: Place): Promise<{ ts: string; revision: number }[]> {
    const found: { ts: string; revision: number }[] = [];
    for await (const { ts, metadata } of messagesSince(entry, place)) {
      const mark = markSchema.safeParse(metadata);
      if (!mark.success || mark.data.event_payload.subject !== subjectKey(entry.subject, entry.id) || !ts)
        continue;
      const location = await desk.store.location(entry.workspace, place.channel, ts);
      // A card that came back to a channel where it had stood before.
      if (location?.supersededAt != null) continue;
      found.push({ ts, revision: mark.data.event_payload.revision });
    }
    return found.toSorted((a, b) => Number(a.ts) - Number(b.ts));
  }

  /** This process may have been stopped for so long that another took the entry over. */
  async function isOurs({ id, claimedBy }: OutboxEntry): Promise<boolean> {
    return (await desk.store.outboxEntry(id))?.claimedBy === claimedBy;
  }

  /** Of two messages that say the same, one goes: never the one that is on record. */
  async function takeBackSecond(entry: OutboxEntry, place: Place): Promise<void> {
    await new Promise<void>((resolve) => desk.clock.at(desk.clock.now() + graceMs, resolve));
    const all = await copies(entry, place);
    if (all.length < 2) return;
    const onRecord = await Promise.all(
      all.map(({ ts }) => desk.store.location(entry.workspace, place.channel, ts)),
    );
    const kept = Math.max(
      0,
      onRecord.findIndex((location) => location !== null),
    );
    for (const [index, { ts }] of all.entries()) {
      if (index !== kept) await client.chat.delete({ channel: place.channel, ts });
    }
    desk.log.warn(
      { entry: entry.id },
      'it was said by another process meanwhile, so the second copy was deleted',
    );
  }

  async function send(entry: OutboxEntry, place: Place, content: MarkedContent): Promise<Sent> {
    if (!(await isOurs(entry))) return takenOver;
    const { channel, threadTs } = place;
    let posted: ChatPostMessageResponse;
    try {
      posted = await client.chat.postMessage({
        channel,
        ...content,
        metadata: markOf(entry),
        unfurl_links: false,
        unfurl_media: false,
        ...(threadTs !== null && { thread_ts: threadTs }),
      });
    } catch (error) {
      if (await isOurs(entry)) throw error;
      await takeBackSecond(entry, place);
      return takenOver;
    }
    if (!(await isOurs(entry))) {
      await takeBackSecond(entry, place);
      return takenOver;
    }
    if (!posted.ts || !posted.channel) return { result: 'unknown', error: 'Slack named no message' };
    return { result: 'sent', channel: posted.channel, ts: posted.ts };
  }

  return {
    desk,
    client,
    send,

    async post(entry, place, message, about) {
      const sent = await send(entry, place, message);
      if (sent.result !== 'sent') return sent;
      const { channel, ts } = sent;
      const location = about && {
        ...{ workspace: entry.workspace, channel, ts, threadTs: place.threadTs, supersededAt: null },
        ...about,
      };
      return { result: 'said', location };
    },

    messagesSince,

    async marked(entry, place) {
      const [first] = await copies(entry, place);
      return first ?? null;
    },

    async directMessageWith(person) {
      const known = directMessages.get(person);
      if (known) return known;
      const { channel } = await client.conversations.open({ users: userOf(person) });
      if (!channel?.id) throw new Error('conversations.open named no channel');
      directMessages.set(person, channel.id);
      return channel.id;
    },
  };
}
