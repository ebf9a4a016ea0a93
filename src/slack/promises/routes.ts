import { type SeenRequest, seeRequest } from '../../usecases/request/look-up-request.ts';
import type { ActionCall, ActionHandler, Modal, Routes } from '../conversation.ts';
import { wholeRequest } from '../intake/whole-request.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { away } from './away.ts';
import { whyModal } from './why.ts';

/** A button that opens a window to read, for every member. */
function shows(modalOf: (seen: SeenRequest, call: ActionCall) => Modal): ActionHandler {
  return async (call) => {
    const seen = await seeRequest(call.desk, call.person, call.value ?? '');
    if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
    return { kind: 'open', modal: modalOf(seen.value, call) };
  };
}

/** What is owed, and why by then. */
export const promiseRoutes = {
  commands: { away },
  actions: {
    'request.why': shows(({ view }, { desk }) => whyModal(view, desk.clock.now())),
    'request.show': shows((seen, { desk, person }) => wholeRequest(seen, person, desk.clock.now())),
  },
} satisfies Routes;
