import { z } from 'zod';
import { exportFormats, exportSubjects } from '../../domain/export/columns.ts';
import { mayExport, orderExport } from '../../usecases/export/export-numbers.ts';
import type { Answer, Call, CommandHandler, Routes, SubmissionHandler } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { fieldsOf, oneOf, parseFields } from '../kit/fields.ts';
import { radioInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import { noticeModal, sentence, tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { subjectNames } from './words.ts';

const schema = z.object({
  what: oneOf(exportSubjects, 'Please pick what you want.'),
  format: oneOf(exportFormats, 'Please pick a format.'),
});
type Wanted = z.infer<typeof schema>;

const onItsWay = 'Your file is being made. It comes in your messages with this app, for you alone.';

const exportWindow = formModal({
  callback: 'export',
  title: 'Take the numbers out',
  submit: 'Make the file',
  metadata: '',
  blocks: [
    section('The file comes in your messages with this app, for you alone.'),
    input(
      'what',
      'What?',
      radioInput(
        [
          { value: 'requests', text: subjectNames.requests, line: 'One row a request, with its promises' },
          { value: 'history', text: subjectNames.history, line: 'One row for each thing that happened' },
          { value: 'stack', text: subjectNames.stack, line: 'One row a tool' },
        ],
        'requests',
      ),
    ),
    input(
      'format',
      'As what?',
      radioInput(
        [
          { value: 'csv', text: 'CSV', line: 'For a spreadsheet' },
          { value: 'jsonl', text: 'JSON Lines', line: 'For a program' },
        ],
        'csv',
      ),
    ),
  ],
});

/** `/martech-request export [requests|history|stack] [csv|jsonl]` */
const take: CommandHandler = async (call) => {
  if (call.words === '') {
    const allowed = await mayExport(call.desk, call.person);
    return allowed.ok ? { kind: 'open', modal: exportWindow } : tell(sentenceFor(allowed.refusal, null));
  }
  const [what, format = 'csv'] = call.words.toLowerCase().split(/\s+/);
  const wanted = schema.safeParse({ what, format });
  if (!wanted.success) {
    return tell(
      'There are `requests`, `history` and `stack`, as `csv` or `jsonl`: `/martech-request export requests csv`.',
    );
  }
  const refused = await ordered(call, wanted.data);
  return tell(refused ?? onItsWay);
};

const submit: SubmissionHandler = async (call) => {
  const parsed = parseFields(schema, fieldsOf(call.values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const refused = await ordered(call, parsed.value);
  return refused === null ? answered : tell(refused);
};

const answered: Answer = { kind: 'update', modal: noticeModal(sentence(onItsWay)) };

/** Why it cannot be; null if it is under way. */
async function ordered({ desk, person, cause }: Call, wanted: Wanted): Promise<string | null> {
  const outcome = await orderExport(desk, { person, cause, ...wanted });
  return outcome.ok ? null : sentenceFor(outcome.refusal, null);
}

/** Everything that is on record belongs to those who keep it, and they can take it along. */
export const exportRoutes = {
  commands: { export: take },
  submissions: { export: submit },
} satisfies Routes;
