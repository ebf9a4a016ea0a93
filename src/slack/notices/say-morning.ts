import { viewMorning } from '../../usecases/notices/mornings.ts';
import type { OutboxEntry, OutboxSubject } from '../../usecases/saying/outbox.ts';
import type { Found, Said } from '../../usecases/saying/speaker.ts';
import { markOf } from '../saying/marks.ts';
import type { Mouth } from '../saying/mouth.ts';
import { said, type Telling } from '../saying/telling.ts';
import { wasDeleted } from '../web-api/call-outcome.ts';
import { morningMessage } from './morning-message.ts';

type MorningSubject = Extract<OutboxSubject, { purpose: 'morning' }>;

/** Posts somebody's morning message, or edits it where it stands. One that was deleted by hand stays deleted. */
export function morningTelling(
  mouth: Mouth,
  entry: OutboxEntry,
  { recipient, day }: MorningSubject,
): Telling {
  const { desk, client } = mouth;
  const { store, clock } = desk;

  async function say(): Promise<Said> {
    const view = await viewMorning(desk, store, recipient, day);
    if (!view) return { result: 'dead', reason: 'no-such-morning' };
    const message = morningMessage(view, clock.now());
    const { place } = view.morning;
    if (place) {
      const edited = await mouth.edit(entry, () =>
        client.chat.update({ ...place, ...message, metadata: markOf(entry) }),
      );
      return wasDeleted(edited) ? said : edited;
    }
    const channel = await mouth.directMessageWith(recipient);
    const sent = await mouth.send(entry, { channel, threadTs: null }, message);
    if (sent.result !== 'sent') return sent;
    await keepPlace({ channel: sent.channel, ts: sent.ts });
    return said;
  }

  /** Where it stands is known unless the app died between posting and writing that down. */
  async function find(): Promise<Found> {
    if ((await store.morning(recipient, day))?.place) return { result: 'absent' };
    const channel = await mouth.directMessageWith(recipient);
    const found = await mouth.marked(entry, { channel, threadTs: null });
    if (!found) return { result: 'absent' };
    await keepPlace({ channel, ts: found.ts });
    return { result: 'found', location: null, revision: found.revision };
  }

  const keepPlace = (place: { channel: string; ts: string }) =>
    store.write((transaction) => transaction.saveMorningPlace(recipient, day, place));

  return { say, find };
}
