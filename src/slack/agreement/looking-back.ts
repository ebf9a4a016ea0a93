import { z } from 'zod';
import { outcomeVerdicts } from '../../domain/request/request.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import type { Modal } from '../conversation.ts';
import { button, input, passage, section } from '../kit/blocks.ts';
import { type Fields, oneOf, optional, type Parsed, parseFields } from '../kit/fields.ts';
import { radioInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';

/** Asked once, some time after it was done: about the result, never about who made it. */
export function lookingBackButtons({ request }: RequestView) {
  if (request.state.status !== 'done' || request.outcome?.verdict !== null) return [];
  return [button('Say what became of it…', 'request.judge-outcome', request.id, { style: 'primary' })];
}

export function lookingBackModal({ view, metadata }: OnRequest): Modal {
  const { outcome } = view.brief;
  return formModal({
    callback: 'request.judge-outcome',
    title: 'Looking back',
    submit: 'Save',
    metadata,
    blocks: [
      section('This is about what was made, not about who made it.'),
      ...(outcome ? [passage('It should achieve', outcome, ours.linePassage)] : []),
      input(
        'verdict',
        'Did it come true?',
        radioInput([
          { value: 'keep', text: 'Yes: keep it' },
          { value: 'fix', text: 'Not yet: it needs work', line: 'A new request can say what' },
          { value: 'retire', text: 'No longer needed', line: 'It can be taken down' },
        ]),
      ),
      input('words', 'What do the figures say?', textInput({ multiline: true }), { optional: true }),
    ],
  });
}

const schema = z
  .object({ verdict: oneOf(outcomeVerdicts, 'Please pick one.'), words: optional() })
  .transform(({ verdict, words }): Intent => ({ type: 'judge-outcome', verdict, words }));

export function parseLookingBack(fields: Fields): Parsed<Intent> {
  return parseFields(schema, fields);
}
