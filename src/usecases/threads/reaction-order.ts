import type { PersonId } from '../../domain/person.ts';
import { personId } from '../../domain/person.ts';
import type { RequestFact } from '../../domain/request/events.ts';
import { lastStep } from '../../domain/request/words.ts';
import type { Desk } from '../desk.ts';
import type { AnyRefusal } from '../outcome.ts';
import type { Reaction } from '../records.ts';
import type { NewOutboxEntry } from '../saying/outbox.ts';

/** Taking an emoji back undoes what its own person did with it last, while nothing followed. */
export async function wasTheirLast(
  desk: Desk,
  request: string,
  person: PersonId,
  ...types: readonly RequestFact['type'][]
): Promise<boolean> {
  const step = lastStep(await desk.store.history(request));
  return step.some(({ type, actor }) => types.includes(type) && actor === person);
}

/** One change of one emoji is one order, by whichever way it is heard. */
export function causeOf({ channel, ts, user, name, eventTs }: Reaction): string {
  return `reaction:${channel}:${ts}:${user}:${name}:${eventTs}`;
}

/** Why an emoji did nothing, for the eyes of whoever put it there. */
export async function whisperOnce(
  desk: Desk,
  reaction: Reaction,
  request: string,
  refusal: AnyRefusal,
): Promise<void> {
  const recipient = personId(reaction.workspace, reaction.user);
  const { channel } = reaction;
  await sayOnce(desk, causeOf(reaction), { kind: 'whisper', request, channel, recipient, refusal });
}

export async function sayOnce(desk: Desk, cause: string, subject: NewOutboxEntry['subject']): Promise<void> {
  await desk.store.write(async (transaction) => {
    if (await transaction.handled(desk.workspace, cause)) return;
    const at = desk.clock.now();
    await transaction.announce([{ id: desk.newId(), workspace: desk.workspace, subject, at }]);
    await transaction.remember(desk.workspace, cause, subject.kind, at);
  });
}
