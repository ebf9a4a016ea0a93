import { z } from 'zod';
import type { HeldFor } from '../../domain/request/request.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { dayFrom, type Fields, oneOf, optional, type Parsed, parseFields, required } from '../kit/fields.ts';
import { dateInput, radioInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { inTwoLines } from '../kit/two-lines.ts';

const parties = ['third-party', 'marketing', 'it'] as const;

export function holdModal({ metadata }: OnRequest): Modal {
  const choices = [
    { value: 'third-party', text: 'Someone outside', line: 'A vendor, an agency, another department' },
    { value: 'marketing', text: 'Marketing' },
    { value: 'it', text: 'IT' },
  ];
  return formModal({
    callback: 'request.hold',
    title: 'Put on hold',
    submit: 'Hold',
    metadata,
    blocks: [
      section(
        'Until it goes on, time counts for whoever is waited for. The requester reads what it means first.',
      ),
      input('party', 'Who is waited for?', radioInput(choices, 'third-party')),
      input('name', 'If it is someone outside: who?', textInput({ most: ours.name, initial: 'the vendor' }), {
        optional: true,
      }),
      input('meaning', 'What does it mean for their date or outcome?', textInput({ multiline: true })),
      input('reason', 'What has to happen?', textInput({ multiline: true })),
      input('review', 'When do you look at it again?', dateInput()),
    ],
  });
}

export function parseHold(fields: Fields, { today }: Pick<OnRequest, 'today'>): Parsed<Intent> {
  const schema = z
    .object({
      party: oneOf(parties, 'Please pick who is waited for.'),
      name: optional(ours.name),
      meaning: required('Please say what it means for the requester.', ours.line),
      reason: required('Please say what has to happen.', ours.line),
      review: dayFrom(today),
    })
    .refine(({ party, name }) => party !== 'third-party' || name !== null, {
      path: ['name'],
      error: 'Please name who is waited for.',
    })
    .transform(
      ({ party, name, meaning, reason, review }): Intent => ({
        type: 'hold',
        waitsFor: heldFor(party, name),
        reason: inTwoLines(meaning, reason),
        reviewOn: review,
      }),
    );
  return parseFields(schema, fields);
}

function heldFor(party: (typeof parties)[number], name: string | null): HeldFor {
  return party === 'third-party' ? { party, name: name ?? 'someone outside' } : { party };
}
