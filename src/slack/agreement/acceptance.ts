import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { Intent } from '../../usecases/request/intent.ts';
import type { ShownCriterion } from '../../usecases/request/request-view.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { dayFromOrNone, errorsIn, type Fields, type Parsed, parseFields, required } from '../kit/fields.ts';
import { boxesInput, dateInput, textInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { boxGroups, chosenIn } from './boxes.ts';

/** "Not yet": which of marketing's criteria fail, in words IT can work with. */
export function rejectModal(on: OnRequest): Modal {
  return modal(on, {
    callback: 'request.reject',
    title: 'Not yet',
    lead: 'It goes back to IT as a list. Tick what is missing; the rest counts as checked.',
    more: [
      input(
        'live-0',
        'Meanwhile',
        boxesInput([{ value: 'partly', text: 'What is right can be used already' }]),
        {
          optional: true,
        },
      ),
    ],
  });
}

export function reopenModal(on: OnRequest): Modal {
  return modal(on, {
    callback: 'request.reopen',
    title: 'Something is not right',
    lead: 'It opens again, and IT works on what is missing.',
    more: [
      input('date', 'Ready again by', dateInput(), {
        optional: true,
        hint: 'A new date is agreed like any other: IT says yes to it, or suggests another.',
      }),
    ],
  });
}

function modal(
  { view, metadata }: OnRequest,
  { callback, title, lead, more }: { callback: string; title: string; lead: string; more: InputBlock[] },
): Modal {
  const theirs = marketings(view);
  return formModal({
    callback,
    title,
    submit: 'Send to IT',
    metadata,
    blocks: [
      section(lead),
      ...boxGroups('failed', 'What is not there yet?', theirs, () => false),
      input('words', 'What do you see, and what did you expect?', textInput({ multiline: true })),
      ...more,
    ],
  });
}

function marketings({ inForce }: OnRequest['view']): ShownCriterion[] {
  return inForce?.criteria.filter(({ side }) => side === 'marketing') ?? [];
}

const words = required('Please say what is missing.');
const rejectSchema = z.object({ words });

export function parseReject(fields: Fields): Parsed<Intent> {
  const parsed = parseFields(rejectSchema, fields);
  if (!parsed.ok) return parsed;
  const failed = chosenIn(fields, 'failed');
  const partlyLive = chosenIn(fields, 'live').includes('partly');
  return { ok: true, value: { type: 'reject', failed, ...parsed.value, ...(partlyLive && { partlyLive }) } };
}

/** A new round cites what failed; where marketing checks nothing by name, its words have to do. */
export function parseReopen(fields: Fields, { view, today }: OnRequest): Parsed<Intent> {
  const parsed = parseFields(z.object({ words, date: dayFromOrNone(today) }), fields);
  const failed = chosenIn(fields, 'failed');
  const isNamed = failed.length > 0 || marketings(view).length === 0;
  if (!parsed.ok || !isNamed) {
    const unnamed = { 'failed-0': 'Please tick what is not right.' };
    return { ok: false, errors: { ...(isNamed ? {} : unnamed), ...errorsIn(parsed) } };
  }
  return { ok: true, value: { type: 'reopen', failed, ...parsed.value } };
}
