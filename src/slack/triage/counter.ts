import { z } from 'zod';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, optional, type Parsed, parseFields, required } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';

/** IT suggests another way to the same outcome. */
export function counterModal({ view, metadata }: OnRequest): Modal {
  const requester = mention(view.request.requester);
  return formModal({
    callback: 'request.counter',
    title: 'Suggest another way',
    submit: 'Suggest',
    metadata,
    blocks: [
      section(`${requester} reads this and takes it, or keeps the request as it is.`),
      input('instead', 'What instead', textInput({ multiline: true })),
      input('why', 'What it costs and what it saves', textInput({ multiline: true }), { optional: true }),
    ],
  });
}

const counterSchema = z
  .object({ instead: required('Please write what you suggest instead.'), why: optional() })
  .transform((alternative): Intent => ({ type: 'counter', alternative }));

export function parseCounter(fields: Fields): Parsed<Intent> {
  return parseFields(counterSchema, fields);
}

/** Marketing keeps the request as it was. */
export function keepModal({ metadata }: OnRequest): Modal {
  return formModal({
    callback: 'request.refuse-alternative',
    title: 'Keep my request',
    submit: 'Keep it',
    metadata,
    blocks: [
      section('IT then decides about the request as you sent it.'),
      input('words', 'What would be missing the other way?', textInput({ multiline: true })),
    ],
  });
}

const keepSchema = z
  .object({ words: required('Please say what would be missing.') })
  .transform(({ words }): Intent => ({ type: 'refuse-alternative', words }));

export function parseKeep(fields: Fields): Parsed<Intent> {
  return parseFields(keepSchema, fields);
}
