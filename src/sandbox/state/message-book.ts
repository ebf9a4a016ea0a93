import type { Archive } from './archive.ts';
import type { Message } from './records.ts';

/** Every stored message, oldest first within its channel and its thread. */
export interface MessageBook {
  /** Adds it, or writes a changed one. */
  put(message: Message): Message;
  remove(message: Message): void;
  find(channel: string, ts: string): Message | undefined;
  /** All of the channel, replies too. */
  inChannel(channel: string): readonly Message[];
  replies(channel: string, threadTs: string): readonly Message[];
}

interface Page {
  all: Message[];
  byTs: Map<string, Message>;
  threads: Map<string, Message[]>;
}

export function createMessageBook(archive: Archive): MessageBook {
  const pages = new Map<string, Page>();

  function pageOf(channel: string): Page {
    const found = pages.get(channel);
    if (found) return found;
    const page: Page = { all: [], byTs: new Map(), threads: new Map() };
    pages.set(channel, page);
    return page;
  }

  function index(message: Message): void {
    const page = pageOf(message.channel);
    page.all.push(message);
    page.byTs.set(message.ts, message);
    if (message.threadTs === null || message.threadTs === message.ts) return;
    const thread = page.threads.get(message.threadTs);
    if (thread) thread.push(message);
    else page.threads.set(message.threadTs, [message]);
  }

  for (const { json } of archive.load('message')) index(JSON.parse(json));

  const key = (message: Message) => `${message.channel}:${message.ts}`;

  return {
    put(message) {
      if (!pages.get(message.channel)?.byTs.has(message.ts)) index(message);
      archive.put('message', key(message), JSON.stringify(message));
      return message;
    },
    remove(message) {
      const page = pageOf(message.channel);
      page.byTs.delete(message.ts);
      page.all = page.all.filter((other) => other.ts !== message.ts);
      const thread = message.threadTs === null ? undefined : page.threads.get(message.threadTs);
      if (thread && message.threadTs !== null) {
        page.threads.set(
          message.threadTs,
          thread.filter((other) => other.ts !== message.ts),
        );
      }
      archive.remove('message', key(message));
    },
    find: (channel, ts) => pages.get(channel)?.byTs.get(ts),
    inChannel: (channel) => pages.get(channel)?.all ?? [],
    replies: (channel, threadTs) => pages.get(channel)?.threads.get(threadTs) ?? [],
  };
}
