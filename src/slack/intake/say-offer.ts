import type { WebClient } from '@slack/web-api';
import { userOf } from '../../domain/person.ts';
import { colleague, type Desk, settingsInForce } from '../../usecases/desk.ts';
import { waitingOnMarketing } from '../../usecases/home/waiting-on.ts';
import type { Prompt } from '../../usecases/saying/outbox.ts';
import type { Said } from '../../usecases/saying/speaker.ts';
import type { Message } from '../conversation.ts';
import { readableText } from '../kit/readable-text.ts';
import { said } from '../saying/telling.ts';
import { offerOnMark, offerOnMessage } from './offer.ts';

type Marked = Extract<Prompt, { about: 'marked-message' }>;
type Direct = Extract<Prompt, { about: 'direct-message' }>;

const waitingNamed = 3;

/** What answers a direct message, where it was written. */
export async function offerOnWords(desk: Desk, { recipient, words }: Direct): Promise<Message> {
  const typed = (await desk.store.words([words])).get(words) ?? null;
  const waiting = await waitingOnMarketing(desk, recipient, waitingNamed);
  return offerOnMessage(typed, waiting, {
    settings: await settingsInForce(desk, desk.store),
    now: desk.clock.now(),
  });
}

/** Asks the author of a marked message, privately and at most once. A message that cannot be read asks nobody. */
export async function askAuthor(
  { desk, client }: { desk: Desk; client: WebClient },
  { channel, ts }: Marked,
): Promise<Said> {
  try {
    const { messages = [] } = await client.conversations.replies({ channel, ts, limit: 1 });
    const message = messages.find((each) => each.ts === ts);
    if (message?.user && !message.bot_id) {
      const author = colleague(desk, message.user);
      if (!(await desk.directory.standingOf(author)).isMember) return said;
      const nameOf = async (user: string) => (await desk.directory.person(colleague(desk, user))).name;
      const { permalink = null } = await client.chat.getPermalink({ channel, message_ts: ts });
      const offer = offerOnMark(await readableText(message.text ?? '', nameOf), permalink);
      const thread = message.thread_ts && message.thread_ts !== ts ? { thread_ts: message.thread_ts } : {};
      await client.chat.postEphemeral({ channel, user: userOf(author), ...thread, ...offer });
    }
  } catch (error) {
    desk.log.warn({ error: String(error), channel }, 'the author of a marked message could not be asked');
  }
  return said;
}
