import { z } from 'zod';
import { sizes } from '../../domain/request/kind.ts';
import { freezeWarnings } from '../../domain/roadmap/freeze.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { ActionHandler, Modal } from '../conversation.ts';
import { input, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { errorsIn, type Fields, fieldsOf, oneOf, type Parsed, parseFields } from '../kit/fields.ts';
import { filledIn } from '../kit/filled-in.ts';
import { radioInput } from '../kit/inputs.ts';
import { formModal } from '../kit/modal.ts';
import { type OnRequest, outOfDate, stillOn } from '../kit/on-request.ts';
import { freezeWarning } from '../wording/freezes.ts';
import { sizeInWords } from '../wording/plain-words.ts';
import { termsInputs, writtenTerms } from './terms.ts';

export function acceptModal(on: OnRequest): Modal {
  return modal(on, usualLead);
}

const usualLead = 'If you change nothing below, both sides have agreed and work starts.';

/** A day in a freeze is said as soon as it is picked. It keeps nobody from accepting. */
export const warnOfFreeze: ActionHandler = async ({ desk, person, view }) => {
  const on = view && (await stillOn(desk, person, view.metadata));
  if (!on) return outOfDate;
  const typed = fieldsOf(view.values);
  const date = typeof typed.date === 'string' ? typed.date : null;
  return { kind: 'update', modal: filledIn(modal(on, usualLead, date), typed) };
};

/** The same once more, because the terms changed while the window was open. */
export function acceptAgainModal(on: OnRequest): Modal {
  return modal(on, 'The request was changed meanwhile. These are the newest terms: please look once more.');
}

function modal(
  { view, metadata, today }: Pick<OnRequest, 'view' | 'metadata' | 'today'>,
  lead: string,
  picked: LocalDate | null = null,
): Modal {
  const { neededBy } = view.request;
  const { freezes } = view.settings;
  const terms = view.proposed ?? view.inForce;
  const date = picked ?? futureOrNone(terms?.date ?? neededBy, today);
  const warnings = date === null ? [] : freezeWarnings(freezes, date, today);
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
      ...warnings.slice(0, warningsShown).map((warning) => section(freezeWarning(warning, date))),
      ...termsInputs(terms?.criteria ?? [], date, {
        dated: true,
        ...(freezes.length > 0 && { tells: 'accept.date' }),
      }),
    ],
  });
}

const warningsShown = 3;

function futureOrNone(date: LocalDate | null, today: LocalDate): LocalDate | null {
  return date !== null && date >= today ? date : null;
}

const schema = z.object({ size: oneOf(sizes, 'Please pick a size.') });

export function parseAccept(fields: Fields, on: OnRequest): Parsed<Intent> {
  const sized = parseFields(schema, fields);
  const terms = writtenTerms(fields, on);
  if (!sized.ok || !terms.ok) return { ok: false, errors: errorsIn(sized, terms) };
  return { ok: true, value: { type: 'accept', size: sized.value.size, terms: terms.value } };
}
