import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Desk } from '../../usecases/desk.ts';
import { type OutboxEntry, subjectKey } from '../../usecases/saying/outbox.ts';

/** Where a message stands or is to stand; `threadTs` is null outside any thread. */
export interface Place {
  channel: string;
  threadTs: string | null;
}

type SlackMessage = NonNullable<ConversationsHistoryResponse['messages']>[number];

/** A message of ours, and which state of what it tells it shows. */
export interface Copy {
  ts: string;
  revision: number;
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

/** A message of ours cannot be older than its first attempt; clocks may differ by this much. */
const clockToleranceSeconds = 120;

export function markOf({ subject, id, wanted }: OutboxEntry): z.infer<typeof markSchema> {
  return {
    event_type: markType,
    event_payload: { subject: subjectKey(subject, id), revision: wanted },
  };
}

/** Whatever stands there since shortly before the first attempt of this entry. */
export async function* messagesSince(
  client: WebClient,
  { firstClaimedAt, at }: OutboxEntry,
  { channel, threadTs }: Place,
): AsyncGenerator<SlackMessage> {
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

/** Every message of ours there that says what this entry says, oldest first. */
export async function copiesOf(
  { desk, client }: { desk: Desk; client: WebClient },
  entry: OutboxEntry,
  place: Place,
): Promise<Copy[]> {
  const key = subjectKey(entry.subject, entry.id);
  const copies: Copy[] = [];
  for await (const { ts, metadata } of messagesSince(client, entry, place)) {
    const mark = markSchema.safeParse(metadata);
    if (!mark.success || mark.data.event_payload.subject !== key || !ts) continue;
    const location = await desk.store.location(entry.workspace, place.channel, ts);
    // A card that came back to a channel where it had stood before.
    if (location?.supersededAt != null) continue;
    copies.push({ ts, revision: mark.data.event_payload.revision });
  }
  return copies.toSorted((a, b) => Number(a.ts) - Number(b.ts));
}
