import type { WebClient } from '@slack/web-api';
import type { Desk } from '../../usecases/desk.ts';
import type { MessageLocation, Reaction } from '../../usecases/records.ts';
import { hearReaction } from '../../usecases/threads/hear-reaction.ts';
import { failureOf, isUnreadable } from './web-api-error.ts';

const requestsRead = 200;

/**
 * After a downtime: emoji that came or went on open cards while nobody listened are heard now. What Slack tells
 * afterwards of the same changes is older, and changes nothing.
 *
 * @param client waits where Slack says that it is too much: it lets us look at fifty cards a minute
 */
export async function reconcileReactions(desk: Desk, client: WebClient): Promise<void> {
  const { store, workspace } = desk;
  for (let offset = 0; ; offset += requestsRead) {
    const requests = await store.openRequests(workspace, { limit: requestsRead, offset });
    for (const { id } of requests) {
      const card = await store.cardLocation(id, 'triage-card', null);
      if (card) await reconcileCard(desk, client, card);
    }
    if (requests.length < requestsRead) return;
  }
}

async function reconcileCard(desk: Desk, client: WebClient, { channel, ts }: MessageLocation): Promise<void> {
  const shown = await reactionsOn(client, { channel, ts });
  if (!shown) return;
  const known = await desk.store.reactions(desk.workspace, channel, ts);
  const isSame = (one: Pick<Reaction, 'user' | 'name'>) => (other: Pick<Reaction, 'user' | 'name'>) =>
    one.user === other.user && one.name === other.name;
  const now = { workspace: desk.workspace, channel, ts, eventTs: (desk.clock.now() / 1000).toFixed(6) };
  for (const { user, name } of known.filter((each) => !shown.some(isSame(each)))) {
    await hearReaction(desk, { ...now, user, name, present: false });
  }
  for (const { user, name } of shown.filter((each) => !known.some(isSame(each)))) {
    await hearReaction(desk, { ...now, user, name, present: true });
  }
}

/** Null where the card cannot be read: it was deleted, or the app was taken out of its channel. */
async function reactionsOn(client: WebClient, { channel, ts }: Pick<MessageLocation, 'channel' | 'ts'>) {
  try {
    const { message } = await client.reactions.get({ channel, timestamp: ts, full: true });
    return (message?.reactions ?? []).flatMap(({ name = '', users = [] }) =>
      users.map((user) => ({ user, name: name.split('::')[0] ?? name })),
    );
  } catch (error) {
    if (isUnreadable(failureOf(error))) return null;
    throw error;
  }
}
