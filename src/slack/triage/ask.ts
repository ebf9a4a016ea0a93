import { z } from 'zod';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, type Parsed, parseFields, required } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';

export function askModal({ view, metadata }: OnRequest): Modal {
  const requester = mention(view.request.requester);
  return formModal({
    callback: 'request.ask',
    title: 'Ask a question',
    submit: 'Ask',
    metadata,
    blocks: [
      section(`${requester} reads exactly what you write here. It is their turn until they answer.`),
      input('question', 'What do you need to know?', textInput({ multiline: true })),
    ],
  });
}

const schema = z
  .object({ question: required('Please write your question.') })
  .transform(({ question }): Intent => ({ type: 'ask', question }));

export function parseAsk(fields: Fields): Parsed<Intent> {
  return parseFields(schema, fields);
}
