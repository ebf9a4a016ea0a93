import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import { assertNever } from '../../domain/assert-never.ts';
import type { Choice } from '../../domain/digest/agenda.ts';
import { requestKey } from '../../domain/request/request-key.ts';
import type { Tool } from '../../domain/stack/tool.ts';
import { isAgreed } from '../../domain/terms/term.ts';
import type { ItemView } from '../../usecases/digest/view-digest.ts';
import { actions, button, context, menu, section } from '../kit/blocks.ts';
import { cut } from '../kit/cut.ts';
import { shortDay } from '../kit/date.ts';
import { inline } from '../kit/escape.ts';
import { mention } from '../kit/mention.ts';
import { standingInWords } from '../stack/renewal-words.ts';
import { costInWords } from '../stack/words.ts';
import type { AskedDecision } from './buttons.ts';
import { promiseInWords, sideName } from './words.ts';

/** Three of these and the table have to fit into 1,200 characters. */
const name = 50;

/** How a choice reads, what it means, said before it counts, and what comes after it. */
const choicesInWords: Record<Choice, { says: string; means: string; next?: string }> = {
  keep: {
    says: 'Both are needed',
    means: 'You are asked again when one of the two renews.',
  },
  'let-go': {
    says: 'Keep only one',
    means: 'Nothing ends by this. Which one goes is the next step.',
    next: 'Next: ask for the end of the one that goes.',
  },
  change: {
    says: 'Change the promise',
    means: 'Nothing changes by this. The new time is for both leads to agree on.',
    next: 'Next: agree on the new time. Whoever runs the app enters it in the settings, under `targets`.',
  },
  leave: {
    says: 'Leave it as it is',
    means: 'You are asked again if it goes on.',
  },
};

/** One question: what it is about, and its buttons, or what was decided. */
export function itemBlocks(item: ItemView, week: string): KnownBlock[] {
  const { text, answer, elements, after } = questionOf(item, week);
  if (answer === null) return [section(text), ...actions(elements)];
  const next = after ? [context(after.next), ...actions(after.elements)] : [];
  return [section(`${text}\n:white_check_mark: ${answer}`), ...next];
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
  /** What can be done once it is decided. */
  after?: { next: string; elements: ActionsBlockElement[] };
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
    ...(tools.every(isInUse) ? nextStep(decided, endOneOf(tools)) : {}),
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
    ...nextStep(decided, []),
  };
}

function gone(what: string): Question {
  return { text: `*${what}*`, answer: 'It was settled meanwhile.', elements: [] };
}

function decision({ choice, by }: NonNullable<ItemView['decided']>): string {
  return `${choicesInWords[choice].says}, says ${mention(by)}.`;
}

function nextStep(decided: ItemView['decided'], elements: ActionsBlockElement[]): Pick<Question, 'after'> {
  const next = decided && choicesInWords[decided.choice].next;
  return next ? { after: { next, elements } } : {};
}

function isInUse({ state }: Tool): boolean {
  return state !== 'retiring' && state !== 'retired' && state !== 'rejected';
}

/** Leads to the request window, filled in. */
function endOneOf(tools: readonly Tool[]): ActionsBlockElement[] {
  return menu(
    'Which one goes?…',
    'stack.retire',
    tools.map((tool) => ({ text: cut(tool.name, name), value: tool.id })),
  );
}

function choiceButtons(week: string, position: number, offered: readonly Choice[]): ActionsBlockElement[] {
  return offered.map((choice) => {
    const value: AskedDecision = { week, position, choice };
    const { says, means } = choicesInWords[choice];
    return button(says, `digest.decide.${choice}`, JSON.stringify(value), {
      confirm: {
        title: `${says}?`,
        text: `${means} Your name stands beside it.`,
        yes: 'Decide',
        no: 'Not yet',
      },
    });
  });
}
