import { refused } from '../../domain/request/refusal.ts';
import type { Transaction } from '../../usecases/ports.ts';
import { giveCommand } from '../../usecases/request/give-command.ts';
import { type ActionHandler, nothing } from '../conversation.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';

const words = 'I’ll join the call with the vendor.';

/** Somebody from IT comes along to the vendor's next call: the requester reads who, once for each who does. */
export const joinCall: ActionHandler = async ({ desk, person, cause, value }) => {
  const request = value ?? '';
  const action = cause.slice(cause.lastIndexOf(':'));
  const unless = async (transaction: Transaction) => {
    const history = await transaction.history(request);
    const hasJoined = history.some((event) => event.actor === person && event.cause.endsWith(action));
    return hasJoined ? refused('nothing-changed') : null;
  };
  const intent = { type: 'comment', words, shared: true } as const;
  const outcome = await giveCommand(desk, { request, person, intent, cause, unless });
  if (outcome.ok) return nothing;
  if (outcome.refusal.code === 'nothing-changed')
    return tell('You have said already that you join. It stands in the thread.');
  return tell(sentenceFor(outcome.refusal, await desk.store.request(request)));
};
