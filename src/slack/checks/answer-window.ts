import { z } from 'zod';
import type { Check } from '../../domain/checks/check.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { input, quote, section } from '../kit/blocks.ts';
import { errorsIn, type Fields, optional, type Parsed, parseFields } from '../kit/fields.ts';
import { textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import { theCheck } from '../wording/checks.ts';
import type { OnCheck } from './on-check.ts';

/** What the owner wants to know. Nobody has to know everything at once. */
export function answerWindow({ view, check, metadata }: OnCheck): Modal {
  const { owners, questions, answers, standing } = check;
  const wanted = standing.is === 'changes-wanted' ? view.said(standing.words) : null;
  return formModal({
    callback: 'check.answer',
    title: 'Answer a check',
    submit: 'Answer',
    metadata,
    blocks: [
      section(
        `${owners.map(mention).join(', ')} reads this for ${theCheck(check.name)}. Leave empty what you don’t know yet.`,
      ),
      ...(wanted === null ? [] : [quote(wanted, ours.passage)]),
      ...questions.map(({ id, text }) =>
        input(
          `answer-${id}`,
          text,
          textInput({ multiline: true, most: ours.line, initial: view.said(answers[id] ?? null) }),
          { optional: true },
        ),
      ),
      input(
        'words',
        wanted === null ? 'Anything else' : 'What has changed',
        textInput({ multiline: true, most: ours.line }),
        {
          optional: true,
        },
      ),
    ],
  });
}

/** Only what was written anew counts as an answer. */
export function parseAnswers(fields: Fields, { view, check }: OnCheck): Parsed<Intent> {
  const shape = Object.fromEntries(check.questions.map(({ id }) => [`answer-${id}`, optional(ours.line)]));
  const parsed = parseFields(z.object({ words: optional(ours.line) }), fields);
  const given = parseFields(z.object(shape), fields);
  if (!parsed.ok || !given.ok) return { ok: false, errors: errorsIn(parsed, given) };
  return {
    ok: true,
    value: {
      type: 'answer-check',
      check: check.name,
      words: parsed.value.words,
      answers: changedAnswers(check, given.value, (id) => view.said(check.answers[id] ?? null)),
    },
  };
}

function changedAnswers(
  { questions }: Check,
  given: Readonly<Record<string, string | null>>,
  before: (id: string) => string | null,
): Record<string, string> {
  return Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = given[`answer-${id}`] ?? null;
      return answer === null || answer === before(id) ? [] : [[id, answer]];
    }),
  );
}
