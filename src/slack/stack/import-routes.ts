import { orderExport } from '../../usecases/export/export-numbers.ts';
import { confirmImport, orderImport } from '../../usecases/stack/stack-imports.ts';
import type { ActionHandler, Answer, CommandCall, Routes, SubmissionHandler } from '../conversation.ts';
import { filesIn } from '../files/given-files.ts';
import { input, section } from '../kit/blocks.ts';
import { formModal } from '../kit/modal.ts';
import { noticeModal, sentence, tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { largestImport } from './read-import.ts';

const importWindow = formModal({
  callback: 'stack.import',
  title: 'Import tools',
  submit: 'Read it',
  metadata: '',
  blocks: [
    section(
      'A CSV file with a column `name`. First you see what it would change; nothing is written before you say so. `/martech-request stack export` gives you the stack as such a file.',
    ),
    input('file', 'The file', { type: 'file_input', filetypes: ['csv'], max_files: 1 }),
  ],
});

/** `stack import` and `stack export`; null for everything else, which is looked for. */
export async function carryStack({ desk, person, cause, words }: CommandCall): Promise<Answer | null> {
  switch (words.trim().toLowerCase()) {
    case 'import':
      return { kind: 'open', modal: importWindow };
    case 'export': {
      const outcome = await orderExport(desk, { person, cause, what: 'stack', format: 'csv' });
      return tell(
        outcome.ok
          ? 'The stack comes as a file in your messages with this app, for you alone.'
          : sentenceFor(outcome.refusal, null),
      );
    }
    default:
      return null;
  }
}

const submit: SubmissionHandler = async ({ desk, person, cause, values }) => {
  const [file] = filesIn(values);
  if (!file) return { kind: 'errors', errors: { file: 'Please choose a file.' } };
  if (file.size > largestImport) return { kind: 'errors', errors: { file: 'Please keep to 5 MB.' } };
  const outcome = await orderImport(desk, { person, cause, file });
  if (!outcome.ok) return { kind: 'errors', errors: { file: sentenceFor(outcome.refusal, null) } };
  return {
    kind: 'update',
    modal: noticeModal(
      sentence('The file is being read. What it would change comes in your messages with this app.'),
    ),
  };
};

/** Written a moment later; the message says so meanwhile. */
const go: ActionHandler = async ({ desk, person, value }) => {
  const outcome = await confirmImport(desk, { person, id: value ?? '' });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const { added = 0, changed = 0 } = outcome.value.summary ?? {};
  const changes = added + changed;
  return tell(
    changes === 1
      ? 'The change is being written. You hear when it is in.'
      : `${changes.toLocaleString('en')} changes are being written. You hear when they are in.`,
  );
};

/** The stack as a file, both ways. */
export const importRoutes = {
  actions: { 'stack.import': go },
  submissions: { 'stack.import': submit },
} satisfies Routes;
