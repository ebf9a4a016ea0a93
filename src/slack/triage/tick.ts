import type { KnownBlock } from '@slack/types';
import { giveCommand } from '../../usecases/request/give-command.ts';
import type { RequestView, ShownCriterion } from '../../usecases/request/request-view.ts';
import { boxesOf } from '../agreement/boxes.ts';
import { type ActionHandler, nothing } from '../conversation.ts';
import { actions, section } from '../kit/blocks.ts';
import { limits } from '../kit/limits.ts';
import { readMetadata } from '../kit/metadata.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** IT's criteria that can be ticked on the card itself; none where they would not fit into one group of boxes. */
export function tickable({ request, inForce }: RequestView): ShownCriterion[] {
  if (request.state.status !== 'in-progress' || !inForce) return [];
  const its = inForce.criteria.filter(({ side }) => side === 'it');
  return its.length <= limits.boxes ? its : [];
}

/** The boxes stand below their heading, in the full width: beside it there is room for a few words only. */
export function tickBlocks(criteria: readonly ShownCriterion[]): KnownBlock[] {
  const boxes = { ...boxesOf(criteria, ({ ticked }) => ticked), action_id: 'request.tick' };
  return [section('*Done means*\n_IT checks_'), ...actions([boxes])];
}

/** Boxes carry no value of their own and may all be empty: which request it is, the card's place tells. */
export const tick: ActionHandler = async ({ desk, person, cause, chosen, message, view }) => {
  const card = message
    ? await desk.store.location(desk.workspace, message.channel, message.ts)
    : readMetadata(view?.metadata ?? '');
  if (!card) return tell('This card is not known yet. Please try again in a moment.');
  const { request } = card;
  const outcome = await giveCommand(desk, {
    request,
    person,
    intent: { type: 'tick', ticked: chosen },
    cause,
  });
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, await desk.store.request(request)));
};
