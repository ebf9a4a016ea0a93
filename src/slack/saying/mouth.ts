import type { WebClient } from '@slack/web-api';
import { type PersonId, userOf } from '../../domain/person.ts';
import type { Desk } from '../../usecases/desk.ts';
import type { MessageLocation } from '../../usecases/records.ts';
import type { OutboxEntry } from '../../usecases/saying/outbox.ts';
import type { Said } from '../../usecases/saying/speaker.ts';
import type { Message } from '../conversation.ts';
import { type Copy, copiesOf, type Place } from './marks.ts';
import { type WhileOurs, whileOurs } from './while-ours.ts';

/** What a message of ours is about, so that it is known where it stands; null where nobody has to find it again. */
export type About = Pick<MessageLocation, 'request' | 'purpose' | 'recipient' | 'event'> | null;

/** What all tellings share: posting with a mark, and finding by it. */
export interface Mouth extends WhileOurs {
  desk: Desk;
  client: WebClient;
  post(entry: OutboxEntry, place: Place, message: Message, about: About): Promise<Said>;
  /** The message that an earlier attempt of this entry left; null if there is none. */
  marked(entry: OutboxEntry, place: Place): Promise<Copy | null>;
  directMessageWith(person: PersonId): Promise<string>;
}

export function createMouth({ desk, client }: { desk: Desk; client: WebClient }): Mouth {
  const directMessages = new Map<PersonId, string>();
  const { isOurs, send, edit } = whileOurs({ desk, client });

  return {
    desk,
    client,
    isOurs,
    send,
    edit,

    async post(entry, place, message, about) {
      const sent = await send(entry, place, message);
      if (sent.result !== 'sent') return sent;
      const { channel, ts } = sent;
      const { threadTs } = place;
      const stands = { workspace: entry.workspace, channel, ts, threadTs, supersededAt: null };
      return { result: 'said', location: about && { ...stands, ...about } };
    },

    async marked(entry, place) {
      const [first] = await copiesOf({ desk, client }, entry, place);
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
