import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { ExtraAnswer, ExtraQuestion } from '../../domain/intake/extra-question.ts';
import { type RequestKind, requestKinds } from '../../domain/request/kind.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { LocalDate } from '../../domain/time.ts';
import { input } from '../kit/blocks.ts';
import { dayFromOrNone, type Fields, optional, type Parsed, parseFields } from '../kit/fields.ts';
import { dateInput, selectInput, textInput } from '../kit/inputs.ts';

/** The questions that a desk adds to those of a kind; their block_ids are their names. */

const most = 300;
const please = 'Please answer this.';

function fieldOf({ id }: Pick<ExtraQuestion, 'id'>): string {
  return `extra-${id}`;
}

/**
 * The kind's own, those that can be left open only if `all` are asked; and whatever was answered, so that it is not
 * lost when the kind changes.
 */
export function extraInputs(
  settings: Pick<Settings, 'kinds'>,
  kind: RequestKind | null,
  typed: Fields,
  { all }: { all: boolean },
): InputBlock[] {
  return questionsFor(settings, kind)
    .filter(({ isOwn, question }) => {
      const isAnswered = typeof typed[fieldOf(question)] === 'string';
      return isAnswered || (isOwn && (all || question.required));
    })
    .map(({ isOwn, question }) =>
      input(fieldOf(question), question.label, elementFor(question, typed[fieldOf(question)]), {
        optional: !(isOwn && question.required),
      }),
    );
}

function elementFor({ type, choices }: ExtraQuestion, held: Fields[string] = null): InputBlock['element'] {
  const initial = typeof held === 'string' ? held : null;
  switch (type) {
    case 'text':
      return textInput({ most, initial });
    case 'date':
      return dateInput(initial);
    case 'choice':
      return selectInput(
        choices.map((value) => ({ value, text: value })),
        initial,
      );
  }
}

/** Each question once: as the kind puts it, else as the first that has it does. */
function questionsFor(
  { kinds }: Pick<Settings, 'kinds'>,
  kind: RequestKind | null,
): { isOwn: boolean; question: ExtraQuestion }[] {
  const own = kind ? kinds[kind].extra : [];
  const all = [...own, ...requestKinds.flatMap((each) => kinds[each].extra)];
  const byId = new Map(all.toReversed().map((question) => [question.id, question]));
  return [...new Set(all.map(({ id }) => id))].flatMap((id) => {
    const question = byId.get(id);
    return question ? [{ isOwn: own.includes(question), question }] : [];
  });
}

/** The answers that a window brought, and `earlier` ones that it did not ask about. */
export function parseExtra(
  fields: Fields,
  settings: Pick<Settings, 'kinds'>,
  kind: RequestKind | null,
  { today, earlier = [] }: { today: LocalDate; earlier?: readonly ExtraAnswer[] | undefined },
): Parsed<ExtraAnswer[]> {
  const asked = questionsFor(settings, kind).filter(({ question }) =>
    Object.hasOwn(fields, fieldOf(question)),
  );
  const before = (id: string) => earlier.find((each) => each.id === id)?.answer ?? null;
  const schema = z.object(
    Object.fromEntries(
      asked.map(({ isOwn, question }) => {
        const held = answerSchema(question, today, before(question.id));
        const isNeeded = isOwn && question.required;
        return [fieldOf(question), held.refine((answer) => answer !== null || !isNeeded, please)];
      }),
    ),
  );
  const parsed = parseFields(schema, fields);
  if (!parsed.ok) return parsed;
  const answered = asked.flatMap(({ question: { id, label, type } }) => {
    const answer = parsed.value[fieldOf({ id })] ?? null;
    return answer === null ? [] : [{ id, label, type, answer }];
  });
  const kept = earlier.filter(({ id }) => !asked.some(({ question }) => question.id === id));
  return { ok: true, value: [...kept, ...answered] };
}

function answerSchema(
  { type, choices }: ExtraQuestion,
  today: LocalDate,
  before: string | null,
): z.ZodType<string | null> {
  switch (type) {
    case 'text':
      return optional(most);
    case 'date':
      return dayFromOrNone(today, before);
    case 'choice':
      return z
        .string()
        .nullish()
        .transform((choice) => choice ?? null)
        .refine(
          (choice) => choice === null || choice === before || choices.includes(choice),
          'Please pick one.',
        );
  }
}

/** What a window would hold if these answers had been given in it. */
export function typedExtra(answers: readonly ExtraAnswer[] = []): Fields {
  return Object.fromEntries(answers.map((each) => [fieldOf(each), each.answer]));
}
