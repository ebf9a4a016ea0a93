import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, passage, section } from '../kit/blocks.ts';
import { type Fields, oneOf, type Parsed, parseFields, required } from '../kit/fields.ts';
import { radioInput, textInput } from '../kit/inputs.ts';
import { limits } from '../kit/limits.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';

/** Marketing asks for a second look at a decline, once. */
export function contestModal({ metadata }: OnRequest): Modal {
  return formModal({
    callback: 'request.contest',
    title: 'Ask for a second look',
    submit: 'Ask',
    metadata,
    blocks: [
      section('IT’s lead looks at it once more. What they decide then is final.'),
      input('objection', 'What should they know?', textInput({ multiline: true })),
    ],
  });
}

const contestSchema = z
  .object({ objection: required('Please say what they should know.') })
  .transform(({ objection }): Intent => ({ type: 'contest', objection }));

export function parseContest(fields: Fields): Parsed<Intent> {
  return parseFields(contestSchema, fields);
}

/** IT's lead decides about it. */
export function ruleModal({ view, metadata }: OnRequest): Modal {
  const { state } = view.request;
  const said: KnownBlock[] =
    state.status === 'contested'
      ? [
          ...shown('Why it was declined', view.said(state.words)),
          ...shown('What marketing says', view.said(state.objection)),
        ]
      : [];
  return formModal({
    callback: 'request.rule',
    title: 'A second look',
    submit: 'Decide',
    metadata,
    blocks: [
      ...said,
      input(
        'ruling',
        'Your decision',
        radioInput([
          { value: 'upheld', text: 'The decision stays', line: 'It is final then' },
          { value: 'overturned', text: 'IT decides again', line: 'It goes back into the queue' },
        ]),
      ),
      input('words', 'Why, for both sides to read', textInput({ multiline: true })),
    ],
  });
}

function shown(heading: string, words: string | null): KnownBlock[] {
  return words === null ? [] : [passage(heading, words, limits.inputText)];
}

const ruleSchema = z
  .object({
    ruling: oneOf(['upheld', 'overturned'], 'Please pick one.'),
    words: required('Please say why.'),
  })
  .transform(({ ruling, words }): Intent => ({ type: 'rule', uphold: ruling === 'upheld', words }));

export function parseRule(fields: Fields): Parsed<Intent> {
  return parseFields(ruleSchema, fields);
}
