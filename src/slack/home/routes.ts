import { seeRequest } from '../../usecases/look-up-request.ts';
import type { ActionHandler, Routes } from '../conversation.ts';
import { askFromHome } from '../intake/intake.ts';
import { wholeRequest } from '../intake/whole-request.ts';
import { tell } from '../kit/notice.ts';
import { openSetup } from '../settings/setup.ts';
import { sentenceFor } from '../wording/refusals.ts';

const show: ActionHandler = async ({ desk, person, value }) => {
  const seen = await seeRequest(desk, person, value ?? '');
  if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
  return { kind: 'open', modal: wholeRequest(seen.value, person, desk.clock.now()) };
};

export const homeRoutes = {
  actions: { 'home.start': askFromHome, 'home.show': show, 'home.set-up': openSetup },
} satisfies Routes;
