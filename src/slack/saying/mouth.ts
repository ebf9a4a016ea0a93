import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type PersonId, userOf } from '../../domain/person.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { MessageLocation } from '../../usecases/records.ts';
import type { OutboxEntry } from '../../usecases/saying/outbox.ts';
import type { Said } from '../../usecases/saying/speaker.ts';
import type { Message } from '../conversation.ts';

/** Where a message stands or is to stand; `threadTs` is null outside any thread. */
export interface Place {
  channel: string;
  threadTs: string | null;
}

/** What a message of ours is about, so that it is known where it stands; null where nobody has to find it again. */
export type About = Pick<MessageLocation, 'request' | 'purpose' | 'recipient' | 'event'> | null;

type SlackMessage = NonNullable<ConversationsHistoryResponse['messages']>[number];

interface Mark {
  event_type: string;
  event_payload: { entry: string; revision: number };
}

/** What all tellings share: posting with a mark, and finding by it. */
export interface Mouth {
  desk: Desk;
  client: WebClient;
  post(entry: OutboxEntry, place: Place, message: Message, about: About): Promise<Said>;
  /** The message that an earlier attempt of this entry left; null if there is none. */
  marked(entry: OutboxEntry, place: Place): Promise<{ ts: string; revision: number } | null>;
  /** Whatever stands there since shortly before the first attempt of this entry. */
  messagesSince(entry: OutboxEntry, place: Place): AsyncIterable<SlackMessage>;
  directMessageWith(person: PersonId): Promise<string>;
}

/** The mark by which a message of ours is found again when it is not known whether Slack took it. */
const markType = 'martech_broker_said';
const markSchema = z.object({
  event_type: z.literal(markType),
  event_payload: z.object({ entry: z.string(), revision: z.number() }),
});

/** A message of ours cannot be older than its first attempt; clocks may differ by this much. */
const clockToleranceSeconds = 120;

export function markOf({ id, wanted }: OutboxEntry): Mark {
  return { event_type: markType, event_payload: { entry: id, revision: wanted } };
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

  return {
    desk,
    client,

    async post(entry, { channel, threadTs }, message, about) {
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
    },

    messagesSince,

    async marked(entry, place) {
      for await (const { ts, metadata } of messagesSince(entry, place)) {
        const mark = markSchema.safeParse(metadata);
        if (!mark.success || mark.data.event_payload.entry !== entry.id || !ts) continue;
        const location = await desk.store.location(entry.workspace, place.channel, ts);
        // A card that came back to a channel where it had stood before.
        if (location?.supersededAt != null) continue;
        return { ts, revision: mark.data.event_payload.revision };
      }
      return null;
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
