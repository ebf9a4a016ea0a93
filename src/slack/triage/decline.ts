import { z } from 'zod';
import { declineReasons } from '../../domain/request/request.ts';
import type { Intent } from '../../usecases/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, oneOf, type Parsed, parseFields, required } from '../kit/fields.ts';
import { selectInput, textInput } from '../kit/inputs.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { declineReasonInWords } from '../wording/turn.ts';

export function declineModal({ view, metadata }: OnRequest): Modal {
  const requester = mention(view.request.requester);
  const reasons = declineReasons.map((value) => ({ value, text: sentenceCase(declineReasonInWords[value]) }));
  return formModal({
    callback: 'request.decline',
    title: 'Decline',
    submit: 'Decline',
    metadata,
    blocks: [
      section(`${requester} reads what you write here, and can ask IT’s lead once to look again.`),
      input('reason', 'Why', selectInput(reasons)),
      input('words', 'What it means for them, and what they can do instead', textInput({ multiline: true })),
    ],
  });
}

const schema = z
  .object({
    reason: oneOf(declineReasons, 'Please pick a reason.'),
    words: required('Please say what it means for them.'),
  })
  .transform((declined): Intent => ({ type: 'decline', ...declined }));

export function parseDecline(fields: Fields): Parsed<Intent> {
  return parseFields(schema, fields);
}
