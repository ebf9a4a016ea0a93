import { z } from 'zod';
import { userOf } from '../../domain/person.ts';
import { checkChoices } from '../../usecases/checks/checks-asked.ts';
import { colleague, type Desk } from '../../usecases/desk.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, type Parsed, parseFields, required } from '../kit/fields.ts';
import { personInput, selectInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { formModal } from '../kit/modal.ts';
import { noticeModal, sentence } from '../kit/notice.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { sentenceCase } from '../kit/sentence-case.ts';

/** IT asks for a check that the rules did not. */
export async function requestCheckWindow({ view, metadata }: OnRequest, desk: Desk): Promise<Modal> {
  const choices = await checkChoices(desk, view.request, view.settings);
  const [first] = choices;
  if (!first) return noticeModal(sentence('Every check that this desk has was asked for here already.'));
  return formModal({
    callback: 'check.request',
    title: 'Ask for a check',
    submit: 'Ask',
    metadata,
    blocks: [
      section('Whoever decides gets all that is known, with the questions that belong to the check.'),
      input(
        'check',
        'Which check?',
        selectInput(
          choices.map(({ name }) => ({ value: name, text: sentenceCase(name) })),
          first.name,
        ),
      ),
      input('to', 'Who decides?', personInput(first.owner && userOf(first.owner)), {
        hint: 'Not whoever asked for it, and not whoever will do it.',
      }),
    ],
  });
}

const schema = z.object({
  check: required('Please pick a check.', ours.name),
  to: required('Please pick who decides.', ours.name),
});

export function parseRequestCheck(fields: Fields, { view }: OnRequest): Parsed<Intent> {
  return parseFields(
    schema.transform(
      ({ check, to }): Intent => ({ type: 'request-check', check, to: colleague(view.request, to) }),
    ),
    fields,
  );
}

/** IT's lead takes a check off that is not needed after all. */
export function dropCheckWindow({ view, metadata }: OnRequest): Modal {
  const { checks } = view.request;
  if (checks.length === 0) return noticeModal(sentence('No check was asked for here.'));
  return formModal({
    callback: 'check.drop',
    title: 'Drop a check',
    submit: 'Drop',
    metadata,
    blocks: [
      section('The history keeps that it was asked for, and that you dropped it.'),
      input(
        'check',
        'Which check?',
        selectInput(checks.map(({ name }) => ({ value: name, text: sentenceCase(name) }))),
      ),
    ],
  });
}

export function parseDropCheck(fields: Fields): Parsed<Intent> {
  return parseFields(
    schema.pick({ check: true }).transform(({ check }): Intent => ({ type: 'drop-check', check })),
    fields,
  );
}
