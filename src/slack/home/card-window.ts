import type { KnownBlock } from '@slack/types';
import { latestDefinition } from '../../domain/agreement/definition-of-done.ts';
import { decidesFor, isPending } from '../../domain/checks/check.ts';
import type { PersonId } from '../../domain/person.ts';
import { isOpen } from '../../domain/request/request.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Instant } from '../../domain/time.ts';
import { type SeenRequest, seeRequest } from '../../usecases/request/look-up-request.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { answerBlocks } from '../checks/check-blocks.ts';
import { decisionButtons } from '../checks/check-message.ts';
import type { ActionHandler, Modal } from '../conversation.ts';
import { privateCard } from '../intake/private-card.ts';
import { actions, button, section } from '../kit/blocks.ts';
import { writeMetadata } from '../kit/metadata.ts';
import { readingModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { triageCard } from '../triage/triage-card.ts';
import { theCheck } from '../wording/checks.ts';
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
      ...(reader.person ? ownChecks(view, reader.person) : []),
      ...actions([button('Everything about it…', 'request.show', request.id)]),
    ]),
    private_metadata: writeMetadata({ request: request.id, seen: version }),
  };
}

/** The checks that wait for this person, each with what they can do about it. */
function ownChecks(view: RequestView, person: PersonId): KnownBlock[] {
  const { request } = view;
  const own = request.checks.filter(
    (check) =>
      isPending(check) &&
      (check.standIn === person || decidesFor(check, person, request, () => false).length > 0),
  );
  return own.flatMap((check) => [
    section(`*${sentenceCase(theCheck(check.name))}* waits for you.`),
    ...answerBlocks(check, view, answerShown),
    ...actions(decisionButtons(request.id, check)),
  ]);
}
