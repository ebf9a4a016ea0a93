import type { Block, KnownBlock } from '@slack/types';
import type { ChatPostMessageResponse, WebClient } from '@slack/web-api';
import type { Desk } from '../../usecases/desk.ts';
import type { OutboxEntry } from '../../usecases/saying/outbox.ts';
import { graceMs, type Said } from '../../usecases/saying/speaker.ts';
import { repeatable } from '../web-api/call-outcome.ts';
import { copiesOf, markOf, type Place } from './marks.ts';
import { said } from './telling.ts';

/** What is posted; blocks may be newer than the types of the Web API know. */
export interface Content {
  text: string;
  blocks: (KnownBlock | Block)[];
}

export type Sent = { result: 'sent'; channel: string; ts: string } | Exclude<Said, { result: 'said' }>;

/**
 * Calls for an entry that another process may have taken over, because this one was stopped for too long. Whether it is
 * still ours is asked before each call, and after it once more: the stop may have come in between.
 */
export interface WhileOurs {
  isOurs(entry: OutboxEntry): Promise<boolean>;
  /** Posts with the mark. Of two messages that say the same one is deleted, never the one that is on record. */
  send(entry: OutboxEntry, place: Place, content: Content): Promise<Sent>;
  /** Makes a call that comes to the same when it is made twice. What came too late is shown anew as things stand. */
  edit(entry: OutboxEntry, call: () => Promise<unknown>): Promise<Said>;
}

/** What comes of it is kept by whoever has the entry now. */
export const takenOver = { result: 'later', afterMs: null, error: 'another process took it over' } as const;

export function whileOurs({ desk, client }: { desk: Desk; client: WebClient }): WhileOurs {
  const { store, clock, log, newId } = desk;

  async function isOurs({ id, claimedBy }: OutboxEntry): Promise<boolean> {
    return (await store.outboxEntry(id))?.claimedBy === claimedBy;
  }

  async function post(
    entry: OutboxEntry,
    { channel, threadTs }: Place,
    content: Content,
  ): Promise<ChatPostMessageResponse> {
    return client.chat.postMessage({
      ...{ channel, ...content, metadata: markOf(entry), unfurl_links: false, unfurl_media: false },
      ...(threadTs !== null && { thread_ts: threadTs }),
    });
  }

  async function takeBackSecond(entry: OutboxEntry, place: Place): Promise<typeof takenOver> {
    await new Promise<void>((resolve) => clock.at(clock.now() + graceMs, resolve));
    const copies = await copiesOf({ desk, client }, entry, place);
    const { channel } = place;
    const onRecord = await Promise.all(copies.map(({ ts }) => store.location(entry.workspace, channel, ts)));
    const kept = copies[onRecord.findIndex((location) => location !== null)] ?? copies[0];
    for (const copy of copies) {
      if (copy === kept) continue;
      await client.chat.delete({ channel, ts: copy.ts });
      log.warn({ entry: entry.id }, 'another process had said it meanwhile: the second copy is deleted');
    }
    return takenOver;
  }

  return {
    isOurs,

    async send(entry, place, content) {
      if (!(await isOurs(entry))) return takenOver;
      try {
        const { channel, ts } = await post(entry, place, content);
        if (!(await isOurs(entry))) return await takeBackSecond(entry, place);
        return ts && channel
          ? { result: 'sent', channel, ts }
          : { result: 'unknown', error: 'Slack named no message' };
      } catch (error) {
        if (await isOurs(entry)) throw error;
        return takeBackSecond(entry, place);
      }
    },

    async edit(entry, call) {
      if (!(await isOurs(entry))) return takenOver;
      const outcome = await repeatable(async () => {
        await call();
        return said;
      });
      if (await isOurs(entry)) return outcome;
      const { workspace, subject } = entry;
      const anew = { id: newId(), workspace, subject, at: clock.now() };
      await store.write((transaction) => transaction.announce([anew]));
      return takenOver;
    },
  };
}
