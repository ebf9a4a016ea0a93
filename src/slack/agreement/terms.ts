import type { InputBlock, KnownBlock } from '@slack/types';
import { z } from 'zod';
import { evidenceKinds } from '../../domain/agreement/definition-of-done.ts';
import type { Side } from '../../domain/person.ts';
import { budgetUntilDate } from '../../domain/sla/agreed-date.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { WrittenCriterion, WrittenTerms } from '../../usecases/request/intent.ts';
import type { ShownCriterion } from '../../usecases/request/request-view.ts';
import { input } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { oneLine } from '../kit/escape.ts';
import { dayFromOrNone, errorsIn, type Fields, type Parsed, parseFields } from '../kit/fields.ts';
import { dateInput, textInput } from '../kit/inputs.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { marksOf } from './definition.ts';
import { hintBlocks } from './hints.ts';

/** The inputs that write a definition of done: a date, and one criterion a line for each side. */

const mostLong = 300;
const mostCriteria = 60;
// A text input takes 3,000 characters; what is there already leaves room to write more.
const mostPrefilled = 2400;
const mark = /\s*\(((?:optional|link|screenshot|number)(?:\s*,\s*(?:optional|link|screenshot|number))*)\)$/i;

export function termsInputs(
  criteria: readonly ShownCriterion[],
  date: LocalDate | null,
  { dated, tells }: { dated: boolean; tells?: string },
): KnownBlock[] {
  return [
    input('date', 'Ready by', dateInput(date), {
      optional: !dated,
      hint: 'The last day for delivery. Time on hold is added to it.',
      ...(tells && { tells }),
    }),
    ...bothSidesInputs(criteria),
    ...hintBlocks(criteria),
  ];
}

/** What each side checks. How to write it is said once. */
export function bothSidesInputs(criteria: readonly WrittenCriterion[]): InputBlock[] {
  const [first, ...others] = [
    ...criteriaInputs('it', 'IT checks', criteria),
    ...criteriaInputs('marketing', 'Marketing checks', criteria),
  ];
  return [...(first ? [first] : []), ...others.map(({ hint: _said, ...block }) => block)];
}

/** One input for a side's criteria; more of them where one would be too short. */
export function criteriaInputs(
  side: Side,
  label: string,
  criteria: readonly WrittenCriterion[],
): InputBlock[] {
  const lines = criteria.filter((criterion) => criterion.side === side).map(writtenLine);
  return chunked(lines).map((chunk, at) =>
    input(
      `${side}-${at}`,
      at === 0 ? label : `${label}, continued`,
      textInput({ multiline: true, initial: chunk.join('\n') }),
      { optional: true, hint },
    ),
  );
}

const hint =
  'One a line. End a line with “(link)”, “(screenshot)” or “(number)” to say how it is shown, and with “(optional)” if it may stay open.';

function writtenLine({ text, required, evidence }: WrittenCriterion): string {
  return `${oneLine(text)}${marksOf(evidence, required)}`;
}

/** The marks at the end of a line are not part of its words. */
function readLine(line: string, side: Side): WrittenCriterion {
  const marks = new Set<string>();
  let text = line;
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    for (const word of (found[1] ?? '').split(',')) marks.add(word.trim().toLowerCase());
    text = text.slice(0, found.index);
  }
  const evidence = evidenceKinds.find((kind) => marks.has(kind));
  return { text, side, required: !marks.has('optional'), ...(evidence && { evidence }) };
}

function chunked(lines: readonly string[]): string[][] {
  const chunks: string[][] = [[]];
  let length = 0;
  for (const line of lines) {
    if (length > 0 && length + line.length > mostPrefilled) {
      chunks.push([]);
      length = 0;
    }
    chunks.at(-1)?.push(line);
    length += line.length + 1;
  }
  return chunks;
}

/** A side's criteria as they were typed, with the fault of each field. */
export function writtenCriteria(fields: Fields, side: Side): Parsed<WrittenCriterion[]> {
  const criteria: WrittenCriterion[] = [];
  const errors: Record<string, string> = {};
  for (const [block, held] of Object.entries(fields)) {
    if (!block.startsWith(`${side}-`) || typeof held !== 'string') continue;
    const lines = held.split('\n').map(oneLine).filter(Boolean);
    const tooLong = lines.find((line) => line.length > mostLong);
    if (tooLong) {
      errors[block] = `A criterion has at most ${mostLong} characters. Please shorten “${cut(tooLong, 40)}”.`;
    }
    for (const line of lines) {
      const criterion = readLine(line, side);
      if (criterion.text) criteria.push(criterion);
    }
  }
  if (criteria.length > mostCriteria) {
    errors[`${side}-0`] ??= `Please keep to ${mostCriteria} criteria; there are ${criteria.length}.`;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: criteria };
}

/** The terms as somebody wrote them in `termsInputs`. A date that `stood` there may stay, even if it has passed. */
export function writtenTerms(
  fields: Fields,
  { view, today, now, seen }: Pick<OnRequest, 'view' | 'today' | 'now' | 'seen'>,
  stood: LocalDate | null = null,
): Parsed<WrittenTerms> {
  const { it: hours } = view.settings.hours;
  const hasTime = (date: LocalDate) => budgetUntilDate(now, date, hours).kind === 'budget';
  const schema = z.object({
    date: dayFromOrNone(today, stood).refine((date) => date === stood || date === null || hasTime(date), {
      error: 'IT has no working hours left before that. Please pick a later day.',
    }),
  });
  const dated = parseFields(schema, fields);
  const its = writtenCriteria(fields, 'it');
  const marketings = writtenCriteria(fields, 'marketing');
  if (!dated.ok || !its.ok || !marketings.ok) return { ok: false, errors: errorsIn(dated, its, marketings) };
  const criteria = [...its.value, ...marketings.value];
  if (criteria.length === 0) {
    return { ok: false, errors: { 'it-0': 'Please keep at least one criterion, on either side.' } };
  }
  return { ok: true, value: { criteria, date: dated.value.date, seen } };
}
