import type { Routes } from '../conversation.ts';
import { opens, press, submits } from '../kit/on-request.ts';
import { answerModal, parseAnswer } from './answer.ts';
import { openOrGoOn, resume, startAfresh } from './draft.ts';
import { editAgainModal, editModal, launchesFor, parseEdit } from './edit.ts';
import {
  askAgain,
  askFromCommand,
  askFromOffer,
  followInstead,
  raiseMessage,
  redraw,
  submitIntake,
} from './intake.ts';
import { find, help, helpParts, mine, show, showFound } from './look-up.ts';
import { answerFromOffer } from './offer.ts';
import { suggestTools } from './suggest-tools.ts';

/** Asking, and what the one who asked does with their request. */
export const intakeRoutes = {
  commands: { '': askFromCommand, find, help, mine, show },
  shortcuts: { 'intake.ask': openOrGoOn, 'intake.raise': raiseMessage },
  actions: {
    ...helpParts,
    'intake.kind': redraw(false),
    'intake.needed': redraw(false),
    'intake.where': redraw(false),
    'intake.impact': redraw(false),
    'intake.urgency': redraw(false),
    'intake.more': redraw(true),
    'intake.resume': resume,
    'intake.afresh': startAfresh,
    'intake.start': askFromOffer,
    'intake.answer': answerFromOffer,
    'intake.follow': followInstead,
    'request.again': askAgain,
    'request.found': showFound,
    'request.answer': opens('answer', answerModal),
    'request.more-to-come': press({ type: 'more-to-come' }),
    'request.edit': opens('edit', async (on, desk) => editModal(on, await launchesFor(on, desk))),
    'request.raise': press({ type: 'raise' }),
    'request.withdraw': press({ type: 'withdraw', words: null }),
  },
  options: { tool: suggestTools },
  submissions: {
    intake: submitIntake,
    'request.answer': submits(parseAnswer, { guards: answerModal }),
    'request.edit': submits(parseEdit, {
      guards: async (on, desk) => editModal(on, await launchesFor(on, desk)),
      again: async (on, desk) => editAgainModal(on, await launchesFor(on, desk)),
    }),
  },
} satisfies Routes;
