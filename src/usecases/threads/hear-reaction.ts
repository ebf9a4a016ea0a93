import type { PersonId } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { RequestFact } from '../../domain/request/events.ts';
import { isOpen } from '../../domain/request/request.ts';
import { meaningOf, type ReactionMeaning } from '../../domain/settings/reactions.ts';
import { actorFor, type Desk, settingsInForce } from '../desk.ts';
import type { MessageLocation, Reaction } from '../records.ts';
import { giveCommand } from '../request/give-command.ts';
import type { Intent } from '../request/intent.ts';
import { actOnMessage } from './hear-message-reaction.ts';
import { causeOf, sayOnce, wasTheirLast, whisperOnce } from './reaction-order.ts';

/** What an emoji on the card says, and what taking it back undoes: the fact that it brought about, by which command. */
const commandsOf: Partial<
  Record<ReactionMeaning, { given: Intent; brings: RequestFact['type']; takenBack: Intent }>
> = {
  claim: { given: { type: 'claim' }, brings: 'RequestClaimed', takenBack: { type: 'release' } },
  deliver: {
    given: { type: 'deliver', words: null, ticked: null },
    brings: 'RequestDelivered',
    takenBack: { type: 'take-back' },
  },
};

/**
 * An emoji came or went. It is kept in any case; IT's emoji on a triage card or on a message in its thread is a
 * command, everybody else's is ignored in silence. What is not recorded yet catches up through `hearReactionsOn`.
 */
export async function hearReaction(desk: Desk, reaction: Reaction): Promise<void> {
  const isNewest = await desk.store.write((transaction) => transaction.recordReaction(reaction));
  if (!isNewest) return;
  // Only after the commit: whoever records the card meanwhile sees the emoji, or we see the card.
  const { workspace, channel, ts } = reaction;
  const location = await desk.store.location(workspace, channel, ts);
  if (location) await act(desk, location, reaction);
  const message = await desk.store.threadMessage(workspace, channel, ts);
  if (message) await actOnMessage(desk, message, reaction);
}

/** After a card was recorded: the emoji that were quicker than the record. */
export async function hearReactionsOn(desk: Desk, location: MessageLocation): Promise<void> {
  const { workspace, channel, ts } = location;
  for (const reaction of await desk.store.reactions(workspace, channel, ts))
    await act(desk, location, reaction);
}

async function act(desk: Desk, location: MessageLocation, reaction: Reaction): Promise<void> {
  if (location.purpose !== 'triage-card' || location.supersededAt !== null) return;
  const { reactions } = await settingsInForce(desk, desk.store);
  const meaning = meaningOf(reaction.name, reactions);
  const person = personId(reaction.workspace, reaction.user);
  const { request } = location;
  if (!meaning || !(await countsHere(desk, request, person))) return;

  if (meaning === 'decline' && reaction.present) {
    const subject = {
      kind: 'consent',
      request,
      channel: reaction.channel,
      threadTs: null,
      recipient: person,
    } as const;
    await sayOnce(desk, causeOf(reaction), { ...subject, prompt: { type: 'decline' } });
  }
  const commands = commandsOf[meaning];
  if (!commands) return;
  const intent = reaction.present ? commands.given : commands.takenBack;
  if (!reaction.present && !(await wasTheirLast(desk, request, person, commands.brings))) return;
  const outcome = await giveCommand(desk, { request, person, intent, cause: causeOf(reaction) });
  if (outcome.ok || !reaction.present || outcome.refusal.code === 'already-yours') return;
  await whisperOnce(desk, reaction, request, outcome.refusal);
}

/** Only IT's emoji count, on a request that is open. */
async function countsHere(desk: Desk, id: string, person: PersonId): Promise<boolean> {
  const request = await desk.store.request(id);
  if (!request || !isOpen(request)) return false;
  const standing = await desk.directory.standingOf(person);
  const settings = await settingsInForce(desk, desk.store);
  return (await actorFor(desk.store, request, standing, settings)).side === 'it';
}
