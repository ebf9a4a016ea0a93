import { personId } from '../../domain/person.ts';
import { standsAgainst } from '../../domain/request/decide.ts';
import type { CommandOnRequest } from '../../domain/request/decision.ts';
import { meaningOf } from '../../domain/settings/reactions.ts';
import { actorFor, type Desk, settingsInForce } from '../desk.ts';
import type { AnyRefusal } from '../outcome.ts';
import type { Reaction, ThreadMessage } from '../records.ts';
import { giveCommand } from '../request/give-command.ts';
import type { Intent } from '../request/intent.ts';
import { forgetWaiting } from './ask-broker.ts';
import { filesOfMessage, withdrawFiles } from './keep-files.ts';
import { promptEntry } from './prompt.ts';
import { causeOf, sayOnce, wasTheirLast, whisperOnce } from './reaction-order.ts';

type Suggestion = 'ask' | 'share' | 'keep';

/** What sending the message across would need to be possible. */
const commandOf: Record<Suggestion, CommandOnRequest['type']> = {
  ask: 'ask',
  share: 'comment',
  keep: 'keep-decision',
};

/** After a message was kept: the emoji that were quicker than the record. */
export async function hearReactionsOnMessage(desk: Desk, channel: string, ts: string): Promise<void> {
  const reactions = await desk.store.reactions(desk.workspace, channel, ts);
  for (const reaction of reactions) {
    const message = await desk.store.threadMessage(desk.workspace, channel, ts);
    if (message) await actOnMessage(desk, message, reaction);
  }
}

/**
 * An emoji of IT on what somebody of IT wrote in the card's thread suggests to send it across: the message's author is
 * asked first, with exactly what marketing would read.
 */
export async function actOnMessage(desk: Desk, message: ThreadMessage, reaction: Reaction): Promise<void> {
  if (message.side !== 'it' || message.words === null) return;
  const settings = await settingsInForce(desk, desk.store);
  const meaning = meaningOf(reaction.name, settings.reactions);
  if (meaning !== 'ask' && meaning !== 'share' && meaning !== 'keep') return;
  const request = await desk.store.request(message.request);
  if (!request) return;
  const person = personId(reaction.workspace, reaction.user);
  const standing = await desk.directory.standingOf(person);
  const actor = await actorFor(desk.store, request, standing, settings);
  if (actor.side !== 'it') return;
  if (!reaction.present) return takeBack(desk, message, reaction, meaning);

  const barrier: AnyRefusal | null =
    message.crossed === null ? standsAgainst(request, commandOf[meaning], actor) : { code: 'already-shared' };
  if (barrier) return whisperOnce(desk, reaction, request.id, barrier);
  const { subject } = promptEntry(desk, message, meaning, message.words, person);
  await sayOnce(desk, causeOf(reaction), subject);
}

async function takeBack(
  desk: Desk,
  { request, author, crossed, ...message }: ThreadMessage,
  reaction: Reaction,
  meaning: Suggestion,
): Promise<void> {
  const person = personId(reaction.workspace, reaction.user);
  if (person !== author) return;
  if (crossed === null) {
    return forgetWaiting(desk, message, (way) => way.kind === 'send' && way.as === meaning);
  }
  if (!(await wasTheirLast(desk, request, person, sentAs[meaning]))) return;
  const intent: Intent =
    meaning === 'ask'
      ? { type: 'take-back' }
      : { type: 'take-back-words', facts: [{ fact: crossed, shared: true }] };
  await giveCommand(desk, {
    ...{ request, person, intent, cause: causeOf(reaction) },
    async alongside(transaction) {
      await transaction.saveThreadMessage({ ...message, request, author, crossed: null });
      const came = filesOfMessage(await transaction.attachments(request), message);
      await withdrawFiles(
        desk,
        transaction,
        came.filter(({ shared }) => shared),
        null,
      );
    },
  });
}

const sentAs = { ask: 'QuestionAsked', share: 'CommentAdded', keep: 'DecisionKept' } as const;
