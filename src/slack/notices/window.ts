import { type Notices, noticesSchema } from '../../domain/notices/notices.ts';
import { chooseNotices, noticesOf } from '../../usecases/notices/choose-notices.ts';
import {
  type Answer,
  type Call,
  type Modal,
  nothing,
  type Routes,
  type SubmissionHandler,
} from '../conversation.ts';
import { context, input } from '../kit/blocks.ts';
import { fieldsOf } from '../kit/fields.ts';
import { type Choice, radioInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';

const atOnceOr = (later: string): Choice[] => [
  { value: 'at-once', text: 'At once' },
  { value: 'morning', text: later },
];

/** Each class of notice with what can be chosen for it; the names are those of the stored document. */
const classes: { name: keyof Notices; label: string; choices: Choice[]; hint?: string }[] = [
  {
    name: 'morning',
    label: 'The morning message',
    choices: [
      { value: 'every-day', text: 'Whenever something waits on me' },
      { value: 'new-or-late', text: 'Only when something is new or late' },
    ],
  },
  {
    name: 'asks',
    label: 'Questions, terms to agree to, deliveries to check',
    choices: atOnceOr('With the morning message'),
  },
  { name: 'warnings', label: 'Soon due', choices: atOnceOr('With the morning message') },
  { name: 'late', label: 'Late', choices: atOnceOr('With the morning message') },
  {
    name: 'news',
    label: 'What happens on my requests and needs nothing from me',
    choices: [
      { value: 'at-once', text: 'A line in the thread' },
      { value: 'card', text: 'Only the card shows it' },
    ],
  },
];

export function noticesWindow(chosen: Notices): Modal {
  return formModal({
    callback: 'notices',
    title: 'Notices',
    submit: 'Save',
    metadata: '',
    blocks: [
      ...classes.map(({ name, label, choices }) => input(name, label, radioInput(choices, chosen[name]))),
      context(
        'Whatever you choose, the app leaves you alone outside your working hours and on days you are away (`/martech-request away`). A priority one comes at once, always.',
      ),
    ],
  });
}

/** From App Home and from the morning message. */
export async function openNotices({ desk, person }: Call): Promise<Answer> {
  return { kind: 'open', modal: noticesWindow(await noticesOf(desk.store, person)) };
}

const submitNotices: SubmissionHandler = async ({ desk, person, values }) => {
  const parsed = noticesSchema.safeParse(fieldsOf(values));
  if (!parsed.success) return { kind: 'errors', errors: { morning: 'Please pick one in each row.' } };
  const outcome = await chooseNotices(desk, person, parsed.data);
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};

/** How each person wants to hear of things. */
export const noticesRoutes = {
  actions: { 'notices.open': openNotices },
  submissions: { notices: submitNotices },
} satisfies Routes;
