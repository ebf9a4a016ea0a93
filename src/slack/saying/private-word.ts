import { assertNever } from '../../domain/assert-never.ts';
import { userOf } from '../../domain/person.ts';
import { viewRequest } from '../../usecases/request/request-view.ts';
import type { OutboxEntry, OutboxSubject, Prompt } from '../../usecases/saying/outbox.ts';
import type { Said } from '../../usecases/saying/speaker.ts';
import type { Message } from '../conversation.ts';
import { askAuthor, offerOnWords } from '../intake/say-offer.ts';
import { promptOf } from '../triage/prompt.ts';
import { whisperOf } from '../triage/whisper.ts';
import { undeliveredDigest, unsaidReport } from '../wording/unsaid.ts';
import { heldReplyMessage } from './held-reply.ts';
import type { Place } from './marks.ts';
import type { Mouth } from './mouth.ts';
import { neverTwice, said, type Telling } from './telling.ts';
import { tidings } from './tidings.ts';

type HintSubject = Extract<OutboxSubject, { kind: 'whisper' | 'consent' }>;
type DirectSubject = Extract<OutboxSubject, { kind: 'tell' | 'report' }>;

/** A message of its own to one person. */
export function directTelling(mouth: Mouth, entry: OutboxEntry, subject: DirectSubject): Telling {
  const place = async () => ({
    channel: await mouth.directMessageWith(subject.recipient),
    threadTs: null,
  });
  return {
    async say() {
      const message = await messageOf();
      return message ? mouth.post(entry, await place(), message, null) : said;
    },
    find: found(mouth, entry, place),
  };

  async function messageOf(): Promise<Message | null> {
    if (subject.kind === 'tell') return tidings(mouth.desk, subject.about, subject.recipient);
    const { fault, channel, of } = subject;
    return of ? undeliveredDigest(fault, channel) : unsaidReport(fault, channel);
  }
}

/** An offer, or a question to whoever wrote something, where they wrote it. */
export function promptTelling(mouth: Mouth, entry: OutboxEntry, subject: Prompt): Telling {
  switch (subject.about) {
    case 'marked-message':
      return { say: () => askAuthor(mouth, subject), find: neverTwice(entry) };
    case 'direct-message': {
      const place = { channel: subject.channel, threadTs: null };
      return {
        say: async () => mouth.post(entry, place, await offerOnWords(mouth.desk, subject), null),
        find: found(mouth, entry, async () => place),
      };
    }
    case 'held-reply': {
      const { channel, threadTs } = subject;
      const place = { channel, threadTs };
      return {
        say: () => mouth.post(entry, place, heldReplyMessage(subject), null),
        find: found(mouth, entry, async () => place),
      };
    }
    default:
      return assertNever(subject);
  }
}

/** For one person's eyes in a channel. */
export function hintTelling({ desk, client }: Mouth, entry: OutboxEntry, subject: HintSubject): Telling {
  async function say(): Promise<Said> {
    const view = await viewRequest(desk, desk.store, subject.request);
    if (!view) return { result: 'dead', reason: 'no-such-request' };
    const message =
      subject.kind === 'whisper' ? whisperOf(view, subject.refusal) : await promptOf(desk, view, subject);
    if (!message) return said;
    const threadTs = subject.kind === 'consent' ? subject.threadTs : null;
    try {
      await client.chat.postEphemeral({
        channel: subject.channel,
        user: userOf(subject.recipient),
        ...message,
        ...(threadTs !== null && { thread_ts: threadTs }),
      });
    } catch (error) {
      // It is no record, and a second copy would only confuse.
      desk.log.warn({ error: String(error), request: subject.request }, 'a private hint was not delivered');
    }
    return said;
  }
  return { say, find: neverTwice(entry) };
}

/** What nobody has to find again but the next attempt. */
function found(mouth: Mouth, entry: OutboxEntry, place: () => Promise<Place>): Telling['find'] {
  return async () => {
    const mark = await mouth.marked(entry, await place());
    return mark ? { result: 'found', location: null, revision: mark.revision } : { result: 'absent' };
  };
}
