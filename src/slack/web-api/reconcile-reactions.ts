import type { WebClient } from '@slack/web-api';
import type { Desk } from '../../usecases/desk.ts';
import type { MessageLocation, Reaction } from '../../usecases/records.ts';
import { hearReaction } from '../../usecases/threads/hear-reaction.ts';

const cardsRead = 200;

/**
 * After a downtime: emoji that came or went on open cards while nobody listened are heard now. What Slack tells
 * afterwards of the same changes is older, and changes nothing.
 */
export async function reconcileReactions(desk: Desk, client: WebClient): Promise<void> {
  const { store, workspace } = desk;
  const page = { limit: cardsRead, offset: 0 };
  for (const { id } of await store.openRequests(workspace, page)) {
    const card = await store.cardLocation(id, 'triage-card', null);
    if (card) await reconcileCard(desk, client, card);
  }
}

async function reconcileCard(desk: Desk, client: WebClient, { channel, ts }: MessageLocation): Promise<void> {
  const { message } = await client.reactions.get({ channel, timestamp: ts, full: true });
  const shown = (message?.reactions ?? []).flatMap(({ name = '', users = [] }) =>
    users.map((user) => ({ user, name: name.split('::')[0] ?? name })),
  );
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
