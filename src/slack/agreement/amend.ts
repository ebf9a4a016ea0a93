import type { Intent } from '../../usecases/intent.ts';
import type { Modal } from '../conversation.ts';
import { section } from '../kit/blocks.ts';
import type { Fields, Parsed } from '../kit/fields.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
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

/** Shows what differs on the table now, and takes a change to it. */
function modal({ view, metadata }: OnRequest, lead: string): Modal {
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
    ],
  });
}

export function parseAmend(fields: Fields, on: OnRequest): Parsed<Intent> {
  const { proposed, inForce } = on.view;
  const terms = writtenTerms(fields, on, (proposed ?? inForce)?.date);
  return terms.ok ? { ok: true, value: { type: 'amend', terms: terms.value } } : terms;
}
