import type { PersonId } from '../../domain/person.ts';
import { offerMark } from '../../domain/settings/reactions.ts';
import { colleague, type Desk } from '../desk.ts';
import type { Reaction } from '../records.ts';
import { Wording } from '../request/intent.ts';
import type { Prompt } from '../saying/outbox.ts';

/** Somebody wrote to the app itself: never silence, but an offer to make a request of it. */
export async function offerOnMessage(
  desk: Desk,
  message: { channel: string; person: PersonId; words: string; cause: string },
): Promise<void> {
  const { channel, person, words, cause } = message;
  await desk.store.write(async (transaction) => {
    if (await transaction.handled(desk.workspace, cause)) return;
    const at = desk.clock.now();
    const wording = new Wording(desk.newId);
    const said = wording.keep(words);
    const place = { channel, recipient: person, words: said };
    const subject: Prompt = { kind: 'prompt', about: 'direct-message', ...place };
    await transaction.saveWords(desk.workspace, wording.bodies, at);
    await transaction.announce([{ id: desk.newId(), workspace: desk.workspace, subject, at }]);
    await transaction.remember(desk.workspace, cause, 'offered', at);
  });
}

/** A member put 🎫 on somebody's message: its author is asked, once for each message. Our own cards are no messages. */
export async function offerOnMark(desk: Desk, reaction: Reaction): Promise<void> {
  const { channel, ts, user, name, present } = reaction;
  if (name !== offerMark || !present) return;
  const { isMember } = await desk.directory.standingOf(colleague(desk, user));
  if (!isMember) return;
  const cause = `marked:${channel}:${ts}`;
  await desk.store.write(async (transaction) => {
    if (await transaction.location(desk.workspace, channel, ts)) return;
    if (await transaction.handled(desk.workspace, cause)) return;
    const at = desk.clock.now();
    const subject = { kind: 'prompt', about: 'marked-message', channel, ts } as const;
    await transaction.announce([{ id: desk.newId(), workspace: desk.workspace, subject, at }]);
    await transaction.remember(desk.workspace, cause, 'offered', at);
  });
}
