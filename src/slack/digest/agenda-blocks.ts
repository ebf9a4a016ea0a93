import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import { assertNever } from '../../domain/assert-never.ts';
import type { Choice } from '../../domain/digest/agenda.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import { isAgreed } from '../../domain/terms/term.ts';
import type { ItemView } from '../../usecases/digest/view-digest.ts';
import { actions, button, section } from '../kit/blocks.ts';
import { shortDay } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { mention } from '../kit/mention.ts';
import { standingInWords } from '../stack/renewal-words.ts';
import { costInWords } from '../stack/words.ts';
import type { AskedDecision } from './buttons.ts';
import { promiseInWords, sideName } from './words.ts';

/** Three of these and the table have to fit into 1,200 characters. */
const name = 50;

const choiceInWords: Record<Choice, string> = {
  keep: 'Both are needed',
  'let-go': 'Keep only one',
  change: 'Change the promise',
  leave: 'Leave it as it is',
};

/** One question: what it is about, and its buttons, or what was decided. */
export function itemBlocks(item: ItemView, week: string): KnownBlock[] {
  const { text, answer, elements } = questionOf(item, week);
  return answer === null
    ? [section(text), ...actions(elements)]
    : [section(`${text}\n:white_check_mark: ${answer}`)];
}

/** The same in one line, where nothing can be pressed. */
export function itemInWords(item: ItemView, week: string): string {
  const { text, answer } = questionOf(item, week);
  return `${text.replaceAll('*', '')}${answer === null ? '' : ` ${answer}`}`;
}

interface Question {
  text: string;
  /** Null while it is open. */
  answer: string | null;
  elements: ActionsBlockElement[];
}

function questionOf(item: ItemView, week: string): Question {
  switch (item.kind) {
    case 'contested':
      return contested(item);
    case 'renewal':
      return renewal(item);
    case 'overlap':
      return overlap(item, week);
    case 'term':
      return term(item);
    case 'breaches':
      return breaches(item, week);
    default:
      return assertNever(item);
  }
}

function contested({ subject }: Extract<ItemView, { kind: 'contested' }>): Question {
  if (!subject) return gone('A contested decline');
  const { request, title, ruled } = subject;
  const isOpen = request.state.status === 'contested';
  const decided = ruled
    ? `${ruled.upheld ? 'The decline stays' : 'IT decides again'}, says ${mention(ruled.by)}.`
    : 'It was settled meanwhile.';
  return {
    text: `*A contested decline* · ${requestKey(request.number)} ${inline(title, name)}`,
    answer: isOpen ? null : decided,
    elements: [button('Decide…', 'request.rule', request.id), button('Read it', 'request.show', request.id)],
  };
}

function renewal({ item, subject }: Extract<ItemView, { kind: 'renewal' }>): Question {
  if (!subject || subject.renewal.noticeOn !== item.noticeOn) return gone('A contract that renews');
  const { tool, standing } = subject;
  const cost = tool.cost ? ` · ${costInWords(tool.cost)}` : '';
  return {
    text: `*A contract renews* · ${inline(tool.name, name)}, notice by ${shortDay(item.noticeOn)}${cost}`,
    answer: standing.is === 'decided' ? standingInWords(standing) : null,
    elements: [button('Decide…', 'renewal.answer', tool.id), button('Look at it', 'stack.show', tool.id)],
  };
}

function overlap(
  { subject, decided, position }: Extract<ItemView, { kind: 'overlap' }>,
  week: string,
): Question {
  if (!subject) return gone('Two tools for one job');
  const { tools, isKept } = subject;
  const [one, other] = tools;
  return {
    text: `*Two tools for one job?* ${inline(one.name, name)} and ${inline(other.name, name)}`,
    answer: decided ? decision(decided) : isKept ? 'Both were kept on purpose.' : null,
    elements: [...choiceButtons(week, position, ['keep', 'let-go']), button('Compare', 'stack.show', one.id)],
  };
}

function term({ subject }: Extract<ItemView, { kind: 'term' }>): Question {
  if (!subject) return gone('A word for the dictionary');
  const { agreed } = subject;
  const waits = agreed.marketing
    ? 'IT’s lead is next'
    : agreed.it
      ? 'marketing’s lead is next'
      : 'for both leads';
  return {
    text: `*What a word means* · “${inline(subject.word, name)}”${isAgreed(subject) ? '' : `, ${waits}`}`,
    answer: isAgreed(subject) ? 'Both leads have agreed.' : null,
    elements: [button('Read and agree…', 'terms.show', subject.id)],
  };
}

function breaches(
  { item, decided, position }: Extract<ItemView, { kind: 'breaches' }>,
  week: string,
): Question {
  return {
    text: `*Late again and again* · ${sideName[item.side]}: ${promiseInWords[item.clock]}, ${item.times} times in two weeks`,
    answer: decided ? decision(decided) : null,
    elements: choiceButtons(week, position, ['change', 'leave']),
  };
}

function gone(what: string): Question {
  return { text: `*${what}*`, answer: 'It was settled meanwhile.', elements: [] };
}

function decision({ choice, by }: NonNullable<ItemView['decided']>): string {
  return `${choiceInWords[choice]}, says ${mention(by)}.`;
}

function choiceButtons(week: string, position: number, offered: readonly Choice[]): ActionsBlockElement[] {
  return offered.map((choice) => {
    const value: AskedDecision = { week, position, choice };
    return button(choiceInWords[choice], `digest.decide.${choice}`, JSON.stringify(value));
  });
}
