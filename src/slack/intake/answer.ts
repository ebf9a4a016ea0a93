import { z } from 'zod';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, passage } from '../kit/blocks.ts';
import { type Fields, type Parsed, parseFields, required } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { limits } from '../kit/limits.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';

export function answerModal({ view, metadata }: OnRequest): Modal {
  const { state } = view.request;
  const question = state.status === 'needs-info' ? view.said(state.question) : null;
  return formModal({
    callback: 'request.answer',
    title: 'Answer',
    submit: 'Answer',
    metadata,
    blocks: [
      ...(question ? [passage('IT asks', question, limits.inputText)] : []),
      input('answer', 'Your answer', textInput({ multiline: true }), {
        hint: '“I don’t know yet” is an answer, too.',
      }),
    ],
  });
}

const schema = z
  .object({ answer: required('Please write an answer.') })
  .transform(({ answer }): Intent => ({ type: 'answer', answer }));

export function parseAnswer(fields: Fields): Parsed<Intent> {
  return parseFields(schema, fields);
}
