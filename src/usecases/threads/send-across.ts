import type { PersonId } from '../../domain/person.ts';
import type { RequestEvent } from '../../domain/request/events.ts';
import type { Request } from '../../domain/request/request.ts';
import type { Desk } from '../desk.ts';
import { type AnyRefusal, done, type Outcome, refusal } from '../outcome.ts';
import type { ThreadMessage } from '../records.ts';
import { giveCommand } from '../request/give-command.ts';
import type { Intent } from '../request/intent.ts';
import type { Crossing } from '../saying/outbox.ts';
import { askBroker, crossNow, unlessGone } from './ask-broker.ts';
import { shareFiles } from './keep-files.ts';

export interface Sending {
  channel: string;
  ts: string;
  as: Crossing;
  /** The very wording that its author was shown. */
  words: string;
  person: PersonId;
  cause: string;
  /** What crosses instead, once the broker has let it go, and the id under which it waited. */
  reworded?: string;
  brokered?: string;
}

/** Who reads it now: the request's broker first, where there is one. */
export interface Sent {
  request: Request;
  broker: PersonId | null;
}

/** IT's words cross to marketing, and their files with them: sent by their author, and only as they were shown. */
export async function sendAcross(desk: Desk, sending: Sending): Promise<Outcome<Sent>> {
  const { channel, ts, as, words, person, cause, brokered } = sending;
  const message = await desk.store.threadMessage(desk.workspace, channel, ts);
  if (message?.side !== 'it') return refusal({ code: 'words-changed' });
  const text = (await desk.store.words([words])).get(words);
  if (text === undefined) return refusal({ code: 'words-changed' });
  const { request } = message;
  if (!brokered) {
    const barrier = standsAgainst(message, sending);
    if (barrier) return refusal(barrier);
    const way = { kind: 'send', channel, ts, as, body: words } as const;
    const broker = await askBroker(desk, { request, person, words: text, way, cause });
    const asked = broker && (await desk.store.request(request));
    if (asked) return done({ request: asked, broker });
  }
  const outcome = await giveCommand(desk, {
    ...{ request, person, cause, intent: intentOf(as, sending.reworded ?? text, message) },
    async unless(transaction) {
      const newest = await transaction.threadMessage(desk.workspace, channel, ts);
      return standsAgainst(newest, sending) ?? unlessGone(transaction, brokered);
    },
    async alongside(transaction, events) {
      const crossed = events.find(crosses)?.seq ?? message.crossed;
      await transaction.saveThreadMessage({ ...message, words, crossed });
      await shareFiles(desk, transaction, message);
      await crossNow(desk, transaction, brokered, sending.reworded ?? text);
    },
  });
  return outcome.ok ? done({ request: outcome.value, broker: null }) : outcome;
}

function standsAgainst(message: ThreadMessage | null, { as, words, person }: Sending): AnyRefusal | null {
  if (message && message.author !== person) return { code: 'not-your-words' };
  if (message?.words !== words) return { code: 'words-changed' };
  const isFirst = message.crossed === null;
  if (as === 'correct') return isFirst ? { code: 'words-changed' } : null;
  return isFirst ? null : { code: 'already-shared' };
}

function intentOf(as: Crossing, text: string, { fact, crossed }: ThreadMessage): Intent {
  switch (as) {
    case 'ask':
      return { type: 'ask', question: text };
    case 'share':
      return { type: 'comment', words: text, shared: true };
    case 'keep':
      return { type: 'keep-decision', words: text };
    case 'correct':
      return { type: 'edit-words', fact: crossed ?? fact, words: text, shared: true };
  }
}

function crosses({ type }: RequestEvent): boolean {
  return type === 'QuestionAsked' || type === 'CommentAdded' || type === 'DecisionKept';
}
