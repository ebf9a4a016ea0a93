import type { KnownBlock } from '@slack/types';
import type { ToolView } from '../../usecases/stack/look-up-tool.ts';
import { actions, button, context, section } from '../kit/blocks.ts';
import { day } from '../kit/date.ts';
import { answerInWords, newestAnswers, standingInWords } from './renewal-words.ts';

const termsShown = 3;

/** What was said about going on with a contract: of this term, with a way to answer, and of those before. */
export function renewalBlocks({ tool, dealings }: ToolView): KnownBlock[] {
  const { renewal, earlierRenewals } = dealings;
  return [
    ...(renewal
      ? [
          section(`*Before it renews* · ${standingInWords(renewal.standing)}`),
          ...newestAnswers(renewal.renewal.answers).map((answer) => context(answerInWords(answer))),
          ...actions([button('Answer…', 'renewal.answer', tool.id)]),
        ]
      : []),
    ...earlierRenewals
      .slice(0, termsShown)
      .flatMap(({ contractEnd, answers }) =>
        answers.length === 0
          ? []
          : [context(`Before ${day(contractEnd)}`, ...newestAnswers(answers).slice(0, 8).map(answerInWords))],
      ),
  ];
}
