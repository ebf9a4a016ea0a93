import type { PersonId } from '../../domain/person.ts';
import type { Desk } from '../desk.ts';
import type { ThreadMessage } from '../records.ts';
import type { Crossing, NewOutboxEntry } from '../saying/outbox.ts';

/** Asks the author of a message, and nobody else, whether exactly these words may cross to marketing. */
export function promptEntry(
  desk: Desk,
  { request, channel, ts, threadTs, author }: ThreadMessage,
  as: Crossing,
  words: string,
  suggestedBy: PersonId,
): NewOutboxEntry {
  return {
    id: desk.newId(),
    workspace: desk.workspace,
    subject: {
      ...{ kind: 'consent', request, channel, threadTs, recipient: author },
      prompt: { type: 'cross', as, ts, words, suggestedBy },
    },
    at: desk.clock.now(),
  };
}
