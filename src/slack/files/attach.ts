import { attachFiles } from '../../usecases/threads/attach-files.ts';
import { type Modal, nothing, type SubmissionHandler } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { fieldsOf } from '../kit/fields.ts';
import { fileInput, textInput } from '../kit/inputs.ts';
import { readMetadata } from '../kit/metadata.ts';
import { formModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { type OnRequest, outOfDate } from '../kit/on-request.ts';
import { warned } from '../kit/secrets.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { fileErrors } from './file-errors.ts';
import { filesIn } from './given-files.ts';

export function attachModal({ metadata }: Pick<OnRequest, 'metadata'>): Modal {
  return formModal({
    callback: 'request.attach',
    title: 'Attach files',
    submit: 'Attach',
    metadata,
    blocks: [
      section('IT gets them in its thread.'),
      input('files', 'Files', fileInput(), {
        hint: 'Up to ten, each up to 10 MB. Larger ones, up to 100 MB, go into the thread of your card.',
      }),
      input('words', 'What are they?', textInput({ multiline: true }), { optional: true }),
    ],
  });
}

export const submitAttach: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const known = readMetadata(metadata);
  if (!known) return outOfDate;
  const files = filesIn(values);
  const errors = fileErrors(files);
  if (errors) return { kind: 'errors', errors };
  if (files.length === 0) return { kind: 'errors', errors: { files: 'Please choose a file.' } };
  const fields = fieldsOf(values);
  const warning = await warned(fields, 'All of IT', () => attachModal({ metadata }));
  if (warning) return warning;
  const { request } = known;
  const { words } = fields;
  const given = { request, person, files, cause, words: typeof words === 'string' ? words : '' };
  const outcome = await attachFiles(desk, given);
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, await desk.store.request(request)));
};
