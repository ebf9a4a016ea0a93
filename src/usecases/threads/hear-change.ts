import { wordsWithFiles } from '../../domain/request/given-file.ts';
import type { Desk } from '../desk.ts';
import type { MessageLocation, ThreadMessage } from '../records.ts';
import { giveCommand } from '../request/give-command.ts';
import type { Intent } from '../request/intent.ts';
import { askBroker, crossNow, forgetWaiting, unlessGone } from './ask-broker.ts';
import type { BrokeredWords } from './brokered-words.ts';
import { hearReply, unlessHeld } from './hear-reply.ts';
import { forgetHeld, holdBack } from './hold-back.ts';
import { filesOfMessage, withdrawFiles } from './keep-files.ts';
import { promptEntry } from './prompt.ts';
import type { Reply } from './reply.ts';

/** How a message reads now, with the files that are still there. */
export type ChangedMessage = Omit<Reply, 'threadTs'>;

/**
 * Somebody edited what they wrote in a card's thread. What marketing reads of IT changes only when its author sends the
 * new words as well.
 */
export async function hearEdit(desk: Desk, changed: ChangedMessage): Promise<void> {
  const { channel, ts, person, files, cause, isChecked = false, brokered } = changed;
  const words = wordsWithFiles(changed.words, files);
  const message = await desk.store.threadMessage(desk.workspace, channel, ts);
  if (!message) {
    const waits = await desk.store.brokeredAt(desk.workspace, channel, ts);
    return waits ? editWaiting(desk, waits, changed) : editHeld(desk, changed);
  }
  if (!message.words || message.author !== person) return;
  const isMarketings = message.side === 'marketing';
  if (isMarketings && !isChecked && !brokered) {
    if (await holdBack(desk, { ...changed, threadTs: message.threadTs })) return;
    await forgetHeld(desk, changed);
  }
  // Slack tells of links that unfold as of edits.
  if ((await desk.store.words([message.words])).get(message.words) === words)
    return forgetWaiting(desk, changed, ({ kind }) => kind === 'edit');
  const { request, fact } = message;
  if (isMarketings && !brokered) {
    // As Slack tells of a link that unfolds.
    if ((await desk.store.brokeredAt(desk.workspace, channel, ts))?.words === changed.words) return;
    const way = { kind: 'edit', channel, ts, threadTs: message.threadTs, files } as const;
    const spoken = { request, person, words: changed.words, way };
    if (await askBroker(desk, { ...spoken, cause: isChecked ? `${cause}:broker` : cause })) {
      if (isChecked) await forgetHeld(desk, changed);
      return;
    }
  }
  await giveCommand(desk, {
    ...{ request, person, cause, intent: { type: 'edit-words', fact, words, shared: isMarketings } },
    unless: async (transaction) =>
      (await unlessHeld(transaction, message, isChecked)) ?? unlessGone(transaction, brokered),
    async alongside(transaction, events) {
      if (isChecked) await transaction.releaseReply(desk.workspace, channel, ts);
      await crossNow(desk, transaction, brokered, changed.words);
      const edited = events.find((event) => event.type === 'WordsEdited');
      const newest = await transaction.threadMessage(desk.workspace, channel, ts);
      if (!edited || !newest) return;
      await transaction.saveThreadMessage({ ...newest, words: edited.words });
      const came = filesOfMessage(await transaction.attachments(request), { channel, ts });
      const gone = came.filter(({ source }) => !files.some((each) => each.source === source));
      await withdrawFiles(desk, transaction, gone, 'deleted');
      if (newest.crossed === null) return;
      await transaction.announce([promptEntry(desk, newest, 'correct', edited.words, person)]);
    },
  });
}

/** What the broker has not let go yet: they read it anew. */
async function editWaiting(desk: Desk, waits: BrokeredWords, changed: ChangedMessage): Promise<void> {
  const { author, request, way } = waits;
  const { person, words, files, cause } = changed;
  if (way.kind !== 'reply' || author !== person || waits.words === words) return;
  if (await holdBack(desk, { ...changed, threadTs: way.threadTs })) {
    return forgetWaiting(desk, changed, () => true);
  }
  if (await askBroker(desk, { request, person, words, way: { ...way, files }, cause })) return;
  // Nobody reads it first any more: it crosses as it is now, and not as it was.
  await hearReply(desk, { ...changed, threadTs: way.threadTs, brokered: waits.id });
}

/** What was held back and is harmless by now goes by itself; what is not is held back as it reads now. */
async function editHeld(desk: Desk, changed: ChangedMessage): Promise<void> {
  const held = await desk.store.heldReply(desk.workspace, changed.channel, changed.ts);
  if (held?.author !== changed.person || held.words === changed.words) return;
  const reply = { ...changed, threadTs: held.threadTs };
  if (!(await holdBack(desk, reply))) await hearReply(desk, { ...reply, isChecked: true });
}

/** A message was deleted: by its author, or by an admin. A card that is gone is posted again. */
export async function hearDeletion(
  desk: Desk,
  { channel, ts, cause }: Pick<ChangedMessage, 'channel' | 'ts' | 'cause'>,
): Promise<void> {
  const location = await desk.store.location(desk.workspace, channel, ts);
  if (location) return postAgain(desk, location);
  await forgetHeld(desk, { channel, ts });
  await forgetWaiting(desk, { channel, ts }, () => true);
  const message = await desk.store.threadMessage(desk.workspace, channel, ts);
  if (!message?.words) return;
  const { request, author: person } = message;
  await giveCommand(desk, {
    ...{ request, person, cause, intent: await withoutWords(desk, message) },
    async alongside(transaction) {
      const newest = await transaction.threadMessage(desk.workspace, channel, ts);
      if (newest) await transaction.saveThreadMessage({ ...newest, words: null });
      const came = filesOfMessage(await transaction.attachments(request), { channel, ts });
      await withdrawFiles(desk, transaction, came, 'deleted');
    },
  });
}

/** What went across as news goes with it. A question stays: it is taken back by its emoji, while nothing followed. */
async function withoutWords(desk: Desk, { request, side, fact, crossed }: ThreadMessage): Promise<Intent> {
  const history = crossed === null ? [] : await desk.store.history(request);
  const isQuestion = history.some(({ seq, type }) => seq === crossed && type === 'QuestionAsked');
  const own = { fact, shared: side === 'marketing' };
  return {
    type: 'take-back-words',
    facts: crossed === null || isQuestion ? [own] : [own, { fact: crossed, shared: true }],
  };
}

/** The update finds that the card is gone, and posts it once more. */
async function postAgain(
  desk: Desk,
  { purpose, request, recipient, supersededAt }: MessageLocation,
): Promise<void> {
  if (purpose === 'say' || supersededAt !== null) return;
  const card =
    purpose === 'triage-card' || recipient === null
      ? ({ kind: 'upsert', purpose: 'triage-card', request } as const)
      : ({ kind: 'upsert', purpose, request, recipient } as const);
  const entry = { id: desk.newId(), workspace: desk.workspace, subject: card, at: desk.clock.now() };
  await desk.store.write((transaction) => transaction.announce([entry]));
}
