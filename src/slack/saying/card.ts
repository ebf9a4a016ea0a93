import { type RequestView, viewRequest } from '../../usecases/request/request-view.ts';
import type { OutboxEntry, OutboxSubject } from '../../usecases/saying/outbox.ts';
import type { Found, Said } from '../../usecases/saying/speaker.ts';
import { privateCard } from '../intake/private-card.ts';
import { context } from '../kit/blocks.ts';
import { belongsIn, isElsewhere, movedFrom, movedTo } from '../triage/card-place.ts';
import { triageCard } from '../triage/triage-card.ts';
import { wasDeleted } from '../web-api/call-outcome.ts';
import { markOf } from './marks.ts';
import type { Mouth } from './mouth.ts';
import { nothingToFind, said, type Telling } from './telling.ts';

type CardSubject = Extract<OutboxSubject, { purpose: 'triage-card' | 'private-card' }>;
type MovedSubject = Extract<OutboxSubject, { purpose: 'moved-card' }>;

/** A card that somebody deleted by hand stands again, below what was said in its thread. */
const postedAgain = context(
  'The earlier card was deleted, so here it is again. Its thread stayed where it was.',
);

/** A card is posted once and edited in place ever after. */
export function cardTelling(mouth: Mouth, entry: OutboxEntry, subject: CardSubject): Telling {
  const { desk, client } = mouth;
  const { store, clock } = desk;
  const { request, purpose } = subject;
  const recipient = purpose === 'private-card' ? subject.recipient : null;
  const about = { request, purpose, recipient, event: null };

  async function say(): Promise<Said> {
    const view = await viewRequest(desk, store, request);
    if (!view) return { result: 'dead', reason: 'no-such-request' };
    const message = recipient ? privateCard(view, recipient, clock.now()) : triageCard(view, clock.now());
    const present = await store.cardLocation(request, purpose, recipient);
    const moves = present !== null && recipient === null && isElsewhere(view, present);
    if (present && !moves) {
      const { workspace, channel, ts } = present;
      const updated = await mouth.edit(entry, () =>
        client.chat.update({ channel, ts, ...message, metadata: markOf(entry) }),
      );
      // It is posted again, once.
      if (!wasDeleted(updated)) return updated;
      await store.write((transaction) => transaction.supersedeLocation(workspace, channel, ts, clock.now()));
    }
    const channel = await channelFor(view);
    if (!channel) return { result: 'dead', reason: 'no-triage-channel' };
    const again = present && (moves ? movedFrom(present.channel) : postedAgain);
    const shown = again ? { ...message, blocks: [...message.blocks, again] } : message;
    return mouth.post(entry, { channel, threadTs: null }, shown, about);
  }

  async function find(): Promise<Found> {
    const view = await viewRequest(desk, store, request);
    const channel = view && (await channelFor(view));
    const present = await store.cardLocation(request, purpose, recipient);
    if (!channel || present?.channel === channel) return { result: 'absent' };
    const found = await mouth.marked(entry, { channel, threadTs: null });
    if (!found) return { result: 'absent' };
    const { ts, revision } = found;
    const place = { workspace: entry.workspace, channel, ts, threadTs: null, supersededAt: null };
    return { result: 'found', revision, location: { ...place, ...about } };
  }

  async function channelFor(view: RequestView): Promise<string | null> {
    return recipient ? mouth.directMessageWith(recipient) : belongsIn(view);
  }

  return { say, find };
}

/** The card that was left behind shrinks to a line that leads to the other. At most once: nothing depends on it. */
export function movedCardTelling(
  { desk, client, edit }: Mouth,
  entry: OutboxEntry,
  { request, channel, ts }: MovedSubject,
): Telling {
  return {
    async say() {
      const view = await viewRequest(desk, desk.store, request);
      const card = await desk.store.cardLocation(request, 'triage-card', null);
      if (!view || !card) return said;
      const shrunk = await edit(entry, () =>
        client.chat.update({ channel, ts, ...movedTo(view, card.channel) }),
      );
      return shrunk.result === 'dead' ? said : shrunk;
    },
    find: nothingToFind,
  };
}
