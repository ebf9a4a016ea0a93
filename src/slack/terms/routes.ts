import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import type { PersonId } from '../../domain/person.ts';
import { termLanguages, termOf, termsAbout } from '../../domain/terms/term.ts';
import type { Desk } from '../../usecases/desk.ts';
import { agreeToTerm, dictionary, seeTerm, termsToAgree, writeTerm } from '../../usecases/terms/terms.ts';
import type { ActionHandler, CommandHandler, Modal, Routes, SubmissionHandler } from '../conversation.ts';
import { oneLine } from '../kit/escape.ts';
import { fieldsOf, optional, parseFields, required } from '../kit/fields.ts';
import { noticeModal, sentence, staleWindow, tell, turnedAway } from '../kit/notice.ts';
import { sentenceFor } from '../wording/refusals.ts';
import {
  allLanguages,
  readTermForm,
  termForm,
  termFormAfterOthers,
  termsWindow,
  termWindow,
  typedTerm,
} from './term-window.ts';

/** `/martech-request terms [word]`; a word that is known is shown at once. */
const terms: CommandHandler = async ({ desk, person, words }) =>
  (await turnedAway({ desk, person })) ?? { kind: 'open', modal: await lookedFor(desk, person, words) };

/** What waits for the reader's yes, or the whole dictionary where nothing does. */
const toAgree: ActionHandler = async ({ desk, person }) => {
  const barred = await turnedAway({ desk, person });
  if (barred) return barred;
  const waiting = await termsToAgree(desk, desk.store, person);
  const terms = waiting.length > 0 ? waiting : await dictionary(desk.store, desk.workspace);
  return { kind: 'open', modal: termsWindow('', terms) };
};

const search: SubmissionHandler = async ({ desk, person, values }) => {
  const barred = await turnedAway({ desk, person });
  if (barred) return barred;
  const { word } = fieldsOf(values);
  const known = await dictionary(desk.store, desk.workspace);
  const typed = typeof word === 'string' ? word : '';
  return { kind: 'update', modal: termsWindow(typed, typed === '' ? known : termsAbout(known, typed)) };
};

async function lookedFor(desk: Desk, person: PersonId, typed: string): Promise<Modal> {
  const known = await dictionary(desk.store, desk.workspace);
  if (typed === '') return termsWindow(typed, known);
  const exact = termOf(known, typed);
  return exact ? shown(desk, person, exact.id) : termsWindow(typed, termsAbout(known, typed));
}

const show: ActionHandler = async ({ desk, person, value }) => ({
  kind: 'open',
  modal: await shown(desk, person, value ?? ''),
});

async function shown(desk: Desk, person: PersonId, id: string): Promise<Modal> {
  const seen = await seeTerm(desk, person, id);
  return seen.ok ? termWindow(seen.value) : noticeModal(sentence(sentenceFor(seen.refusal, null)));
}

const agree: ActionHandler = async ({ desk, person, cause, value }) => {
  const version = readTermForm(value ?? '');
  if (!version?.id) return gone;
  const { id, seen } = version;
  const outcome = await agreeToTerm(desk, { person, cause, id, seen });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  // A text that changed meanwhile is shown again: nobody agrees to what they have not read.
  return { kind: 'update', modal: await shown(desk, person, id) };
};

const add: ActionHandler = async ({ desk, person }) =>
  (await turnedAway({ desk, person })) ?? {
    kind: 'open',
    modal: termForm(
      { id: null, seen: 0 },
      { word: '', language: null, synonyms: '', marketing: '', it: '', promise: '' },
    ),
  };

const edit: ActionHandler = async ({ desk, person, value }) => {
  const seen = await seeTerm(desk, person, value ?? '');
  if (!seen.ok) return tell(sentenceFor(seen.refusal, null));
  const { term } = seen.value;
  return { kind: 'update', modal: termForm({ id: term.id, seen: term.revision }, typedTerm(term)) };
};

const schema = z.object({
  word: required('Please write the word.', 60),
  language: z
    .enum([allLanguages, ...termLanguages], { error: 'Please pick one.' })
    .nullish()
    .transform((picked) => (!picked || picked === allLanguages ? null : picked)),
  synonyms: optional(300),
  marketing: required('Please say what marketing means by it.', 1000),
  it: required('Please say what IT means by it.', 1000),
  promise: optional(500),
});

const write: SubmissionHandler = async ({ desk, person, cause, metadata, values }) => {
  const form = readTermForm(metadata);
  if (!form) return gone;
  const parsed = parseFields(schema, fieldsOf(values));
  if (!parsed.ok) return { kind: 'errors', errors: parsed.errors };
  const { synonyms, ...rest } = parsed.value;
  const others = (synonyms ?? '')
    .split(/[,;\n]/)
    .map(oneLine)
    .filter((each) => each !== '');
  const text = { ...rest, word: oneLine(rest.word), synonyms: others };
  const outcome = await writeTerm(desk, { person, cause: `${cause}:${form.seen}`, ...form, text });
  if (!outcome.ok) return tell(sentenceFor(outcome.refusal, null));
  const written = outcome.value;
  switch (written.kind) {
    case 'written':
      return { kind: 'update', modal: await shown(desk, person, written.id) };
    case 'taken': {
      const field = written.word === text.word ? 'word' : 'synonyms';
      const said = `“${written.word}” stands in the dictionary already, under “${written.by.word}”.`;
      return { kind: 'errors', errors: { [field]: said } };
    }
    case 'moved-on': {
      const typed = { ...text, synonyms: others.join(', '), promise: text.promise ?? '' };
      return { kind: 'update', modal: termFormAfterOthers(written.term, typed) };
    }
    default:
      return assertNever(written);
  }
};

const gone = staleWindow('open the dictionary');

/** What the two sides mean by their words. */
export const termsRoutes = {
  commands: { terms },
  actions: {
    'terms.show': show,
    'terms.agree': agree,
    'terms.add': add,
    'terms.edit': edit,
    'terms.to-agree': toAgree,
  },
  submissions: { 'terms.search': search, 'terms.write': write },
} satisfies Routes;
