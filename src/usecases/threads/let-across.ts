import type { PersonId } from '../../domain/person.ts';
import type { Desk } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { giveCommand } from '../request/give-command.ts';
import type { Intent } from '../request/intent.ts';
import { crossNow, giveBack, unlessGone } from './ask-broker.ts';
import type { BrokeredWords } from './brokered-words.ts';
import { hearEdit } from './hear-change.ts';
import { hearReply } from './hear-reply.ts';
import { sendAcross } from './send-across.ts';

export interface Release {
  /** Of the words that wait. */
  id: string;
  /** Null for the clock. */
  person: PersonId | null;
  /** As the broker reworded them; null as they are. */
  words: string | null;
}

/**
 * Words go on: as their author or the clock sends them, or as the broker lets them go. They stay their author's, who
 * is told of every word that was changed, and if they could not cross any more.
 */
export async function letAcross(desk: Desk, release: Release): Promise<Outcome<BrokeredWords>> {
  const { store, workspace, newId } = desk;
  const held = await store.brokeredWords(release.id);
  if (!held || held.workspace !== workspace) return refusal({ code: 'nothing-held' });
  const request = await store.request(held.request);
  const { person } = release;
  const isBroker = person !== null && person === request?.broker;
  const isAuthors = person === held.author && release.words === null;
  if (person !== null && !isBroker && !isAuthors) return refusal({ code: 'not-your-words' });
  const words = release.words ?? held.words;
  // Each attempt has a cause of its own: of two at once, the one that crossed is known by it.
  const cause = `brokered:${held.id}:${newId()}`;
  await sayAcross(desk, held, words, cause);

  if ((await store.handled(workspace, cause)) !== null) return done(held);
  if ((await store.brokeredWords(held.id)) === null) return refusal({ code: 'nothing-held' });
  await store.write((transaction) => giveBack(desk, transaction, held));
  return refusal({ code: 'words-changed' });
}

async function sayAcross(desk: Desk, held: BrokeredWords, words: string, cause: string): Promise<void> {
  const { id, author: person, request, way } = held;
  const said = { person, cause, brokered: id };
  switch (way.kind) {
    case 'reply':
      return hearReply(desk, { ...way, ...said, words, isChecked: false });
    case 'edit':
      return hearEdit(desk, { ...way, ...said, words });
    case 'send': {
      const { channel, ts, as, body } = way;
      await sendAcross(desk, { channel, ts, as, words: body, ...said, reworded: words });
      return;
    }
    case 'window':
      await giveCommand(desk, {
        ...{ request, person, cause, intent: intentOf(way.says, words) },
        unless: (transaction) => unlessGone(transaction, id),
        alongside: (transaction) => crossNow(desk, transaction, id, words),
      });
  }
}

function intentOf(says: 'ask' | 'answer' | 'comment', words: string): Intent {
  switch (says) {
    case 'ask':
      return { type: 'ask', question: words };
    case 'answer':
      return { type: 'answer', answer: words };
    case 'comment':
      return { type: 'comment', words, shared: true };
  }
}
