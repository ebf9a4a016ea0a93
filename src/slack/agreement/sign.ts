import { giveCommand } from '../../usecases/request/give-command.ts';
import { viewRequest } from '../../usecases/request/request-view.ts';
import type { ActionHandler } from '../conversation.ts';
import { section } from '../kit/blocks.ts';
import { pressed } from '../kit/on-request.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { suggestionBlock } from './definition.ts';

/** "Agree" carries the version that was on the card, so nobody signs what they have not read. */
export const sign: ActionHandler = async (call) => {
  const { desk, person, cause } = call;
  const [, request = '', version = ''] = /^(.+):(\d{1,9})$/.exec(call.value ?? '') ?? [];
  const intent = { type: 'sign' as const, version: Number(version) };
  const outcome = await giveCommand(desk, { request, person, intent, cause });
  if (outcome.ok) return pressed(call, outcome.value);
  const { refusal } = outcome;
  const view = await viewRequest(desk, desk.store, request);
  const text = sentenceFor(refusal, view?.request ?? null);
  // Who meant an older version sees at once what is on the table now.
  const change = view && refusal.code === 'definition-changed' ? suggestionBlock(view) : [];
  return { kind: 'tell', message: { text, blocks: [section(text), ...change] } };
};
