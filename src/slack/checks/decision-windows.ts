import { z } from 'zod';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { dayFrom, type Fields, oneOf, type Parsed, parseFields, required } from '../kit/fields.ts';
import { dateInput, radioInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import { inTwoLines } from '../kit/two-lines.ts';
import { theCheck } from '../wording/checks.ts';
import type { OnCheck } from './on-check.ts';

export function changesWindow({ metadata }: OnCheck): Modal {
  return formModal({
    callback: 'check.want-changes',
    title: 'Ask for changes',
    submit: 'Ask',
    metadata,
    blocks: [
      section(
        'Both sides read exactly what you write here, what it means for the requester first. The check comes back to you with their answer.',
      ),
      input(
        'from',
        'Who has to do something?',
        radioInput(
          [
            { value: 'marketing', text: 'Marketing' },
            { value: 'it', text: 'IT' },
          ],
          'marketing',
        ),
      ),
      input(
        'meaning',
        'What does it mean for their date or outcome?',
        textInput({ multiline: true, most: ours.line }),
      ),
      input('words', 'What has to change, or be known?', textInput({ multiline: true, most: ours.line })),
    ],
  });
}

export function parseChanges(fields: Fields, { check }: OnCheck): Parsed<Intent> {
  const schema = z
    .object({
      from: oneOf(['marketing', 'it'], 'Please pick who has to do something.'),
      meaning: required('Please say what it means for the requester.', ours.line),
      words: required('Please say what has to change.', ours.line),
    })
    .transform(
      ({ from, meaning, words }): Intent => ({
        ...{ type: 'want-changes', check: check.name, from },
        words: inTwoLines(meaning, words),
      }),
    );
  return parseFields(schema, fields);
}

export function waiveWindow({ view, check, metadata }: OnCheck): Modal {
  return formModal({
    callback: 'check.waive',
    title: 'Waive a check',
    submit: 'Waive',
    metadata,
    blocks: [
      section(
        `${mention(view.request.requester)} and IT go on without ${theCheck(check.name)}. After the last day it opens again, and comes back to you.`,
      ),
      input('until', 'Until and including', dateInput()),
      input('words', 'Why it can wait', textInput({ multiline: true, most: ours.line })),
    ],
  });
}

export function parseWaiver(fields: Fields, { check, today }: OnCheck): Parsed<Intent> {
  const schema = z
    .object({ until: dayFrom(today), words: required('Please say why it can wait.', ours.line) })
    .transform((waiver): Intent => ({ type: 'waive-check', check: check.name, ...waiver }));
  return parseFields(schema, fields);
}
