import { z } from 'zod';
import type { Intent } from '../../usecases/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { type Fields, type Parsed, parseFields, required } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { boxGroups, chosenIn } from './boxes.ts';

/** "Not yet": which of marketing's criteria fail, in words IT can work with. */
export function rejectModal(on: OnRequest): Modal {
  return modal(on, {
    callback: 'request.reject',
    title: 'Not yet',
    lead: 'It goes back to IT as a list of what is missing.',
  });
}

export function reopenModal(on: OnRequest): Modal {
  return modal(on, {
    callback: 'request.reopen',
    title: 'Something is not right',
    lead: 'It opens again, and IT works on what is missing.',
  });
}

function modal(
  { view, metadata }: OnRequest,
  { callback, title, lead }: { callback: string; title: string; lead: string },
): Modal {
  const theirs = view.inForce?.criteria.filter(({ side }) => side === 'marketing') ?? [];
  return formModal({
    callback,
    title,
    submit: 'Send to IT',
    metadata,
    blocks: [
      section(lead),
      ...boxGroups('failed', 'What is not there yet?', theirs, () => false),
      input('words', 'What do you see, and what did you expect?', textInput({ multiline: true })),
    ],
  });
}

const schema = z.object({ words: required('Please say what is missing.') });

export function parseFailed(type: 'reject' | 'reopen'): (fields: Fields) => Parsed<Intent> {
  return (fields) => {
    const parsed = parseFields(schema, fields);
    if (!parsed.ok) return parsed;
    return { ok: true, value: { type, failed: chosenIn(fields, 'failed'), words: parsed.value.words } };
  };
}
