import type { PersonId } from '../domain/person.ts';
import { personId } from '../domain/person.ts';
import { isOpen } from '../domain/request/request.ts';
import { actorFor, type Desk, settingsInForce } from './desk.ts';
import { giveCommand } from './give-command.ts';
import type { Intent } from './intent.ts';
import type { MessageLocation, Reaction } from './ports.ts';

/** What an emoji of IT on the triage card means, when it is put there and when it is taken back. */
const meanings: Record<string, { added: Intent; removed: Intent | null }> = {
  eyes: { added: { type: 'claim' }, removed: { type: 'release' } },
  white_check_mark: { added: { type: 'deliver', words: null, ticked: null }, removed: null },
};

/**
 * An emoji came or went. It is kept in any case; on a triage card IT's emoji is a command, everybody else's is
 * ignored in silence. A card that is not recorded yet catches up through `hearReactionsOn`.
 */
export async function hearReaction(desk: Desk, reaction: Reaction): Promise<void> {
  const isNewest = await desk.store.write((transaction) => transaction.recordReaction(reaction));
  if (!isNewest) return;
  // Only after the commit: whoever records the card meanwhile sees the emoji, or we see the card.
  const location = await desk.store.location(reaction.workspace, reaction.channel, reaction.ts);
  if (location) await act(desk, location, reaction);
}

/** After a card was recorded: the emoji that were quicker than the record. */
export async function hearReactionsOn(desk: Desk, location: MessageLocation): Promise<void> {
  const { workspace, channel, ts } = location;
  for (const reaction of await desk.store.reactions(workspace, channel, ts))
    await act(desk, location, reaction);
}

async function act(desk: Desk, location: MessageLocation, reaction: Reaction): Promise<void> {
  if (location.purpose !== 'triage-card' || location.supersededAt !== null) return;
  const meaning = meanings[reaction.name];
  const intent = reaction.present ? meaning?.added : meaning?.removed;
  const person = personId(reaction.workspace, reaction.user);
  if (!intent || !(await countsHere(desk, location.request, person, intent))) return;

  // One change of one emoji is one order, by whichever of the two ways it is heard.
  const { channel, ts, user, name, eventTs } = reaction;
  const cause = `reaction:${channel}:${ts}:${user}:${name}:${eventTs}`;
  const outcome = await giveCommand(desk, { request: location.request, person, intent, cause });
  if (outcome.ok || outcome.refusal.code === 'already-yours') return;
  const { refusal } = outcome;
  await desk.store.write(async (transaction) => {
    if (await transaction.handled(desk.workspace, cause)) return;
    const at = desk.clock.now();
    const subject = {
      kind: 'whisper',
      request: location.request,
      channel,
      recipient: person,
      refusal,
    } as const;
    await transaction.announce([{ id: desk.newId(), workspace: desk.workspace, subject, at }]);
    await transaction.remember(desk.workspace, cause, 'whispered', at);
  });
}

/** Only IT's emoji count, on a request that is open; taking 👀 back means something only to whom it belongs. */
async function countsHere(desk: Desk, id: string, person: PersonId, intent: Intent): Promise<boolean> {
  const request = await desk.store.request(id);
  if (!request || !isOpen(request)) return false;
  if (intent.type === 'release' && request.assignee !== person) return false;
  const standing = await desk.directory.standingOf(person);
  const settings = await settingsInForce(desk, desk.store);
  return (await actorFor(desk.store, request, standing, settings)).side === 'it';
}
