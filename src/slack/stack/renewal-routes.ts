import { z } from 'zod';
import { reachedVerdicts, renewalVerdicts } from '../../domain/stack/renewal.ts';
import type { LocalDate } from '../../domain/time.ts';
import { answerRenewal, type RenewalView, seeRenewal } from '../../usecases/stack/renewals.ts';
import type { ActionHandler, Modal, Routes, SubmissionHandler } from '../conversation.ts';
import { actions, button, context, input, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { fieldsOf, oneOf, optional, parseFields } from '../kit/fields.ts';
import { radioInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal, readingModal } from '../kit/modal.ts';
import { tell } from '../kit/notice.ts';
import { outOfDate } from '../kit/on-request.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { sentenceFor } from '../wording/refusals.ts';
import {
  answerInWords,
  newestAnswers,
  nextButtons,
  reachedInWords,
  standingInWords,
  verdictsInWords,
} from './renewal-words.ts';

/** The button of the question; its value is the tool. */
const open: ActionHandler = async ({ desk, person, value }) => {
  const view = await seeRenewal(desk, value ?? '');
  if (!view) return tell(sentenceFor({ code: 'renewal-over' }, null));
  const mine = view.renewal.answers.findLast(({ by }) => by === person);
  return { kind: 'open', modal: answerForm(view, mine) };
};

const metadataSchema = z.strictObject({ tool: z.string().min(1).max(64), contractEnd: z.iso.date() });

function answerForm(
  { tool, renewal }: RenewalView,
  mine: RenewalView['renewal']['answers'][number] | undefined,
): Modal {
  const choices = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
    values.map((value) => ({ value, text: sentenceCase(words[value]) }));
  const metadata: { tool: string; contractEnd: LocalDate } = {
    tool: tool.id,
    contractEnd: renewal.contractEnd,
  };
  return formModal({
    callback: 'renewal.answer',
    title: 'Before it renews',
    submit: 'Answer',
    metadata: JSON.stringify(metadata),
    blocks: [
      section(`*${inline(tool.name, ours.name)}* · notice by ${day(renewal.noticeOn)}`),
      ...newestAnswers(renewal.answers).map((answer) => context(answerInWords(answer))),
      input(
        'verdict',
        'What shall become of it?',
        radioInput(choices(renewalVerdicts, verdictsInWords), mine?.verdict ?? null),
      ),
      input(
        'reached',
        'Did it bring what it was for?',
        radioInput(choices(reachedVerdicts, reachedInWords), mine?.reached ?? null),
      ),
      input(
        'words',
        'Anything to add?',
        textInput({ multiline: true, most: 500, initial: mine?.words ?? '' }),
        {
          optional: true,
          hint: 'Stays with the tool, for whoever decides next time.',
        },
      ),
    ],
  });
}

const answersSchema = z.object({
  verdict: oneOf(renewalVerdicts, 'Please pick one.'),
  reached: oneOf(reachedVerdicts, 'Please pick one.'),
  words: optional(500),
});

const submit: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const about = metadataSchema.safeParse(parsedJson(metadata)).data;
  if (!about) return outOfDate;
  const parsed = parseFields(answersSchema, fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const outcome = await answerRenewal(desk, { person, cause, ...about, ...parsed.value });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const view = await seeRenewal(desk, about.tool);
  return view ? { kind: 'update', modal: answered(view) } : outOfDate;
};

function answered({ tool, renewal, standing }: RenewalView): Modal {
  return readingModal('Before it renews', [
    section(`*${inline(tool.name, ours.name)}* · ${standingInWords(standing)}`),
    ...newestAnswers(renewal.answers).map((answer) => context(answerInWords(answer))),
    ...actions([...nextButtons(standing, tool.id), button('Show the tool', 'stack.show', tool.id)]),
  ]);
}

/** Before a contract goes on: the question, and what owners and leads answer. */
export const renewalRoutes = {
  actions: { 'renewal.answer': open },
  submissions: { 'renewal.answer': submit },
} satisfies Routes;
