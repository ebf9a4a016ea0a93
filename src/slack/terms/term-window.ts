import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Side } from '../../domain/person.ts';
import { isAgreed, type Term, type TermLanguage, termLanguages } from '../../domain/terms/term.ts';
import type { TermView } from '../../usecases/terms/terms.ts';
import type { Modal } from '../conversation.ts';
import { actions, button, context, header, input, menu, passage, section } from '../kit/blocks.ts';
import { moment } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { selectInput, textInput } from '../kit/inputs.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { parsedJson } from '../kit/metadata.ts';
import { formModal, readingModal } from '../kit/modal.ts';

/** One word, and what each side means by it. */
export function termWindow({ term, mayAgreeFor }: TermView): Modal {
  const { id, revision, word, language, synonyms, marketing, it, promise } = term;
  const also = synonyms.length > 0 ? [`Also: ${inline(synonyms.join(', '), 300)}`] : [];
  const about = [...(language ? [languageName(language)] : []), ...also];
  const seen = JSON.stringify({ id, seen: revision });
  return readingModal('A word', [
    header(word),
    ...(about.length > 0 ? [context(about.join(' · '))] : []),
    passage('When marketing says it', marketing, ours.passage),
    passage('When IT says it', it, ours.passage),
    ...(promise ? [passage('What it promises', promise, ours.passage)] : []),
    context(agreementIn(term)),
    ...actions([
      ...(mayAgreeFor ? [button('That is what it means', 'terms.agree', seen, { style: 'primary' })] : []),
      button('Change…', 'terms.edit', id),
    ]),
  ]);
}

function agreementIn({ agreed }: Term): string {
  const side = (name: string, yes: Term['agreed'][Side]) =>
    yes
      ? `:white_check_mark: ${name}: ${mention(yes.by)}, ${moment(yes.at)}`
      : `:hourglass: ${name}’s lead has not agreed yet`;
  return `${side('Marketing', agreed.marketing)} · ${side('IT', agreed.it)}`;
}

/** Terms in a list; a block each, and a window has room for a hundred. */
const termsShown = 80;

export function termsWindow(typed: string, terms: readonly Term[]): Modal {
  const shown = terms.slice(0, termsShown);
  const what = inline(typed, ours.name);
  const heading =
    typed === ''
      ? `*${terms.length} words that the two sides use in their own ways*`
      : shown.length === 0
        ? `Nobody has written down yet what “${what}” means.`
        : `*What speaks of “${what}”*`;
  const rest = terms.length - shown.length;
  const choices = shown.map(({ id, word }) => ({ text: word, value: id }));
  return formModal({
    callback: 'terms.search',
    title: 'What words mean',
    submit: 'Look',
    metadata: '',
    blocks: [
      input('word', 'Which word?', textInput({ most: 60, initial: typed }), { optional: true }),
      section(heading),
      ...actions(menu('Open a word…', 'terms.show', choices)),
      ...shown.map((term) => section(termLine(term))),
      ...(rest > 0 ? [context(`… and ${rest} more. Look for one of them above.`)] : []),
      { type: 'divider' },
      ...actions([button('Add a word…', 'terms.add', 'add')]),
    ],
  });
}

function termLine(term: Term): string {
  const also = term.synonyms.length > 0 ? ` (${inline(term.synonyms.join(', '), ours.title)})` : '';
  return `${isAgreed(term) ? ':white_check_mark: ' : ''}*${inline(term.word, 60)}*${also}`;
}

const names = new Intl.DisplayNames('en', { type: 'language' });

function languageName(language: TermLanguage): string {
  return names.of(language) ?? language;
}

/** What the menu gives for a word that people say in whatever language they speak. */
export const allLanguages = 'all';

const languageChoices = [
  { value: allLanguages, text: 'All of them' },
  ...termLanguages.map((value) => ({ value, text: languageName(value) })),
];

export interface TermForm {
  /** Null for a new one. */
  id: string | null;
  seen: number;
}

const formSchema = z.strictObject({ id: z.string().min(1).max(64).nullable(), seen: z.int().nonnegative() });

/** Null if somebody altered it. */
export function readTermForm(text: string): TermForm | null {
  return formSchema.safeParse(parsedJson(text)).data ?? null;
}

export interface TypedTerm {
  word: string;
  language: TermLanguage | null;
  synonyms: string;
  marketing: string;
  it: string;
  promise: string;
}

export function termForm(form: TermForm, typed: TypedTerm, above: KnownBlock[] = []): Modal {
  return formModal({
    callback: 'terms.write',
    title: form.id === null ? 'Add a word' : 'Change a word',
    submit: 'Save',
    metadata: JSON.stringify(form),
    blocks: [
      ...above,
      input('word', 'The word', textInput({ most: 60, initial: typed.word })),
      input(
        'language',
        'Of which language is it?',
        selectInput(languageChoices, typed.language ?? allLanguages),
      ),
      input('synonyms', 'Other words for it', textInput({ most: 300, initial: typed.synonyms }), {
        optional: true,
        hint: 'In any language, with commas between them.',
      }),
      input(
        'marketing',
        'When marketing says it',
        textInput({ multiline: true, most: 1000, initial: typed.marketing }),
        {
          hint: 'One sentence that IT understands.',
        },
      ),
      input('it', 'When IT says it', textInput({ multiline: true, most: 1000, initial: typed.it }), {
        hint: 'One sentence that marketing understands.',
      }),
      input(
        'promise',
        'What it promises',
        textInput({ multiline: true, most: 500, initial: typed.promise }),
        {
          optional: true,
          hint: 'Only if using the word commits somebody to something.',
        },
      ),
      context('Both leads have to agree to a new text. Until then everybody sees that they have not.'),
    ],
  });
}

export function typedTerm({ word, language, synonyms, marketing, it, promise }: Term): TypedTerm {
  return { word, language, synonyms: synonyms.join(', '), marketing, it, promise: promise ?? '' };
}

/** Somebody else was faster: their text stands above, this person's words stay in the form. */
export function termFormAfterOthers(theirs: Term, typed: TypedTerm): Modal {
  const { word, marketing, it, promise } = theirs;
  return termForm({ id: theirs.id, seen: theirs.revision }, typed, [
    section(
      `*Somebody changed this word while you had it open.* Nothing of yours is saved yet. It now reads:`,
    ),
    passage(word, `${marketing}\n${it}${promise ? `\n${promise}` : ''}`, ours.passage),
    section('Below are your words. Saving them replaces the text above.'),
  ]);
}
