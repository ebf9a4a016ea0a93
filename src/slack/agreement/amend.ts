import { z } from 'zod';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { errorsIn, type Fields, type Parsed, parseFields, required } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { inTwoLines } from '../kit/two-lines.ts';
import { suggestionBlock } from './definition.ts';
import { termsInputs, writtenTerms } from './terms.ts';

export function amendModal(on: OnRequest): Modal {
  return modal(on, leadOf(on));
}

/** The same once more, because somebody else was quicker. */
export function amendAgainModal(on: OnRequest): Modal {
  return modal(on, 'This was changed meanwhile. Below is the newest version: please look once more.');
}

function leadOf({ view }: OnRequest): string {
  return view.inForce
    ? 'What was agreed holds until both sides have agreed to your change. Work goes on.'
    : 'The other side agrees to your change, or sends it back. Then work starts.';
}

/** Shows what differs on the table now, and takes a change to it. IT says first what it means for the requester. */
function modal({ view, reader, metadata }: OnRequest, lead: string): Modal {
  const terms = view.proposed ?? view.inForce;
  return formModal({
    callback: 'agreement.amend',
    title: 'Suggest a change',
    submit: 'Suggest',
    metadata,
    blocks: [
      section(lead),
      ...suggestionBlock(view),
      ...termsInputs(terms?.criteria ?? [], terms?.date ?? null, { dated: false }),
      ...(reader.side === 'it'
        ? [
            input(
              'meaning',
              'What does it mean for their date or outcome?',
              textInput({ multiline: true, most: ours.line }),
            ),
            input('reason', 'Why', textInput({ multiline: true, most: ours.line })),
          ]
        : []),
    ],
  });
}

const twoLines = z
  .object({
    meaning: required('Please say what it means for the requester.', ours.line),
    reason: required('Please say why.', ours.line),
  })
  .transform(({ meaning, reason }) => inTwoLines(meaning, reason));

export function parseAmend(fields: Fields, on: OnRequest): Parsed<Intent> {
  const { proposed, inForce } = on.view;
  const terms = writtenTerms(fields, on, (proposed ?? inForce)?.date);
  const words = on.reader.side === 'it' ? parseFields(twoLines, fields) : null;
  if (!terms.ok || words?.ok === false)
    return { ok: false, errors: errorsIn(terms, ...(words ? [words] : [])) };
  return { ok: true, value: { type: 'amend', terms: terms.value, ...(words && { words: words.value }) } };
}
