import { z } from 'zod';
import type { PersonId } from '../../domain/person.ts';
import { requestKinds } from '../../domain/request/kind.ts';
import { colleague, type Desk } from '../../usecases/desk.ts';
import type { Intent } from '../../usecases/request/intent.ts';
import type { Modal } from '../conversation.ts';
import { kindChoices } from '../intake/kind-choices.ts';
import { input, section } from '../kit/blocks.ts';
import { dayFromOrNone, type Fields, oneOf, type Parsed, parseFields, required } from '../kit/fields.ts';
import { dateInput, linkInput, personInput, selectInput, textInput } from '../kit/inputs.ts';
import { limits, ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { formModal } from '../kit/modal.ts';
import type { OnRequest } from '../kit/on-request.ts';
import { priorityName } from '../wording/plain-words.ts';
import { isWebLink } from '../wording/request-blocks.ts';
import { loadInWords } from './load.ts';

export function replyModal({ view, metadata }: OnRequest): Modal {
  return formModal({
    callback: 'request.reply',
    title: 'Reply',
    submit: 'Send',
    metadata,
    blocks: [
      section(
        `${mention(view.request.requester)} reads exactly what you write here. Whose turn it is stays as it is.`,
      ),
      input('words', 'Your words', textInput({ multiline: true })),
    ],
  });
}

const replySchema = z
  .object({ words: required('Please write something.') })
  .transform(({ words }): Intent => ({ type: 'comment', words, shared: true }));

export function parseReply(fields: Fields): Parsed<Intent> {
  return parseFields(replySchema, fields);
}

/** With how much everybody has already. */
export async function assignModal({ metadata }: OnRequest, desk: Desk): Promise<Modal> {
  return formModal({
    callback: 'request.assign',
    title: 'Give it to',
    submit: 'Give',
    metadata,
    blocks: [input('to', 'Who in IT?', personInput()), section(await loadInWords(desk))],
  });
}

const somebody = z.object({ to: required('Please pick somebody.', ours.name) });

export function parseAssign(fields: Fields, on: OnRequest): Parsed<Intent> {
  return parseFields(
    somebody.transform(({ to }): Intent => ({ type: 'assign', to: colleagueOf(on, to) })),
    fields,
  );
}

export function handOverModal({ metadata }: OnRequest): Modal {
  return formModal({
    callback: 'request.hand-over',
    title: 'Hand it over',
    submit: 'Hand over',
    metadata,
    blocks: [
      section('They get the card and answer for it from now on. You still see how it goes.'),
      input('to', 'Whose request is it from now on?', personInput()),
    ],
  });
}

export function parseHandOver(fields: Fields, on: OnRequest): Parsed<Intent> {
  return parseFields(
    somebody.transform(({ to }): Intent => ({ type: 'hand-over', to: colleagueOf(on, to) })),
    fields,
  );
}

function colleagueOf({ view }: OnRequest, user: string): PersonId {
  return colleague({ workspace: view.request.workspace }, user);
}

const priorities = ['1', '2', '3', '4'] as const;

export function priorityModal({ view, metadata }: OnRequest): Modal {
  const choices = ([1, 2, 3, 4] as const).map((value) => ({
    value: String(value),
    text: priorityName(value),
  }));
  return formModal({
    callback: 'request.set-priority',
    title: 'Set the priority',
    submit: 'Set',
    metadata,
    blocks: [
      section(`1 is the most pressing. ${mention(view.request.requester)} reads the reason.`),
      input('priority', 'Priority', selectInput(choices, String(view.request.priority))),
      input('reason', 'Why', textInput({ multiline: true })),
    ],
  });
}

const prioritySchema = z
  .object({
    priority: oneOf(priorities, 'Please pick a priority.')
      .transform(Number)
      .pipe(z.literal([1, 2, 3, 4])),
    reason: required('Please say why.'),
  })
  .transform((set): Intent => ({ type: 'set-priority', ...set }));

export function parsePriority(fields: Fields): Parsed<Intent> {
  return parseFields(prioritySchema, fields);
}

export function dateModal({ view, reader, metadata }: OnRequest): Modal {
  const date = (view.proposed ?? view.inForce)?.date ?? view.request.neededBy;
  const other = reader.side === 'it' ? mention(view.request.requester) : 'IT';
  const lead = view.inForce
    ? `What was agreed holds until ${other} agrees to the new date.`
    : `${other} is told of the new date.`;
  return formModal({
    callback: 'request.change-date',
    title: 'Change the date',
    submit: 'Change',
    metadata,
    blocks: [section(lead), input('date', 'By when?', dateInput(date), { optional: true })],
  });
}

export function parseDate(fields: Fields, { today }: OnRequest): Parsed<Intent> {
  const schema = z
    .object({ date: dayFromOrNone(today) })
    .transform(({ date }): Intent => ({ type: 'change-date', date }));
  return parseFields(schema, fields);
}

export function kindModal({ view, metadata }: OnRequest): Modal {
  return formModal({
    callback: 'request.change-kind',
    title: 'Change the kind',
    submit: 'Change',
    metadata,
    blocks: [
      section('What is usually checked for the new kind comes with it. What was added by hand stays.'),
      input(
        'kind',
        'What is it about?',
        selectInput(kindChoices(view.settings, view.request.kind), view.request.kind),
      ),
    ],
  });
}

const kindSchema = z
  .object({ kind: oneOf(requestKinds, 'Please pick what it is about.') })
  .transform(({ kind }): Intent => ({ type: 'change-kind', kind }));

export function parseKind(fields: Fields): Parsed<Intent> {
  return parseFields(kindSchema, fields);
}

export function linkModal({ metadata }: OnRequest): Modal {
  return formModal({
    callback: 'request.link-issue',
    title: 'Link an issue',
    submit: 'Link',
    metadata,
    blocks: [
      section('It stands on both cards. Nothing is fetched from there.'),
      input('link', 'Its address, in Jira, GitHub, ServiceNow or elsewhere', linkInput()),
    ],
  });
}

const linkSchema = z
  .object({
    link: required('Please paste an address.', limits.inputText).refine(
      isWebLink,
      'Please paste an address that begins with https:// or http://.',
    ),
  })
  .transform(({ link }): Intent => ({ type: 'link-issue', link }));

export function parseLink(fields: Fields): Parsed<Intent> {
  return parseFields(linkSchema, fields);
}
