import type { Routes } from '../conversation.ts';
import { opens, press, submits } from '../kit/on-request.ts';
import { acceptAgainModal, acceptModal, parseAccept } from './accept.ts';
import { parseFailed, rejectModal, reopenModal } from './acceptance.ts';
import { amendAgainModal, amendModal, parseAmend } from './amend.ts';
import { sign } from './sign.ts';

/** What "done" means, from the first yes to the last. */
export const agreementRoutes = {
  actions: {
    'request.accept': opens('accept', acceptModal),
    'agreement.sign': sign,
    'agreement.amend': opens('amend', amendModal),
    'agreement.drop': press({ type: 'drop-amendment' }),
    'request.confirm': press({ type: 'confirm' }),
    'request.reject': opens('reject', rejectModal),
    'request.reopen': opens('reopen', reopenModal),
  },
  submissions: {
    'request.accept': submits(parseAccept, { again: acceptAgainModal, mendedBy: { 'date-missing': 'date' } }),
    'agreement.amend': submits(parseAmend, {
      again: amendAgainModal,
      mendedBy: { 'nothing-changed': 'it-0' },
    }),
    'request.reject': submits(parseFailed('reject')),
    'request.reopen': submits(parseFailed('reopen')),
  },
} satisfies Routes;
