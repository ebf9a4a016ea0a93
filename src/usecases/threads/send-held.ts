import type { PersonId } from '../../domain/person.ts';
import type { Desk } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { hearEdit } from './hear-change.ts';
import { hearReply } from './hear-reply.ts';
import type { HeldReply } from './held-replies.ts';
import { forgetHeld } from './hold-back.ts';

export interface Choice {
  channel: string;
  ts: string;
  person: PersonId;
  cause: string;
}

/** Its author says that it is harmless: it crosses as it stands, as a reply or as the new words of one that crossed. */
export async function sendHeld(desk: Desk, choice: Choice): Promise<Outcome<HeldReply>> {
  const held = await heldFor(desk, choice);
  if (!held) return refusal({ code: 'nothing-held' });
  const { workspace, author: person, ...reply } = held;
  const earlier = await desk.store.threadMessage(workspace, held.channel, held.ts);
  const hear = earlier ? hearEdit : hearReply;
  await hear(desk, { ...reply, person, cause: choice.cause, isChecked: true });
  // Whoever has nothing to say on the request any more sends nothing.
  return (await heldFor(desk, choice)) ? refusal({ code: 'nothing-held' }) : done(held);
}

/** Its author keeps it to themselves. */
export async function dropHeld(desk: Desk, choice: Choice): Promise<Outcome<HeldReply>> {
  const held = await heldFor(desk, choice);
  if (!held) return refusal({ code: 'nothing-held' });
  await forgetHeld(desk, held);
  return done(held);
}

async function heldFor({ store, workspace }: Desk, { channel, ts, person }: Choice) {
  const held = await store.heldReply(workspace, channel, ts);
  return held?.author === person ? held : null;
}
