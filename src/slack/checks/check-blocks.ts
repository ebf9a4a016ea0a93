import type { KnownBlock } from '@slack/types';
import { assertNever } from '../../domain/assert-never.ts';
import { type Check, isPending, nextOwner } from '../../domain/checks/check.ts';
import { isOpen } from '../../domain/request/request.ts';
import type { RequestView } from '../../usecases/request/request-view.ts';
import { button, context, passages, quote, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { inline, oneLine } from '../kit/escape.ts';
import { ours } from '../kit/limits.ts';
import { mention } from '../kit/mention.ts';
import { sentenceCase } from '../kit/sentence-case.ts';
import { sideInWords } from '../wording/checks.ts';
import { latestNews } from '../wording/events.ts';
import type { Reader } from '../wording/reader.ts';

/** Which check of which request a button is about; the name may have spaces. */
export function checkValue(request: string, check: string): string {
  return `${request} ${check}`;
}

export function readCheckValue(value: string | null): { request: string; check: string } {
  const [request = '', ...check] = (value ?? '').split(' ');
  return { request, check: check.join(' ') };
}

/** Of all that is wanted changed, together: a card has other things to say. */
const wordsShown = 2000;

/** How each check of a request stands, with what its owner wants changed. Both sides may answer what is asked. */
export function checkBlocks(view: RequestView, reader: Reader): KnownBlock[] {
  const { request } = view;
  const news = latestNews(view);
  const most = Math.min(ours.passage, Math.floor(wordsShown / request.checks.length));
  return request.checks.flatMap((check): KnownBlock[] => {
    const line = checkLine(check, view, reader);
    if (!isPending(check) || !isOpen(request)) return [context(line)];
    const { standing } = check;
    const isNews = news.type === 'CheckChangesWanted' && news.check === check.name;
    // What happened last stands at the top of every card, with its words.
    const wanted = standing.is === 'changes-wanted' && !isNews ? view.said(standing.words) : null;
    const mayAnswer =
      reader.side !== null && (check.questions.length > 0 || standing.is === 'changes-wanted');
    const answer = button('Answer…', 'check.answer', checkValue(request.id, check.name));
    return [
      mayAnswer ? { ...section(line), accessory: answer } : section(line),
      ...(wanted === null ? [] : [quote(wanted, most)]),
    ];
  });
}

function checkLine(check: Check, { request }: RequestView, reader: Reader): string {
  const name = `*${sentenceCase(inline(check.name, ours.name))} check*`;
  const { standing } = check;
  switch (standing.is) {
    case 'open':
      return [
        `:hourglass_flowing_sand: ${name} · waits for ${mention(nextOwner(check, request))}`,
        ...answersInWords(check),
        check.blocks === 'accepting' ? 'before IT can say yes' : 'before it can be delivered',
      ].join(' · ');
    case 'changes-wanted':
      return `:speech_balloon: ${name} · ${mention(standing.by)} wants something changed by ${sideInWords(standing.from, reader)}:`;
    case 'approved':
      return `:white_check_mark: ${name} · approved by ${mention(standing.by)}`;
    case 'waived':
      return `:white_circle: ${name} · waived by ${mention(standing.by)} until ${day(standing.until)}`;
    default:
      return assertNever(standing);
  }
}

function answersInWords({ questions, answers }: Check): string[] {
  if (questions.length === 0) return [];
  return [`${Object.keys(answers).length} of ${questions.length} questions answered`];
}

/** The questions of a check with what is known, and then those that are open. */
export function answerBlocks({ questions, answers }: Check, view: RequestView, most: number): KnownBlock[] {
  const known = questions.flatMap(({ id, text }) => {
    const answer = view.said(answers[id] ?? null);
    return answer === null ? [] : [{ heading: oneLine(text), typed: answer }];
  });
  const open = questions.filter(({ id }) => view.said(answers[id] ?? null) === null);
  return [
    ...(known.length > 0 ? [passages(known, most)] : []),
    ...(open.length > 0
      ? [context(['Not answered yet', ...open.map(({ text }) => `• ${inline(text, ours.line)}`)].join('\n'))]
      : []),
  ];
}
