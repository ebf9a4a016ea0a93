import type { Routes } from '../conversation.ts';
import { opens, press, submits } from '../kit/on-request.ts';
import { acceptAgainModal, acceptModal, parseAccept, warnOfFreeze } from './accept.ts';
import { parseReject, parseReopen, rejectModal, reopenModal } from './acceptance.ts';
import { amendAgainModal, amendModal, parseAmend } from './amend.ts';
import { lookingBackModal, parseLookingBack } from './looking-back.ts';
import { sign } from './sign.ts';
import { openSuggestion, showStanding, signSuggestion, submitSuggestion } from './standing.ts';

/** What "done" means, from the first yes to the last. */
export const agreementRoutes = {
  commands: { done: showStanding },
  actions: {
    'request.accept': opens('accept', acceptModal),
    'accept.date': warnOfFreeze,
    'agreement.sign': sign,
    'agreement.amend': opens('amend', amendModal),
    'agreement.drop': press({ type: 'drop-amendment' }),
    'request.confirm': press({ type: 'confirm' }),
    'request.reject': opens('reject', rejectModal),
    'request.reopen': opens('reopen', reopenModal),
    'request.judge-outcome': opens('judge-outcome', lookingBackModal),
    'standing.show': showStanding,
    'standing.suggest': openSuggestion,
    'standing.sign': signSuggestion,
  },
  submissions: {
    'request.accept': submits(parseAccept, {
      guards: acceptModal,
      again: acceptAgainModal,
      mendedBy: { 'date-missing': 'date' },
    }),
    'agreement.amend': submits(parseAmend, {
      guards: amendModal,
      again: amendAgainModal,
      mendedBy: { 'nothing-changed': 'it-0' },
    }),
    'request.reject': submits(parseReject, { guards: rejectModal }),
    'request.reopen': submits(parseReopen, { guards: reopenModal }),
    'request.judge-outcome': submits(parseLookingBack, { guards: lookingBackModal }),
    'standing.suggest': submitSuggestion,
  },
} satisfies Routes;
