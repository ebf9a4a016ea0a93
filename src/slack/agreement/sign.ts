import { giveCommand } from '../../usecases/give-command.ts';
import { type ActionHandler, nothing } from '../conversation.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** "Agree" carries the version that was on the card, so nobody signs what they have not read. */
export const sign: ActionHandler = async ({ desk, person, cause, value }) => {
  const [, request = '', version = ''] = /^(.+):(\d{1,9})$/.exec(value ?? '') ?? [];
  const intent = { type: 'sign' as const, version: Number(version) };
  const outcome = await giveCommand(desk, { request, person, intent, cause });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, await desk.store.request(request)));
};
