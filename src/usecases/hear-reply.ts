import type { PersonId } from '../domain/person.ts';
import { isOpen } from '../domain/request/request.ts';
import { actorFor, type Desk, settingsInForce } from './desk.ts';
import { giveCommand } from './give-command.ts';
import type { Intent } from './intent.ts';

export interface Reply {
  channel: string;
  /** The message at the head of the thread. */
  threadTs: string;
  person: PersonId;
  words: string;
  cause: string;
}

/**
 * Somebody wrote in the thread of a card. Marketing's words answer the open question, or go across as a comment;
 * IT's words in the triage thread stay with IT.
 */
export async function hearReply(desk: Desk, reply: Reply): Promise<void> {
  const { channel, threadTs, person, words, cause } = reply;
  const card = await desk.store.location(desk.workspace, channel, threadTs);
  if (!card || card.purpose === 'say') return;
  const request = await desk.store.request(card.request);
  if (!request) return;
  const standing = await desk.directory.standingOf(person);
  const { side } = await actorFor(desk.store, request, standing, await settingsInForce(desk, desk.store));

  const shared = card.purpose === 'private-card';
  if (side !== (shared ? 'marketing' : 'it')) return;
  const asksForWords = shared && isOpen(request) && request.state.status === 'needs-info';
  const intent: Intent = asksForWords
    ? { type: 'answer', answer: words }
    : { type: 'comment', words, shared };
  await giveCommand(desk, { request: request.id, person, intent, cause });
}
