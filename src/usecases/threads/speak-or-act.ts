import { standsAgainst } from '../../domain/request/decide.ts';
import { actorFor, type Desk, settingsInForce } from '../desk.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { giveCommand, type Order } from '../request/give-command.ts';
import type { Intent } from '../request/intent.ts';
import { askBroker } from './ask-broker.ts';

/** What a window was sent for: words to the other side may go to the request's broker first, all else is done. */
export async function speakOrAct(desk: Desk, order: Order): Promise<Outcome<'done' | 'with the broker'>> {
  const { request: id, person, intent, cause } = order;
  const spoken = wordsIn(intent);
  const request = spoken && (await desk.store.request(id));
  if (spoken && request?.broker) {
    const standing = await desk.directory.standingOf(person);
    const settings = await settingsInForce(desk, desk.store);
    const actor = await actorFor(desk.store, request, standing, settings);
    // The broker reads nothing that could not be said anyway.
    const barrier = standsAgainst(request, intent.type, actor);
    if (barrier) return refusal(barrier);
    const { words, says } = spoken;
    const asked = { request: id, person, words, way: { kind: 'window', says } as const, cause };
    if (await askBroker(desk, asked)) return done('with the broker');
  }
  const outcome = await giveCommand(desk, order);
  return outcome.ok ? done('done') : outcome;
}

function wordsIn(intent: Intent): { words: string; says: 'ask' | 'answer' | 'comment' } | null {
  switch (intent.type) {
    case 'ask':
      return { words: intent.question, says: 'ask' };
    case 'answer':
      return { words: intent.answer, says: 'answer' };
    case 'comment':
      return intent.shared ? { words: intent.words, says: 'comment' } : null;
    default:
      return null;
  }
}
