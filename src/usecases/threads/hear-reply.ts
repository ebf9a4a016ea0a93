import type { Side } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import { wordsWithFiles } from '../../domain/request/given-file.ts';
import { isOpen, type Request } from '../../domain/request/request.ts';
import { actorFor, type Desk, settingsInForce } from '../desk.ts';
import type { AnyRefusal } from '../outcome.ts';
import type { Transaction } from '../ports.ts';
import type { MessageLocation, ThreadMessage } from '../records.ts';
import { giveCommand } from '../request/give-command.ts';
import type { Intent } from '../request/intent.ts';
import { askBroker, crossNow, unlessGone } from './ask-broker.ts';
import { hearReactionsOnMessage } from './hear-message-reaction.ts';
import { forgetHeld, holdBack } from './hold-back.ts';
import { keepFiles } from './keep-files.ts';
import type { Reply } from './reply.ts';

/**
 * Somebody wrote in the thread of a card. Marketing's words answer the open question, or go across as a comment;
 * IT's words in the triage thread stay with IT. Files go where the words go.
 */
export async function hearReply(desk: Desk, reply: Reply): Promise<void> {
  const { channel, ts, threadTs, person, files, cause, isChecked = false, brokered } = reply;
  const words = wordsWithFiles(reply.words, files);
  const card = await desk.store.location(desk.workspace, channel, threadTs);
  if (!card || card.purpose === 'say') return;
  const request = await desk.store.request(card.request);
  if (!request) return;
  const standing = await desk.directory.standingOf(person);
  const { side } = await actorFor(desk.store, request, standing, await settingsInForce(desk, desk.store));
  if (card.recipient === person && person === request.broker) return brokerSpeaks(desk, request.id, reply);
  if (side !== sideOfThread(card)) return;

  if (side === 'marketing' && !isChecked && !brokered && (await holdBack(desk, reply))) return;
  if (side === 'marketing' && !brokered && reply.words !== '') {
    const way = { kind: 'reply', channel, ts, threadTs, files } as const;
    const spoken = { request: request.id, person, words: reply.words, way };
    if (await askBroker(desk, { ...spoken, cause: isChecked ? `${cause}:broker` : cause })) {
      if (isChecked) await forgetHeld(desk, reply);
      return;
    }
  }

  const place = { workspace: desk.workspace, channel, ts, threadTs };
  const message = { ...place, request: request.id, side, author: person };
  const outcome = await giveCommand(desk, {
    ...{ request: request.id, person, cause },
    intent: intentOf(side, request, words),
    unless: async (transaction) =>
      (await unlessHeld(transaction, place, isChecked)) ?? unlessGone(transaction, brokered),
    async alongside(transaction, events) {
      if (isChecked) await transaction.releaseReply(desk.workspace, channel, ts);
      await crossNow(desk, transaction, brokered, reply.words);
      const kept = events.flatMap(saidIn)[0];
      if (!kept) return;
      await transaction.saveThreadMessage({ ...message, ...kept, crossed: null });
      const came = { request: request.id, fact: kept.fact, side, author: person, message: { channel, ts } };
      await keepFiles(desk, transaction, { ...came, shared: side === 'marketing' }, files);
    },
  });
  if (outcome.ok && side === 'it') await hearReactionsOnMessage(desk, channel, ts);
}

/** What the broker writes below their own card is for both sides. */
async function brokerSpeaks(
  desk: Desk,
  request: string,
  { person, words, cause, brokered }: Reply,
): Promise<void> {
  if (words === '') return;
  await giveCommand(desk, {
    ...{ request, person, cause, intent: { type: 'comment', words, shared: true } },
    unless: (transaction) => unlessGone(transaction, brokered),
    // It may have waited since before they were named.
    alongside: (transaction) => crossNow(desk, transaction, brokered, words),
  });
}

/** Of two who decide about the same words at once, the second finds nothing left. */
export async function unlessHeld(
  transaction: Transaction,
  { workspace, channel, ts }: Pick<ThreadMessage, 'workspace' | 'channel' | 'ts'>,
  isChecked: boolean,
): Promise<AnyRefusal | null> {
  if (!isChecked || (await transaction.heldReply(workspace, channel, ts))) return null;
  return { code: 'nothing-held' };
}

export function sideOfThread({ purpose }: MessageLocation): Side {
  return purpose === 'private-card' ? 'marketing' : 'it';
}

function intentOf(side: Side, request: Request, words: string): Intent {
  const answers = side === 'marketing' && isOpen(request) && request.state.status === 'needs-info';
  return answers
    ? { type: 'answer', answer: words }
    : { type: 'comment', words, shared: side === 'marketing' };
}

function saidIn(event: RequestEvent): Pick<ThreadMessage, 'fact' | 'words'>[] {
  if (event.type === 'CommentAdded') return [{ fact: event.seq, words: event.words }];
  return event.type === 'QuestionAnswered' ? [{ fact: event.seq, words: event.answer }] : [];
}
