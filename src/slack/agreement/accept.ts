import { z } from 'zod';
import { sizes } from '../../domain/request/kind.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Intent } from '../../usecases/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { type Fields, oneOf, type Parsed, parseFields } from '../kit/fields.ts';
import { radioInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { sizeInWords } from '../wording/plain-words.ts';
import { termsInputs, writtenTerms } from './terms.ts';

export function acceptModal({ view, metadata, today }: OnRequest): Modal {
  return modal(
    { view, metadata, today },
    'If you change nothing below, both sides have agreed and work starts.',
  );
}

/** The same once more, because the terms changed while the window was open. */
export function acceptAgainModal(on: OnRequest): Modal {
  return modal(on, 'The request was changed meanwhile. These are the newest terms: please look once more.');
}

function modal(
  { view, metadata, today }: Pick<OnRequest, 'view' | 'metadata' | 'today'>,
  lead: string,
): Modal {
  const { neededBy } = view.request;
  const terms = view.proposed ?? view.inForce;
  const hasPassed = neededBy !== null && neededBy < today;
  return formModal({
    callback: 'request.accept',
    title: 'Accept',
    submit: 'Accept',
    metadata,
    blocks: [
      section(
        hasPassed ? `${lead} The wanted date, ${day(neededBy)}, has passed: please name another.` : lead,
      ),
      input(
        'size',
        'How large is it?',
        radioInput(sizes.map((value) => ({ value, text: sizeInWords[value] }))),
      ),
      ...termsInputs(terms?.criteria ?? [], futureOrNone(terms?.date ?? neededBy, today), { dated: true }),
    ],
  });
}

function futureOrNone(date: LocalDate | null, today: LocalDate): LocalDate | null {
  return date !== null && date >= today ? date : null;
}

const schema = z.object({ size: oneOf(sizes, 'Please pick a size.') });

export function parseAccept(fields: Fields, on: OnRequest): Parsed<Intent> {
  const sized = parseFields(schema, fields);
  const terms = writtenTerms(fields, on);
  if (!sized.ok || !terms.ok) {
    return {
      ok: false,
      errors: { ...(sized.ok ? {} : sized.errors), ...(terms.ok ? {} : terms.errors) },
    };
  }
  return { ok: true, value: { type: 'accept', size: sized.value.size, terms: terms.value } };
}
