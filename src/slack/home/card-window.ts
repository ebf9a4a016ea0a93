import { latestDefinition } from '../../domain/agreement/definition-of-done.ts';
import { isOpen } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Instant } from '../../domain/time.ts';
import { type SeenRequest, seeRequest } from '../../usecases/request/look-up-request.ts';
import { decisionBlocks } from '../checks/check-message.ts';
import type { ActionHandler, Modal } from '../conversation.ts';
import { privateCard } from '../intake/private-card.ts';
import { actions, button } from '../kit/blocks.ts';
import { writeMetadata } from '../kit/metadata.ts';
import { readingModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { triageCard } from '../triage/triage-card.ts';
import { sentenceFor } from '../wording/refusals.ts';

/** A request's card in a window, with the buttons of whoever opens it: nobody has to look for it in a channel. */
export const openCard: ActionHandler = async ({ desk, person, value }) => {
  const seen = await seeRequest(desk, person, value ?? '');
  if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
  return { kind: 'open', modal: cardWindow(seen.value, desk.clock.now()) };
};

const answerShown = 400;

/** An open card ends with a hint about its thread, which a window has none of. */
export function cardWindow({ view, reader }: SeenRequest, now: Instant): Modal {
  const { request } = view;
  // Marketing's lead acts in the requester's place, so the card is the requester's.
  const owner = reader.roles.includes('marketing-lead') ? request.requester : reader.person;
  const { blocks } = reader.side === 'it' || !owner ? triageCard(view, now) : privateCard(view, owner, now);
  const { version } = latestDefinition(request.agreement);
  return {
    ...readingModal(requestKey(request.number), [
      ...(isOpen(request) ? blocks.slice(0, -1) : blocks),
      ...(reader.person ? decisionBlocks(view, reader.person, answerShown) : []),
      ...actions([button('Everything about it…', 'request.show', request.id)]),
    ]),
    private_metadata: writeMetadata({ request: request.id, seen: version }),
  };
}
