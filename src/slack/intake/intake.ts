import { z } from 'zod';
import { requestKinds } from '../../domain/request/kind.ts';
import { refused } from '../../domain/request/refusal.ts';
import type { LocalDate } from '../../domain/time.ts';
import { colleague, settingsInForce } from '../../usecases/desk.ts';
import { type Submission, submitRequest } from '../../usecases/submit-request.ts';
import { writtenCriteria } from '../agreement/terms.ts';
import {
  type ActionHandler,
  type Answer,
  type Call,
  type CommandHandler,
  nothing,
  type SubmissionHandler,
} from '../conversation.ts';
import { cut } from '../kit/cut.ts';
import { dayAt } from '../kit/date.ts';
import { oneLine } from '../kit/escape.ts';
import { type Fields, fieldsOf, oneOf, type Parsed, parseFields } from '../kit/fields.ts';
import { ours } from '../kit/limits.ts';
import { tell } from '../kit/notice.ts';
import { outOfDate } from '../kit/on-request.ts';
import { readableText } from '../kit/readable-text.ts';
import { sentenceFor } from '../wording/refusals.ts';
import { intakeModal, readOpening, whereWithTool } from './intake-modal.ts';
import { answersSchema } from './request-form.ts';

/** `/martech-request some words`: the words become the title. */
export const askFromCommand: CommandHandler = async (call) => {
  const nameOf = async (user: string) => (await call.desk.directory.person(colleague(call.desk, user))).name;
  return openIntake(call, { title: cut(oneLine(await readableText(call.words, nameOf)), ours.title) });
};

export const askFromHome: ActionHandler = (call) => openIntake(call, {});

async function openIntake({ desk, person }: Call, typed: Fields): Promise<Answer> {
  const { isMember } = await desk.directory.standingOf(person);
  if (!isMember) return tell(sentenceFor(refused('outsider'), null));
  const settings = await settingsInForce(desk, desk.store);
  return { kind: 'open', modal: intakeModal(typed, settings, { more: false }) };
}

/** Another kind asks other questions, and "More questions" unfolds the rest: in place, with what was typed. */
export function redraw(unfold: boolean): ActionHandler {
  return async ({ desk, view }) => {
    const opening = view && readOpening(view.metadata);
    if (!opening) return outOfDate;
    const settings = await settingsInForce(desk, desk.store);
    const more = unfold || opening.more;
    return { kind: 'update', modal: intakeModal(fieldsOf(view.values), settings, { more }) };
  };
}

export const submitIntake: SubmissionHandler = async ({ desk, person, cause, values }) => {
  const { zone } = await desk.directory.person(person);
  const parsed = parseIntake(fieldsOf(values), dayAt(desk.clock.now(), zone ?? 'UTC'));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const submission: Submission = { author: person, requester: person, cause, ...parsed.value };
  const outcome = await submitRequest(desk, submission);
  return outcome.ok ? nothing : tell(sentenceFor(outcome.refusal, null));
};

type Asked = Omit<Submission, 'author' | 'requester' | 'cause'>;

export function parseIntake(fields: Fields, today: LocalDate): Parsed<Asked> {
  const schema = answersSchema(today).extend({
    kind: oneOf(requestKinds, 'Please pick what it is about.'),
    where: z.enum(whereWithTool, { error: 'Please pick one.' }).nullish(),
  });
  const parsed = parseFields(schema, fields);
  const own = writtenCriteria(fields, 'marketing');
  if (!parsed.ok || !own.ok) {
    return { ok: false, errors: { ...(own.ok ? {} : own.errors), ...(parsed.ok ? {} : parsed.errors) } };
  }
  const { kind, where, title, outcome, needed, link, impact, urgency } = parsed.value;
  const isTool = kind === 'tool';
  const bought = isTool && where === 'bought' ? 'Already bought.' : null;
  return {
    ok: true,
    value: {
      ...{ kind, impact, urgency },
      headsUp: isTool && where === 'looking',
      brief: {
        title: oneLine(title),
        outcome: [bought, outcome].filter((part) => part !== null).join('\n\n') || null,
        link,
      },
      neededBy: needed,
      own: own.value,
    },
  };
}
