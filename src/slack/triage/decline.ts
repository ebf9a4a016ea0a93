import { z } from 'zod';
import { declineReasons } from '../../domain/request/request.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, oneOf, optional, type Parsed, parseFields, required } from '../kit/fields.ts';
import { selectInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { inTwoLines } from '../kit/two-lines.ts';
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
      input('detail', 'More about the reason', textInput({ multiline: true }), { optional: true }),
    ],
  });
}

const schema = z
  .object({
    reason: oneOf(declineReasons, 'Please pick a reason.'),
    words: required('Please say what it means for them.', ours.line),
    detail: optional(ours.line),
  })
  .transform(
    ({ reason, words, detail }): Intent => ({
      ...{ type: 'decline', reason },
      words: detail ? inTwoLines(words, detail) : words,
    }),
  );

export function parseDecline(fields: Fields): Parsed<Intent> {
  return parseFields(schema, fields);
}
