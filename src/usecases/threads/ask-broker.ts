import type { PersonId } from '../../domain/person.ts';
import { isOpen } from '../../domain/request/request.ts';
import { dueAt } from '../../domain/sla/due.ts';
import { type Desk, settingsInForce } from '../desk.ts';
import type { AnyRefusal } from '../outcome.ts';
import type { Transaction } from '../ports.ts';
import { Wording } from '../request/intent.ts';
import type { Told } from '../saying/outbox.ts';
import type { BrokeredWords, Way } from './brokered-words.ts';

/** So long words wait for a broker at most, in marketing's working time. */
export const brokersTime = 30 * 60_000;

export interface Spoken {
  request: string;
  person: PersonId;
  words: string;
  way: Way;
  cause: string;
}

/**
 * Where a request has a broker, words to the other side go to them first; answers with who reads them. Null where they
 * cross at once: without a broker, if the broker speaks or has left, and on what cannot wait.
 */
export async function askBroker(desk: Desk, spoken: Spoken): Promise<PersonId | null> {
  const { store, workspace, clock, newId } = desk;
  const { person, words, way, cause } = spoken;
  const request = await store.request(spoken.request);
  const broker = request?.broker ?? null;
  if (!request || !broker || broker === person || request.priority === 1 || !isOpen(request)) return null;
  if (!(await desk.directory.person(broker)).isMember) return null;
  const { hours } = await settingsInForce(desk, store);
  const now = clock.now();
  const due = dueAt(now, brokersTime, hours.marketing);
  const id = newId();
  await store.write(async (transaction) => {
    if (await transaction.handled(workspace, cause)) return;
    if (way.kind !== 'window') {
      const earlier = await transaction.brokeredAt(workspace, way.channel, way.ts);
      if (earlier) await transaction.dropBrokered(earlier.id);
    }
    const kept = { id, workspace, request: request.id, author: person, words, way };
    await transaction.saveBrokered({ ...kept, dueAt: due.kind === 'due' ? due.at : now + brokersTime });
    const tell = (recipient: PersonId, about: Told) => ({
      ...{ id: newId(), workspace, subject: { kind: 'tell' as const, recipient, about }, at: now },
    });
    await transaction.announce([
      tell(broker, { topic: 'to-read', words: id }),
      tell(person, { topic: 'being-read', words: id }),
    ]);
    await transaction.remember(workspace, cause, 'with the broker', now);
  });
  return broker;
}

/** What waits of a message, on its way like this, does not cross any more. */
export async function forgetWaiting(
  { store, workspace }: Desk,
  { channel, ts }: { channel: string; ts: string },
  isMeant: (way: Way) => boolean,
): Promise<void> {
  const waits = await store.brokeredAt(workspace, channel, ts);
  if (!waits || !isMeant(waits.way)) return;
  await store.write(async (transaction) => void (await transaction.dropBrokered(waits.id)));
}

/** For words that come back from the broker: whoever lets them go second finds nothing left. */
export async function unlessGone(
  transaction: Transaction,
  brokered: string | undefined,
): Promise<AnyRefusal | null> {
  if (brokered === undefined || (await transaction.brokeredWords(brokered))) return null;
  return { code: 'nothing-held' };
}

/** What waited crosses in this transaction, in these words; its author is told if they are others. */
export async function crossNow(
  desk: Desk,
  transaction: Transaction,
  brokered: string | undefined,
  words: string,
): Promise<void> {
  const held = brokered === undefined ? null : await transaction.brokeredWords(brokered);
  if (!held) return;
  await transaction.dropBrokered(held.id);
  if (words !== held.words) await tellAuthor(desk, transaction, held, { topic: 'reworded', words });
}

/** What cannot cross any more goes back to its author; nothing waits for ever. */
export async function giveBack(desk: Desk, transaction: Transaction, held: BrokeredWords): Promise<void> {
  if (!(await transaction.dropBrokered(held.id))) return;
  await tellAuthor(desk, transaction, held, { topic: 'not-passed', words: held.words });
}

async function tellAuthor(
  { workspace, clock, newId }: Desk,
  transaction: Transaction,
  { request, author }: BrokeredWords,
  { topic, words }: { topic: 'reworded' | 'not-passed'; words: string },
): Promise<void> {
  const at = clock.now();
  const wording = new Wording(newId);
  const about = { topic, request, words: wording.keep(words) };
  await transaction.saveWords(workspace, wording.bodies, at);
  await transaction.announce([
    { id: newId(), workspace, subject: { kind: 'tell', recipient: author, about }, at },
  ]);
}
