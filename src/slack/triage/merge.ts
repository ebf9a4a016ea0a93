import { requestKey } from '../../domain/request/request-key.ts';
import { mergeRequests } from '../../usecases/request/merge-requests.ts';
import { type Modal, nothing, type SubmissionHandler } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { fieldsOf } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { readMetadata } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { besideField, type OnRequest, outOfDate } from '../kit/on-request.ts';
import { sentenceFor } from '../wording/refusals.ts';

export function mergeModal({ view, metadata }: OnRequest): Modal {
  const { number, requester } = view.request;
  return formModal({
    callback: 'request.merge',
    title: 'Join to another',
    submit: 'Join',
    metadata,
    blocks: [
      section(
        `${requestKey(number)} closes, and ${mention(requester)} gets the card of the other request, to follow it.`,
      ),
      input(
        'into',
        'Which request is about the same thing?',
        textInput({ most: ours.name, placeholder: 'MR-12' }),
      ),
    ],
  });
}

/** Both requests change at once, so what stands against it may be about either. */
export const submitMerge: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const known = readMetadata(metadata);
  if (!known) return outOfDate;
  const { into } = fieldsOf(values);
  if (typeof into !== 'string')
    return { kind: 'errors', errors: { into: 'Please type a key such as MR-12.' } };
  const { request } = known;
  const outcome = await mergeRequests(desk, { request, into, person, cause });
  if (outcome.ok) return nothing;
  return besideField('into', sentenceFor(outcome.refusal, await desk.store.request(request)));
};
