import { z } from 'zod';
import type { Intent } from '../../usecases/intent.ts';
import { boxGroups, chosenIn } from '../agreement/boxes.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, optional, type Parsed, parseFields } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';

export function deliverModal({ view, metadata }: OnRequest): Modal {
  const its = view.inForce?.criteria.filter(({ side }) => side === 'it') ?? [];
  return formModal({
    callback: 'request.deliver',
    title: 'Finish and deliver',
    submit: 'Deliver',
    metadata,
    blocks: [
      section(`Then it is ${mention(view.request.requester)}’s turn to check it.`),
      ...boxGroups('done', 'IT checks', its, ({ ticked }) => ticked),
      input('words', 'A word to go with it', textInput({ multiline: true }), {
        optional: true,
        hint: 'Where to find it, what to try first.',
      }),
    ],
  });
}

const schema = z.object({ words: optional() });

export function parseDeliver(fields: Fields): Parsed<Intent> {
  const parsed = parseFields(schema, fields);
  if (!parsed.ok) return parsed;
  return {
    ok: true,
    value: { type: 'deliver', words: parsed.value.words, ticked: chosenIn(fields, 'done') },
  };
}
